import type { AnyEntry, EntrySection } from "@gp2gp/core";
import { emisDataOf } from "../emis-data.ts";

/** The element an entry is written as. */
export type EntryForm =
  | "Event"
  | "Allergy"
  | "Alert"
  | "Attachment"
  | "Referral"
  | "Diary"
  | "Medication"
  | "Issue"
  | "TestRequestHeader"
  | "TestRequest"
  | "PathologyReport"
  | "PathologyEvent"
  | "EDIInvestigation"
  | "EDIOrder"
  | "Appointment"
  | "Note"
  | "Person"
  | "Location"
  | "Registration"
  | "RegistrationHistory"
  | "StatusHistory"
  | "CurrentStatus"
  | "ScreenMessage"
  | "MedicationMessage"
  | "MedicationReviewDate"
  | "CareAim"
  | "CarePlan"
  | "ReferralLinkList"
  | "Reference"
  | "Consultation"
  | "Group"
  | "Problem";

/** The element of an entry: the one it came as from EMIS, else the one EMIS has for its section, else an event. */
export function formOf(section: EntrySection, entry: AnyEntry): EntryForm {
  const form = emisDataOf(entry)?.form;
  switch (section) {
    case "agents":
      return "kind" in entry && entry.kind === "person" ? "Person" : "Location";
    case "registrations":
      return oneOf(form, "Registration", "StatusHistory", "CurrentStatus") ?? "RegistrationHistory";
    case "consultations":
      return "Consultation";
    case "groups":
      if (form?.startsWith("EDIInvestigation") === true) return "EDIInvestigation";
      return oneOf(form, "EDIOrder") ?? "Group";
    case "problems":
      return "Problem";
    case "observations":
      return oneOf(form, "PathologyEvent") ?? "Event";
    case "allergies":
      return oneOf(form, "Event") ?? "Allergy";
    case "alerts":
      return oneOf(form, "Event", "ScreenMessage", "MedicationMessage") ?? "Alert";
    case "authorisations":
      return "Medication";
    case "issues":
      return "Issue";
    case "referrals":
      return oneOf(form, "Event") ?? "Referral";
    case "plans":
      return oneOf(form, "MedicationReviewDate") ?? "Diary";
    case "documents":
      return "Attachment";
    case "testReports":
      return oneOf(form, "PathologyReport") ?? "Event";
    case "testRequests":
      if (form === "ConsultationElement") return "TestRequestHeader";
      return oneOf(form, "TestRequestHeader", "TestRequest") ?? "Event";
    case "carePlans":
      return oneOf(form, "CareAim", "CarePlan") ?? "Event";
    case "links":
      if (form === "ConsultationElement") return "Reference";
      return oneOf(form, "ReferralLinkList") ?? "Event";
    case "appointmentsAndTasks":
      return appointmentForm(entry);
    case "contacts":
    case "dispenses":
    case "discontinuations":
    case "immunisations":
    case "narratives":
    case "questionnaires":
      return "Event";
  }
}

function oneOf<const Form extends EntryForm>(
  form: string | undefined,
  ...forms: readonly Form[]
): Form | undefined {
  return forms.find((known) => known === form);
}

function appointmentForm(entry: AnyEntry): EntryForm {
  const kind = "kind" in entry ? entry.kind : undefined;
  if (kind === "appointment") return "Appointment";
  return kind === "note" || kind === "task" ? "Note" : "Event";
}

const codedForms: ReadonlySet<EntryForm> = new Set([
  "Event",
  "Allergy",
  "Alert",
  "Attachment",
  "Referral",
  "Diary",
  "TestRequest",
]);

/** Elements that can name a problem. */
export function canNameProblem(form: EntryForm): boolean {
  return codedForms.has(form);
}

/** Elements that can say which problem they belong to. */
export function canBelongToProblem(form: EntryForm): boolean {
  return codedForms.has(form) || form === "Medication" || form === "Issue";
}

const formsWithPolicy: ReadonlySet<EntryForm> = new Set([
  ...codedForms,
  "Medication",
  "Issue",
  "Consultation",
  "Group",
  "Problem",
]);

/** Elements that can be under a confidentiality policy. */
export function canBeRestricted(form: EntryForm): boolean {
  return formsWithPolicy.has(form);
}
