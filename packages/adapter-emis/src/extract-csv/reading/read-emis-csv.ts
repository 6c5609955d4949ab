import type { Row, RowReading } from "@gp2gp/tabular";
import { readPatientFlags } from "../sections/alerts/read-patient-flags.ts";
import { readAppointment } from "../sections/appointments-and-tasks/read-appointment.ts";
import { readConsultation } from "../sections/consultations/read-consultation.ts";
import { readCarer } from "../sections/contacts/read-contact.ts";
import { readAuthorisation } from "../sections/medication/read-authorisation.ts";
import { readIssue } from "../sections/medication/read-issue.ts";
import { readContactComments } from "../sections/narratives/read-contact-comments.ts";
import { readPatient } from "../sections/patient/read-patient.ts";
import { readPlan } from "../sections/plans/read-plan.ts";
import { readProblem } from "../sections/problems/read-problem.ts";
import { readRegistration, readStatus } from "../sections/registrations/read-registrations.ts";
import { defaultHabits, habitsOf } from "./habits.ts";
import type { Habits } from "./habits.ts";
import { EmisReading } from "./reading.ts";
import { readObservations } from "./read-observations.ts";

/** Reads the rows of one patient. */
export function readEmisCsv(rows: RowReading): void {
  const reading = new EmisReading(rows);
  for (const row of reading.live.of("Admin_Patient")) readPatientRow(row, reading);
  for (const [at, row] of [...reading.live.of("Admin_PatientHistory")].entries())
    readStatus(row, at + 1, reading);
  for (const row of reading.live.of("CareRecord_Consultation")) readConsultation(row, reading);
  readObservations(reading);
  for (const row of reading.live.of("CareRecord_Diary")) readPlan(row, reading);
  for (const row of reading.live.of("Prescribing_DrugRecord")) readAuthorisation(row, reading);
  for (const row of reading.live.of("Prescribing_IssueRecord")) readIssue(row, reading);
  // Problems have the entries that say they belong to them, and so come last of these.
  for (const row of reading.live.of("CareRecord_Problem")) readProblem(row, reading);
  for (const row of reading.live.of("Appointment_Slot")) readAppointment(row, reading);
  for (const table of ["Audit_PatientAudit", "Audit_RegistrationAudit"])
    for (const row of rows.rows.of(table)) {
      reading.directory.mention("Admin_UserInRole", row, "UserInRoleGuid");
      rows.leave(row, "technical", undefined);
    }
  reading.directory.readAll();
  reading.codes.keepUsed();
}

function readPatientRow(row: Row, reading: EmisReading): void {
  readPatient(row, reading);
  readRegistration(row, reading);
  readCarer(row, reading);
  readPatientFlags(row, reading);
  readContactComments(row, reading);
  const habits = Object.fromEntries(
    Object.entries(habitsOf(row.cells)).filter(
      ([habit, value]) => defaultHabits[habit as keyof Habits] !== value,
    ),
  );
  if (Object.keys(habits).length > 0) reading.rows.keep("habits", habits);
}
