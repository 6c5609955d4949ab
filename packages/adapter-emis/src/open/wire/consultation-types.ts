import {
  allergyFields,
  attachmentFields,
  datePart,
  diaryFields,
  eventFields,
  referralFields,
  testRequestHeaderFields,
} from "./coded-item-types.ts";
import { author, ident, identFields, integerCode, stringCode } from "./ident-types.ts";
import { medicationFields } from "./medication-types.ts";
import { byte, integer, list, node, required, short, string } from "./wire-spec.ts";
import type { WireOf } from "./wire-spec.ts";

export const investigationBaseFields = {
  ...identFields,
  DisplayTerm: string,
  DataSource: integer,
  Code: stringCode,
  TermID: stringCode,
  Abnormal: string,
  DataType: required(string),
  ReportID: string,
  SpecimenID: string,
  SpecimenType: string,
  NumberOfTests: integer,
  RepInvNumber: integer,
  UserComment: string,
} as const;

export const investigationFields = {
  ...investigationBaseFields,
  AssignedDate: required(string),
  DatePart: short,
  AssignedTime: string,
  DescriptiveText: string,
  OriginalAuthor: author,
  AuthorID: ident,
  PolicyID: integer,
  EventList: node({ Event: list(eventFields) }),
} as const;
export type WireInvestigation = WireOf<typeof investigationFields>;

/** One line of a consultation: at most one of the members after Header. */
export const consultationElementFields = {
  ...identFields,
  DisplayOrder: short,
  ProblemSection: byte,
  Header: integerCode,
  Event: node(eventFields),
  Medication: node(medicationFields),
  Diary: node(diaryFields),
  Referral: node(referralFields),
  Allergy: node(allergyFields),
  Attachment: node(attachmentFields),
  TestRequest: node(testRequestHeaderFields),
  Investigation: node(investigationFields),
} as const;
export type WireConsultationElement = WireOf<typeof consultationElementFields>;

export const consultationFields = {
  ...identFields,
  AssignedDate: required(string),
  DatePart: datePart,
  UserID: ident,
  ExternalConsultant: string,
  LocationID: ident,
  LocationTypeID: ident,
  AccompanyingHCPID: ident,
  ConsultationType: byte,
  Duration: integer,
  TravelTime: integer,
  AppointmentSlotID: integer,
  DataSource: integer,
  PolicyID: integer,
  OriginalAuthor: author,
  ElementList: node({ ConsultationElement: list(consultationElementFields) }),
} as const;
export type WireConsultation = WireOf<typeof consultationFields>;
