import type { Plan } from "@gp2gp/core";
import type { ExtractReading } from "../../reading/extract-reading.ts";

/** Reads the recalls: what for, when, and where each stands. */
export function readRecalls(extract: ExtractReading): void {
  for (const row of extract.of("SRRecall")) {
    const start = extract.start(row);
    const { RecallType: type } = row.cells;
    const due = extract.date(row, "DateRecall");
    const state = extract.words(row, "RecallStatus");
    const entry: Plan = {
      ...start.shape,
      ...start.dated,
      kind: "recall",
      ...(type !== undefined && { concept: { text: type, codings: [] } }),
      ...(due !== undefined && { due }),
      ...(state !== undefined && { state }),
    };
    extract.add("plans", entry, start.origin);
  }
}
