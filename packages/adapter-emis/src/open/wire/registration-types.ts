import { address, ident, identFields, integerCode } from "./ident-types.ts";
import { integer, list, node, oneOf, required, string } from "./wire-spec.ts";
import type { WireOf } from "./wire-spec.ts";

export const registrationFields = {
  ...identFields,
  DateOfBirth: string,
  Sex: string,
  PreviousNames: string,
  FamilyName: string,
  CallingName: string,
  FirstNames: string,
  Title: string,
  NhsNumber: string,
  Address: address,
  HomeTelephone: string,
  RegisteredGpID: ident,
  UsualGpID: ident,
  TradingHaID: ident,
  WalkingQuarters: integer,
  Dispensing: string,
  RuralMileage: integer,
  DifficultQuarters: integer,
  ResidentialInstitute: string,
  BlockedSpecial: string,
  RecordsAt: string,
  HospitalNumbers: string,
  DeductedDate: string,
  DateOfDeath: string,
  Dead: oneOf("integer", "0", "1"),
  DateAdded: string,
  OldNhsNumber: string,
  WorkTelephone: string,
  Mobile: string,
  Email: string,
  HomeAddress: address,
  HomeGP: string,
  HomeGPCode: string,
  CHINumber: string,
  FootpathMiles: string,
  WaterMiles: string,
  ServiceType: string,
  ServiceNumber: string,
  CustomRegistrationFields: node({
    CustomRegistrationEntry: list({ FieldName: required(string), FieldValue: string }),
  }),
  GRONumber: string,
  UPCINumber: string,
  MaritalStatus: string,
  MedicationReviewDate: string,
  ExemptionExpiry: string,
  ScreenMessage: string,
  ReminderSent: string,
  EthnicCode: string,
  PrisonNumber: string,
  PreviousPrisonNumbers: string,
  PrisonDoctorGP: ident,
  SocialSecurityNumber: string,
  PolicyId: integer,
  Archived: integer,
  SCN: integer,
} as const;
export type WireRegistration = WireOf<typeof registrationFields>;

export const statusFields = {
  ...identFields,
  Code: integerCode,
  StatusDate: string,
  PatientType: integerCode,
} as const;

export const currentStatusFields = {
  ...statusFields,
  PracticeRegistered: integer,
  HARegistered: integer,
} as const;
export type WireCurrentStatus = WireOf<typeof currentStatusFields>;

export const registrationHistoryFields = {
  DateRegistered: string,
  DateDeregistered: string,
  PatientType: integerCode,
} as const;
export type WireRegistrationHistory = WireOf<typeof registrationHistoryFields>;

export const registrationStatusFields = {
  CurrentStatus: node(currentStatusFields),
  StatusHistoryList: node({ StatusHistory: list(statusFields) }),
  RegistrationHistoryList: node({ RegistrationHistory: list(registrationHistoryFields) }),
} as const;
export type WireRegistrationStatus = WireOf<typeof registrationStatusFields>;

export const appointmentFields = {
  ...identFields,
  SessionHolder: ident,
  LocationID: ident,
  AssignedDate: string,
  Time: string,
  Site: required(node({ ID: integer, Name: string })),
  SessionID: integer,
  Reason: string,
  Duration: { kind: "leaf", lexical: "decimal" },
  RUB: string,
} as const;
export type WireAppointment = WireOf<typeof appointmentFields>;

export const noteFields = {
  ...identFields,
  AssignedDate: string,
  Time: string,
  Urgency: integer,
  OwnerID: ident,
  AuthorID: ident,
  ActionBefore: string,
  NoteCode: string,
  Status: string,
  NoteText: string,
  DataType: string,
  ReportID: string,
} as const;
export type WireNote = WireOf<typeof noteFields>;
