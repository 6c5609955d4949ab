import type { PlacedEntry } from "@gp2gp/tabular";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { addJournalRow, ownWords } from "../journal/add-journal-row.ts";
import { isNarrative } from "../journal/is-narrative.ts";
import { writeConcept } from "../journal/write-concept.ts";
import { writeEpisode } from "../journal/write-episode.ts";
import { writeProblem } from "../problems/write-problem.ts";
import { standInFor } from "./stand-in.ts";
import { writeValues } from "./write-values.ts";

/** A clinical entry (C), a test (T), or the entry that names a problem (P). */
export function writeObservation(placed: PlacedEntry<"observations">, inps: InpsWriting): void {
  const { writing } = inps;
  const { entry } = placed;
  const problem = inps.problems.of(entry.id);
  const isTest = entry.category === "value" || inps.isOfReport(entry);
  const row = addJournalRow(problem ? "P" : isTest ? "T" : "C", placed, inps);
  const standIn = standInFor(placed);
  const said = writeConcept(row, placed, inps, {
    hasValue: entry.value?.kind === "quantity",
    standInFor: standIn,
  });
  if (standIn === undefined) {
    writing.set(row, "EPISODE", writeEpisode(entry.concept, entry.episodicity));
    writeValues(row, entry, inps);
  }
  if (problem) writeProblem(row, problem, inps);
  writing.place(placed, {
    rows: [row],
    text: { row, column: "TEXT", own: ownWords(entry) },
    isPlain: isNarrative(row),
    ...said,
  });
}
