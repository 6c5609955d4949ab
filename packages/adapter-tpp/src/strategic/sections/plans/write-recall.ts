import { labelOf } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";

/** Writes what is due as a recall, by its words: a recall has no code. */
export function writeRecall(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "plans");
  const row = writing.start(placed, "SRRecall");
  writing.put(row, "RecallType", labelOf(entry.concept));
  writing.putDate(row, "DateRecall", entry.due);
  writing.putListed(row, "RecallStatus", entry.state);
  const { rows, text } = writeWords(row, entry, writing);
  writing.place(placed, { rows: [row, ...rows], ...(text && { text }) });
}
