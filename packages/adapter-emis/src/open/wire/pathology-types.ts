import { investigationBaseFields } from "./consultation-types.ts";
import { commentList, identFields, numericValue, stringCode } from "./ident-types.ts";
import { decimal, integer, list, node, oneOf, required, string } from "./wire-spec.ts";
import type { WireOf } from "./wire-spec.ts";

/** NationalCode, AgreedID or Name: one of them. */
export const structuredIdentFields = {
  ...identFields,
  NationalCode: node({ CodeScheme: string, Code: string }),
  AgreedID: string,
  Name: string,
} as const;
const structuredIdent = node(structuredIdentFields);
export type WireStructuredIdent = WireOf<typeof structuredIdentFields>;

export const pathologyTestFields = {
  ...identFields,
  ReportID: required(string),
  SpecimenID: required(string),
  DisplayTerm: string,
  Code: stringCode,
  TermID: stringCode,
  NumericValue: numericValue,
  TextValue: string,
  AbnormalIndicator: string,
  EDIResultStatus: string,
  LabSpecifiedCommentList: commentList,
  RangeInformationList: node({
    RangeInformation: list({
      MinRange: string,
      MaxRange: string,
      RangeFTXList: commentList,
      RangeQualifier: string,
    }),
  }),
  FiledCode: stringCode,
  TestNumber: integer,
} as const;
export type WirePathologyTest = WireOf<typeof pathologyTestFields>;

export const pathologyInvestigationFields = {
  ...investigationBaseFields,
  UserCommentAppliedBy: string,
  LabSpecifiedCommentList: commentList,
  EDIResultStatus: string,
  InvestigationPerformedDateTime: string,
  FiledCode: stringCode,
  InvContainsStandAloneTest: string,
  PathologyEventList: node({ PathologyEvent: list(pathologyTestFields) }),
} as const;
export type WirePathologyInvestigation = WireOf<typeof pathologyInvestigationFields>;

export const specimenFields = {
  ...identFields,
  ReportID: required(string),
  SpecimenID: required(string),
  SpecimenType: string,
  FastingStatus: string,
  SpecimenVolume: decimal,
  SpecimenUnits: string,
  CollectionProcedure: string,
  AnotomicalOrigin: string,
  SpecimenTextList: commentList,
  SampleDateTime: string,
  CollectionStartDate: string,
  CollectionEndDate: string,
  ReceivedByLabDateTime: string,
  EDIInvestigationList: node({ EDIInvestigation: list(pathologyInvestigationFields) }),
} as const;
export type WireSpecimen = WireOf<typeof specimenFields>;

export const pathologyReportFields = {
  ...identFields,
  ReportDataType: integer,
  ReportID: required(string),
  ReportReceivedDateTime: string,
  ReportIssueDateTime: string,
  ReportTextList: commentList,
  Abnormal: integer,
  RecordFileStatus: integer,
  ConsultationRef: string,
  Box: integer,
  RequestID: string,
  RequestDateTime: string,
  CurrentOwner: structuredIdent,
  Identifiers: node({
    OriginalDetails: node({
      Forename: string,
      LastName: string,
      DateOfBirth: string,
      NHS: string,
      Address: string,
      Sex: string,
      LabSubjectID: string,
    }),
    MatchedDetails: node({
      Forename: string,
      LastName: string,
      DateOfBirth: string,
      NHS: string,
      PatientID: string,
      Sex: string,
    }),
  }),
  OriginalRequestor: node({ Organisation: structuredIdent, Person: structuredIdent }),
  MessageRecepient: structuredIdent,
  ServiceProvider: node({
    Department: structuredIdent,
    Organisation: structuredIdent,
    Person: structuredIdent,
  }),
  OriginalMessageDetails: node({
    SenderEDICode: string,
    ReceiverEDICode: string,
    InterChange: string,
    MessageID: string,
    MessageType: oneOf("string", "ASTM", "MEDRPT", "NHS002", "NHS003"),
  }),
  ClinicalInformationList: commentList,
  ViewedBy: string,
  TrueReportID: string,
  SpecimenList: required(node({ Specimen: list(specimenFields) })),
} as const;
export type WirePathologyReport = WireOf<typeof pathologyReportFields>;
