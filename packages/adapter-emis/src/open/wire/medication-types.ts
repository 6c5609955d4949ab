import { author, ident, identFields, integerCode, linkList } from "./ident-types.ts";
import { decimal, integer, list, node, oneOf, required, string } from "./wire-spec.ts";
import type { WireOf } from "./wire-spec.ts";

const mixtureFields = {
  LocalMixture: required(ident),
  MixtureName: required(string),
  Constituents: list({
    PreparationID: required(integerCode),
    StrengthQuantity: string,
  }),
} as const;

/** PreparationID or Mixture, never both. */
export const drugFields = { PreparationID: integerCode, Mixture: node(mixtureFields) } as const;
export type WireDrug = WireOf<typeof drugFields>;

const issueMethods = ["S", "Q", "H", "X", "O", "P", "N", "F", "D", "B", "R", "E"] as const;

export const medicationFields = {
  ...identFields,
  AuthorisedUserID: ident,
  OriginalAuthor: author,
  AssignedDate: string,
  DateLastIssue: string,
  IssueMethod: oneOf("string", ...issueMethods),
  DateRxExpire: string,
  DoseAbbreviation: string,
  Dosage: string,
  Quantity: decimal,
  QuantityUnits: string,
  QuantityRepresentation: string,
  Duration: integer,
  MixtureIndicator: integer,
  Drug: required(node(drugFields)),
  PrescriptionType: oneOf("string", "ACUTE", "REPEAT", "AUTOMATIC", ""),
  DrugSource: string,
  RxReviewDate: string,
  PharmacyText: string,
  RxText: string,
  AuthorisedIssue: integer,
  IssueCount: integer,
  Status: oneOf("string", "C", "N", "P", "A", "R", "G"),
  Advice: string,
  Template: string,
  TemplateComponent: string,
  TemplateInstance: integer,
  DrugDelivery: node({
    DoseQuantity: decimal,
    DoseUnits: string,
    Frequency: integer,
    FrequencyUnits: string,
    DailyDose: decimal,
    DailyDoseUnits: string,
  }),
  ControlledDrug: node({
    DduBatch: string,
    DduPrinted: string,
    DduCollect: string,
    DduNextDate: string,
    DduReduceBy: string,
    DduAfter: string,
    DduUntil: string,
    DduNextDose: string,
    DduOffset: string,
    DduClWorker: string,
    DduPickUp: string,
    DduDoseAbbrev: string,
  }),
  ProblemLinkList: linkList,
  ServiceType: string,
  DispensingInterval: integer,
  RepeatIssueCount: integer,
  RepeatInterval: integer,
  ETPIssue: integer,
  ContraceptiveIssue: integer,
  PolicyId: integer,
} as const;
export type WireMedication = WireOf<typeof medicationFields>;

export const issueFields = {
  ...medicationFields,
  EstimatedCost: decimal,
  Comment: string,
  IssuerID: ident,
  DateTimePrint: string,
  DateTimeDispense: string,
  DispenserID: ident,
  BatchNumber: string,
  MedicationLink: node({ GUID: string, PreparationID: integer, SystemDate: string }),
} as const;
export type WireIssue = WireOf<typeof issueFields>;
