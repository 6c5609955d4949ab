import {
  alertFields,
  allergyFields,
  attachmentFields,
  diaryFields,
  eventFields,
  referralFields,
  testRequestHeaderFields,
} from "./coded-item-types.ts";
import { consultationFields, investigationFields } from "./consultation-types.ts";
import {
  locationFields,
  locationTypeFields,
  personFields,
  policyFields,
} from "./directory-types.ts";
import { ident } from "./ident-types.ts";
import { issueFields, medicationFields } from "./medication-types.ts";
import { pathologyReportFields } from "./pathology-types.ts";
import {
  appointmentFields,
  noteFields,
  registrationFields,
  registrationStatusFields,
} from "./registration-types.ts";
import { attribute, integer, list, node, oneOf, required, string } from "./wire-spec.ts";
import type { WireOf } from "./wire-spec.ts";

export const medicalRecordNamespace = "http://www.e-mis.com/emisopen/MedicalRecord";

/** MedicalRecordType of EmisOpen MedicalRecord 3.8. */
export const medicalRecordFields = {
  "@PatientID": attribute("integer"),
  Registration: node(registrationFields),
  RegistrationChangeHistory: node({
    RegistrationEntry: list({
      FieldName: required(string),
      FieldValue: string,
      DateChanged: required(string),
      UserID: required(ident),
    }),
  }),
  MiscellaneousData: node({ MedicationMessage: string, AutomaticWeekNumber: integer }),
  EventList: node({ Event: list(eventFields) }),
  ConsultationList: node({ Consultation: list(consultationFields) }),
  InvestigationList: node({ Investigation: list(investigationFields) }),
  ReferralList: node({ Referral: list(referralFields) }),
  AllergyList: node({ Allergy: list(allergyFields) }),
  MedicationList: node({ Medication: list(medicationFields) }),
  IssueList: node({ Issue: list(issueFields) }),
  AttachmentList: node({ Attachment: list(attachmentFields) }),
  DiaryList: node({ Diary: list(diaryFields) }),
  AlertList: node({ Alert: list(alertFields) }),
  RegistrationStatus: node(registrationStatusFields),
  EDIPathologyReportList: node({ PathologyReport: list(pathologyReportFields) }),
  TestRequestHeaderList: node({ TestRequestHeader: list(testRequestHeaderFields) }),
  NoteList: node({ Note: list(noteFields) }),
  AppointmentList: node({ Appointment: list(appointmentFields) }),
  PeopleList: node({ Person: list(personFields) }),
  LocationList: node({ Location: list(locationFields) }),
  LocationTypeList: node({ LocationType: list(locationTypeFields) }),
  Originator: node({
    System: node({ Name: string, Version: string }),
    OrganisationType: ident,
    Organisation: ident,
  }),
  RecipientID: ident,
  MessageInformation: node({
    DateCreated: string,
    TimeCreated: string,
    MessagePurpose: node({
      Post: node({
        PostType: required(oneOf("integer", "1", "2")),
        SessionID: required(string),
      }),
      Get: node({
        MRGetType: required(oneOf("integer", "1", "2", "3", "4")),
        DataSet: string,
        SessionID: required(string),
      }),
    }),
    MessagingError: node({ ErrorString: required(string), Errornumber: integer }),
  }),
  PolicyList: node({ PolicyType: list(policyFields) }),
} as const;
export type WireMedicalRecord = WireOf<typeof medicalRecordFields>;
