import type { Observation } from "@gp2gp/core";
import type { EntryRow } from "../journal/entry-row.ts";
import { readEpisode } from "../journal/read-episode.ts";
import { readConcept } from "../journal/read-concept.ts";
import { readValues } from "./read-values.ts";

/** A clinical entry, a test, or the entry that names a problem. */
export function readObservation(entry: EntryRow): Observation {
  const { SUBSET } = entry.cells;
  const { habit, ...values } = readValues(entry);
  const { episode, episodicity } = readEpisode(entry.cells["EPISODE"]);
  const concept = [habit, episode].reduce(
    (whole, qualify) => qualify?.(whole) ?? whole,
    readConcept(entry),
  );
  return {
    ...entry.start("performer"),
    ...(concept && { concept }),
    ...(SUBSET === "T" && { category: "value" }),
    ...(episodicity && { episodicity }),
    ...values,
    texts: entry.texts("note"),
  };
}
