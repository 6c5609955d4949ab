import { labelOf } from "@gp2gp/core";
import type { Plan } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { qualifierText } from "../../reading/shown-concept.ts";
import { shownWords } from "../../writing/shown-words.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { locationTypeWords, planStates } from "./read-plan.ts";

/** An entry of the diary, dated when it is due. */
export function writePlan(placed: PlacedEntry, writing: EmisWriting): void {
  const { effective, due, ...entry } = placed.entry as Plan;
  const row = writing.rowOf(placed, "CareRecord_Diary");
  const dated = due === undefined ? effective : { kind: "point" as const, at: due };
  // A date that is not when it is due would be read as when it is.
  const isReadable = due !== undefined || effective?.kind === "absent";
  writing.putHead(row, { ...entry, ...(isReadable && dated && { effective: dated }) });
  const said = writing.putCode(row, placed);
  writing.put(row, "OriginalTerm", labelOf(entry.concept));
  writing.put(row, "DurationTerm", entry.duration);
  writing.put(row, "LocationTypeDescription", qualifierText(entry.concept, locationTypeWords));
  const [isActive, isComplete] = planStates.find(([, , state]) => state === entry.state) ?? [];
  writing.putBoolean(row, "IsActive", isActive);
  writing.putBoolean(row, "IsComplete", isComplete);
  const own = shownWords(entry.texts);
  writing.rows.place(placed, {
    rows: [row],
    text: { row, column: "AssociatedText", own },
    ...said,
  });
}
