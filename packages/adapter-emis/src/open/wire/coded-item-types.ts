import {
  author,
  careAimFields,
  carePlanFields,
  ident,
  identFields,
  integerCode,
  linkList,
  numericValue,
  stringCode,
} from "./ident-types.ts";
import {
  byte,
  content,
  dateTime,
  integer,
  list,
  node,
  oneOf,
  required,
  string,
} from "./wire-spec.ts";
import type { WireOf } from "./wire-spec.ts";

export const datePart = oneOf("short", "0", "1", "2", "3", "4");
const episodicity = oneOf("byte", "0", "1", "2", "3", "4", "5", "6", "7");

const itemFields = {
  ...identFields,
  AssignedDate: string,
  DatePart: datePart,
  AssignedTime: string,
  Sequence: integer,
  AuthorID: ident,
  OriginalAuthor: author,
  ExternalConsultant: string,
  DisplayTerm: string,
  DescriptiveText: string,
  DataSource: integer,
  PolicyID: integer,
} as const;

export const problemFields = {
  ProblemStatus: oneOf("byte", "0", "1", "2", "3"),
  GroupingStatus: oneOf("byte", "0", "1", "2"),
  EndDate: string,
  EndDatePart: byte,
  ProblemType: oneOf("byte", "1", "2", "3"),
  Significance: oneOf("byte", "1", "2", "3"),
  ExpectedDuration: integer,
  ParentProblem: ident,
  Owner: byte,
  CareAimList: node({ CareAim: list(careAimFields) }),
  CarePlanList: node({ CarePlan: list(carePlanFields) }),
} as const;
export type WireProblem = WireOf<typeof problemFields>;

export const qualifierFields = { QualifierItemID: integerCode, Group: integerCode } as const;
export type WireQualifier = WireOf<typeof qualifierFields>;

/** CodedItemBaseType: what every coded entry has. */
export const codedItemFields = {
  ...itemFields,
  Code: stringCode,
  TermID: stringCode,
  QualifierList: node({ Qualifier: list(qualifierFields) }),
  Problem: node(problemFields),
  ProblemLinkList: linkList,
  ReferralLinkList: linkList,
} as const;
export type WireCodedItem = WireOf<typeof codedItemFields>;

const templateFields = {
  TemplateID: integer,
  TemplateInstanceID: integer,
  TemplateComponentName: string,
} as const;

const eventTypes = Array.from({ length: 15 }, (_, value) => String(value));

export const eventFields = {
  ...codedItemFields,
  GroupID: integer,
  Episodicity: episodicity,
  NumericValue: numericValue,
  TextValue: string,
  Abnormal: integer,
  GMS: integer,
  EventType: oneOf("integer", ...eventTypes),
  ...templateFields,
  QualifiedTerm: string,
  QualifiedCode: string,
} as const;
export type WireEvent = WireOf<typeof eventFields>;

/** TemplateComponentName of events that carry facts of another entry. */
export const carrierComponent = "Carried facts";

export const allergyFields = {
  ...codedItemFields,
  Episodicity: episodicity,
  AllergyType: byte,
  Codes: stringCode,
  Exclude: string,
} as const;
export type WireAllergy = WireOf<typeof allergyFields>;

export const alertFields = { ...codedItemFields, Book: integer, AriveSwap: integer } as const;
export type WireAlert = WireOf<typeof alertFields>;

export const attachmentFields = {
  ...codedItemFields,
  Title: string,
  Address: required(string),
  Version: integer,
  DDSIdentifier: string,
  AttachmentData: content,
} as const;
export type WireAttachment = WireOf<typeof attachmentFields>;

export const referralFields = {
  ...codedItemFields,
  Consultant: ident,
  Provider: ident,
  Speciality: stringCode,
  RequestType: oneOf("integer", "0", "1", "2", "3", "4", "5", "6", "7"),
  Team: ident,
  ReferralReason: string,
  Community: oneOf("integer", "0", "1"),
  Urgency: oneOf("integer", "0", "1", "2", "3"),
  NHS: oneOf("integer", "0", "1"),
  Transport: oneOf("integer", "0", "1", "2"),
  ReferralRef: string,
  SourceType: ident,
  Direction: integer,
  SourceLocation: ident,
  DatedReferral: dateTime,
  Rejected: byte,
  RejectionReason: string,
  Accepted: byte,
  Assessed: byte,
  ReasonTerm: stringCode,
  SourceDescription: string,
  SourceSpeciality: ident,
  ReferralMode: string,
} as const;
export type WireReferral = WireOf<typeof referralFields>;

export const diaryFields = {
  ...codedItemFields,
  ...templateFields,
  DurationTerm: string,
  Reminder: string,
  ReminderType: string,
  LocationTypeID: ident,
} as const;
export type WireDiary = WireOf<typeof diaryFields>;

export const testRequestFields = {
  ...codedItemFields,
  Reference: string,
  RequestHeaderID: ident,
  SpecimenType: string,
  SpecimenTypeCode: stringCode,
  CollectionDate: string,
  Status: oneOf("string", "S", "R", "D", "C", "F"),
  LastStatusDate: string,
  ResultsRef: ident,
  InvestigationRef: list(identFields),
  ResultsDate: string,
} as const;
export type WireTestRequest = WireOf<typeof testRequestFields>;

export const testRequestHeaderFields = {
  ...identFields,
  Requestor: ident,
  ConsultationID: ident,
  DateCreated: string,
  DateForTest: string,
  DateLastXRay: string,
  Status: required(string),
  LastStatusDate: string,
  CopyTo: string,
  NHS: oneOf("integer", "0", "1", "2"),
  Priority: integer,
  InnoculationRisk: oneOf("integer", "0", "1"),
  Fasted: oneOf("integer", "0", "1"),
  LastMenstualPeriod: string,
  ClinicalInformation: string,
  Pregnant: oneOf("integer", "0", "1"),
  EDIOrderList: node({
    EDIOrder: list({
      ...identFields,
      HeaderID: required(ident),
      Provider: ident,
      FormDestination: node({ ...identFields, Description: required(string) }),
      OrderCategory: required(oneOf("integer", "1", "2")),
      Status: oneOf("string", "S", "R", "D", "P", "F"),
      LastStatusDate: string,
      TestRequestList: node({ TestRequest: list(testRequestFields) }),
    }),
  }),
} as const;
export type WireTestRequestHeader = WireOf<typeof testRequestHeaderFields>;
