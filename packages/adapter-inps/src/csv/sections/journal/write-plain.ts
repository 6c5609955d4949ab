import { isNotDone } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { addJournalRow, ownWords } from "./add-journal-row.ts";
import { writeConcept } from "./write-concept.ts";

/** Sections whose codes say what was found or done; those of headings, people or relations would in a journal. */
const clinical: ReadonlySet<string> = new Set(["allergies", "testReports"]);

/**
 * An entry of a kind the format has no row for, or whose row would say more than it does: a clinical entry
 * with its code, with the stand-in for what was not done, else words alone.
 */
export function writePlain(placed: PlacedEntry, inps: InpsWriting): void {
  const { section, entry } = placed;
  const row = addJournalRow("C", placed, inps);
  const isStandIn = isNotDone(section, entry);
  const said =
    isStandIn || clinical.has(section)
      ? writeConcept(row, placed, inps, { standInFor: isStandIn ? "no-place" : undefined })
      : undefined;
  inps.writing.place(placed, {
    rows: [row],
    text: { row, column: "TEXT", own: ownWords(entry) },
    isPlain: true,
    ...said,
  });
}
