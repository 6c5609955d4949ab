import { newEntry } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import type { EmisReading } from "../../reading/reading.ts";
import { shownConcept, wordsQualifier } from "../../reading/shown-concept.ts";
import { readBoolean } from "../../wire/cells.ts";

/** The qualifier that is a consultation's type. */
export const consultationTypeWords = "Consultation type";
/** The status of a consultation that is not complete. */
export const incompleteWords = "Incomplete";

/** A consultation; the slot it was booked in is a link of its own. */
export function readConsultation(row: Row, reading: EmisReading): void {
  const { cells, source } = row;
  const { ConsultationSourceTerm, ConsultationType } = cells;
  const { concept } = reading.codes.clinical(row, "ConsultationSourceCodeId");
  const qualifiers =
    ConsultationType === undefined ? [] : [wordsQualifier(consultationTypeWords, ConsultationType)];
  const complete = readBoolean(cells["Complete"]);
  const isIncomplete = complete.state === "known" && !complete.value;
  const base = reading.base(row);
  reading.rows.add(
    "consultations",
    {
      ...base,
      ...reading.effective(row),
      // Where or how it was held: a code with the words shown for it.
      ...shownConcept(concept, ConsultationSourceTerm, qualifiers),
      ...(isIncomplete && { status: { text: incompleteWords, codings: [] } }),
      participants: reading.participants(row),
    },
    { rows: [row] },
  );
  const slot = reading.refer("Appointment_Slot", row, "AppointmentSlotGuid");
  if (slot === undefined) return;
  reading.rows.add(
    "links",
    {
      ...newEntry(reading.newId(`slot of ${base.id}`), reading.rows.nextOrder(), source),
      kind: "related",
      from: base.id,
      targets: [slot],
    },
    { rows: [row] },
  );
}
