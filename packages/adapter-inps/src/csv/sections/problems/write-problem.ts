import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { writeDay } from "../../wire/cells.ts";

/** Makes the row of an entry that of the problem it names. */
export function writeProblem(
  row: RowDraft,
  placed: PlacedEntry<"problems">,
  { writing }: InpsWriting,
): void {
  const { effective } = placed.entry;
  const end = effective?.kind === "period" ? effective.end : undefined;
  writing.set(row, "END_DATE", writeDay(end));
  writing.place(placed, { rows: [row] });
}
