import type { EntryOf } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { guidOfId, isGuidId } from "../../../shared/guid.ts";
import { writeDate } from "../../wire/cells.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { flagColumns } from "../alerts/read-patient-flags.ts";
import { wordsOfCoded } from "../registrations/words-of-coded.ts";
import { typeWords } from "../registrations/read-registrations.ts";

/** Entries that are part of the patient's row: each writes its columns there. */
export const patientRowWriters = {
  registration(placed: PlacedEntry, row: RowDraft, writing: EmisWriting): void {
    const { type, start, end } = placed.entry as EntryOf<"registrations">;
    writing.put(row, "PatientTypeDescription", wordsOfCoded(type, typeWords));
    writing.put(row, "DateOfRegistration", writeDate(start));
    writing.put(row, "DateofDeactivation", writeDate(end));
    writing.rows.place(placed, { rows: [row] });
  },

  carer(placed: PlacedEntry, row: RowDraft, writing: EmisWriting): void {
    const { name, relationship } = placed.entry as EntryOf<"contacts">;
    writing.put(row, "CarerName", name?.text);
    writing.put(row, "CarerRelation", relationship?.text);
    writing.rows.place(placed, { rows: [row] });
  },

  flags(placed: PlacedEntry, row: RowDraft, writing: EmisWriting): void {
    for (const [column, words] of flagColumns)
      writing.putFlag(
        row,
        column,
        placed.entry.texts.some(({ text }) => text === words),
      );
    writing.rows.place(placed, { rows: [row] });
  },

  "contact-comments"(placed: PlacedEntry, row: RowDraft, writing: EmisWriting): void {
    writing.put(row, "ContactComments", placed.entry.texts[0]?.text);
    writing.rows.place(placed, { rows: [row] });
  },
};

/** The usual GP of a patient who is registered elsewhere, of whom only a name is known. */
export function writeExternalGp(
  placed: PlacedEntry<"agents">,
  row: RowDraft,
  writing: EmisWriting,
): void {
  const { id, person, represents } = placed.entry;
  const organisation = typeof represents === "string" ? represents : undefined;
  if (isGuidId(id) && id !== writing.newId("external usual gp"))
    writing.put(row, "ExternalUsualGPGuid", guidOfId(id));
  writing.put(row, "ExternalUsualGP", person?.text);
  writing.put(
    row,
    "ExternalUsualGPOrganisation",
    writing.directory.keyOf("Admin_Organisation", organisation),
  );
  writing.rows.place(placed, { rows: [row] });
}

/** Whether an agent is no more than the name of the patient's GP elsewhere. */
export function isExternalGp(
  { id, kind, person }: EntryOf<"agents">,
  registeredGp: string | undefined,
): boolean {
  const { text, ...parts } = person ?? {};
  return (
    id === registeredGp &&
    kind === "person" &&
    text !== undefined &&
    Object.keys(parts).length === 0
  );
}
