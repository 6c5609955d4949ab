import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { writeDay } from "../../wire/cells.ts";
import { leftStatus, registrationTypes } from "../../wire/code-tables.ts";

/** Writes a registration into the row of the patient. That the patient died is told there before how they were registered. */
export function writeRegistration(
  row: RowDraft,
  placed: PlacedEntry<"registrations">,
  inps: InpsWriting,
): void {
  const { writing, practice } = inps;
  const { entry } = placed;
  const end = writeDay(entry.end);
  const hasLeft = end !== undefined || leftStatus.write(entry.status) !== undefined;
  const active = hasLeft ? leftLetter : registrationTypes.write(entry.type);
  const isDead = row.cells["ACTIVE"] !== undefined;
  const isOfPractice = practice !== undefined && entry.practice === practice.id;
  const written = [
    !isDead && writing.set(row, "ACTIVE", active),
    writing.set(row, "REGISTERED_DATE", writeDay(entry.start)),
    writing.set(row, "REMOVED_DATE", end),
    isOfPractice && writing.set(row, "PRACTICE", inps.practiceCode),
  ];
  if (written.some(Boolean)) {
    inps.registration = entry.id;
    writing.place(placed, { rows: [row] });
  }
}

const leftLetter = "L";
