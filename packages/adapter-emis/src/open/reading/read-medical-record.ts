import { readAllergy } from "../sections/allergies/read-allergy.ts";
import { readAlert, readMessage } from "../sections/alerts/read-alert.ts";
import { readLocation, readPerson } from "../sections/agents/read-agents.ts";
import { readAppointment, readNote } from "../sections/appointments-and-tasks/read-appointments.ts";
import { readConsultation } from "../sections/consultations/read-consultation.ts";
import { readDocument } from "../sections/documents/read-document.ts";
import { readEvents } from "../sections/events/read-events.ts";
import { readInvestigation } from "../sections/groups/read-investigation.ts";
import { readIssue } from "../sections/medication/read-issue.ts";
import { readMedication } from "../sections/medication/read-medication.ts";
import { readReport } from "../sections/pathology/read-report.ts";
import { readPatient } from "../sections/patient/read-patient.ts";
import { readMedicationReview, readPlan } from "../sections/plans/read-plan.ts";
import { linkParents, linkProblems, placeProblems } from "../sections/problems/read-problem.ts";
import { readReferral } from "../sections/referrals/read-referral.ts";
import { readRegistrations } from "../sections/registrations/read-registrations.ts";
import { readTestRequestHeader } from "../sections/test-requests/read-test-request.ts";
import type { WireMedicalRecord } from "../wire/medical-record-type.ts";
import { joinCarriers } from "./join-carriers.ts";
import { linkReferrals } from "./link-referrals.ts";
import type { Reading } from "./reading.ts";

interface Deletable {
  readonly FileStatus?: string | undefined;
}

/**
 * Reads a medical record into the draft: directories first, which references name; then the lists, which
 * consultations refer to; then consultations; at last what links entries that are now all there.
 */
export function readMedicalRecord(wire: WireMedicalRecord, reading: Reading): void {
  const readList = <Wire extends Deletable>(
    list: string,
    items: readonly Wire[] | undefined,
    read: (item: Wire) => void,
  ): void => {
    for (const item of items ?? []) {
      if (item.FileStatus === "2") reading.deleted(list, item);
      else read(item);
    }
  };
  readDirectories(wire, reading);
  reading.draft.patient = readPatient(wire.Registration ?? {}, wire["@PatientID"], reading);
  readRegistrations(wire.RegistrationStatus, wire.Registration, reading);
  if (wire.Registration) {
    const registration = wire.Registration;
    readMedicationReview(registration.MedicationReviewDate, registration, reading);
    readMessage(registration.ScreenMessage, { form: "ScreenMessage", wire: registration, reading });
  }
  if (wire.MiscellaneousData) {
    const { MiscellaneousData: data } = wire;
    readMessage(data.MedicationMessage, { form: "MedicationMessage", wire: data, reading });
  }
  const about = { place: {}, form: "List", reading };
  readList("MedicationList", wire.MedicationList?.Medication, (item) =>
    readMedication(item, about),
  );
  readList("IssueList", wire.IssueList?.Issue, (item) => readIssue(item, about));
  readList("AllergyList", wire.AllergyList?.Allergy, (item) =>
    readAllergy(item, { ...about, form: "Allergy" }),
  );
  readList("AlertList", wire.AlertList?.Alert, (item) => readAlert(item, {}, reading));
  readEvents(wire.EventList?.Event ?? [], {}, { reading, list: "EventList" });
  readList("InvestigationList", wire.InvestigationList?.Investigation, (item) =>
    readInvestigation(item, {}, reading),
  );
  readList("ReferralList", wire.ReferralList?.Referral, (item) => readReferral(item, {}, reading));
  readList("AttachmentList", wire.AttachmentList?.Attachment, (item) =>
    readDocument(item, {}, reading),
  );
  readList("DiaryList", wire.DiaryList?.Diary, (item) => readPlan(item, {}, reading));
  readList("EDIPathologyReportList", wire.EDIPathologyReportList?.PathologyReport, (item) =>
    readReport(item, reading),
  );
  readList("ConsultationList", wire.ConsultationList?.Consultation, (item) =>
    readConsultation(item, reading),
  );
  readList("TestRequestHeaderList", wire.TestRequestHeaderList?.TestRequestHeader, (item) =>
    readTestRequestHeader(item, {}, reading),
  );
  readList("NoteList", wire.NoteList?.Note, (item) => readNote(item, reading));
  readList("AppointmentList", wire.AppointmentList?.Appointment, (item) =>
    readAppointment(item, reading),
  );
  linkProblems(reading);
  linkReferrals(reading);
  placeProblems(reading);
  joinCarriers(reading);
  linkParents(reading);
}

function readDirectories(wire: WireMedicalRecord, reading: Reading): void {
  for (const policy of wire.PolicyList?.PolicyType ?? []) {
    const number = policy.RefId ?? policy.DBID ?? "";
    if (number !== "" && (policy.Term ?? "") !== "")
      reading.policies.set(number, policy.Term ?? "");
  }
  for (const type of wire.LocationTypeList?.LocationType ?? []) reading.locationTypes.add(type);
  for (const location of wire.LocationList?.Location ?? []) readLocation(location, reading);
  for (const person of wire.PeopleList?.Person ?? []) readPerson(person, reading);
}
