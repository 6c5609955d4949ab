import { labelOf } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { immunisationStatuses } from "../../wire/code-tables.ts";
import { addJournalRow, ownWords } from "../journal/add-journal-row.ts";
import { qualifierOf } from "../journal/entry-row.ts";
import { writeConcept, writeProduct } from "../journal/write-concept.ts";
import { writeEpisode } from "../journal/write-episode.ts";
import { sourceQualifier } from "./read-immunisation.ts";

/** SUBSET I, with IMMS_STATUS: a vaccination that was refused or only advised does not stand as given. */
export function writeImmunisation(placed: PlacedEntry<"immunisations">, inps: InpsWriting): void {
  const { writing } = inps;
  const { entry } = placed;
  const row = addJournalRow("I", placed, inps);
  const said = writeConcept(row, placed, inps);
  writeProduct(row, entry.vaccine, inps);
  const cells: Readonly<Record<string, string | undefined>> = {
    IMMS_STATUS: immunisationStatuses.find(([, outcome]) => outcome === entry.outcome)?.[0],
    IMMS_SOURCE: qualifierOf(entry.concept, sourceQualifier)?.text,
    IMMS_BATCH: entry.batchNumber,
    IMMS_REASON: entry.reasons?.map((reason) => labelOf(reason) ?? "").join("; "),
    IMMS_METHOD: labelOf(entry.method),
    IMMS_SITE: labelOf(entry.site),
    EPISODE: writeEpisode(entry.concept, entry.episodicity),
  };
  for (const [column, cell] of Object.entries(cells)) writing.set(row, column, cell);
  inps.compounds.write(row, entry);
  writing.place(placed, {
    rows: [row],
    text: { row, column: "TEXT", own: ownWords(entry) },
    ...said,
  });
}
