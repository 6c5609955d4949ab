import type { PlacedEntry } from "@gp2gp/tabular";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { addJournalRow, ownWords } from "./add-journal-row.ts";
import { isNarrative } from "./is-narrative.ts";
import { writeConcept } from "./write-concept.ts";

/** Words alone; with a code they would be read as a clinical entry. */
export function writeNarrative(placed: PlacedEntry<"narratives">, inps: InpsWriting): void {
  const row = addJournalRow("C", placed, inps);
  const said = writeConcept(row, placed, inps);
  inps.writing.place(placed, {
    rows: [row],
    text: { row, column: "TEXT", own: ownWords(placed.entry) },
    isPlain: !isNarrative(row),
    ...said,
  });
}
