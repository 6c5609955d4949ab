import { labelOf } from "@gp2gp/core";
import type { EntryOf } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { qualifierText } from "../../reading/shown-concept.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { consultationTypeWords, incompleteWords } from "./read-consultation.ts";

/** A consultation. */
export function writeConsultation(placed: PlacedEntry, writing: EmisWriting): void {
  const { section, index, entry } = placed;
  const { concept, status } = entry;
  const row = writing.rowOf(placed, "CareRecord_Consultation");
  writing.putHead(row, entry);
  const { codeId, ...said } =
    writing.codes.clinical(concept, {
      at: { section, index },
      kind: "record-entry",
      isOptional: true,
    }) ?? {};
  writing.put(row, "ConsultationSourceTerm", labelOf(concept));
  writing.put(row, "ConsultationSourceCodeId", codeId);
  writing.put(row, "ConsultationType", qualifierText(concept, consultationTypeWords));
  if (status?.text === incompleteWords) writing.putBoolean(row, "Complete", false);
  else if (writing.habits.saysFalse) writing.putBoolean(row, "Complete", true);
  writing.rows.place(placed, { rows: [row], ...said });
}

/** The slot a consultation was booked in. */
export function writeSlotLink(placed: PlacedEntry, writing: EmisWriting): void {
  const { from, targets } = placed.entry as EntryOf<"links">;
  const row = from === undefined ? undefined : writing.rowsById.get(from);
  const [slot] = targets;
  if (!row || slot === undefined) throw new TypeError("the consultation of a slot has no row");
  writing.put(row, "AppointmentSlotGuid", writing.keyOf(slot));
  writing.rows.place(placed, { rows: [row] });
}
