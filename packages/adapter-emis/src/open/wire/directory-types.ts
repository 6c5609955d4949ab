import { address, ident, identFields } from "./ident-types.ts";
import { attribute, integer, list, node, oneOf, required, string } from "./wire-spec.ts";
import type { WireOf } from "./wire-spec.ts";

const yesOrNo = oneOf("string", "Y", "N");

export const personFields = {
  "@Security1": attribute("string"),
  "@Security2": attribute("string"),
  ...identFields,
  Mnemonic: string,
  PCSUser: integer,
  ActiveEMISUser: string,
  Title: string,
  FirstNames: string,
  LastName: string,
  Category: node({
    "@Purpose": attribute("string", "UPDATE", "REFERENCE"),
    ...identFields,
    Mnemonic: string,
    Description: string,
  }),
  NationalCode: string,
  PrescriptionCode: string,
  GmcCode: integer,
  UKCCCode: string,
  Scripts: yesOrNo,
  Consulter: oneOf("string", "Y", "N", "O", ""),
  ContractStart: string,
  ContractEnd: string,
  Doctor: yesOrNo,
  Locum: yesOrNo,
  Registrar: yesOrNo,
  Maternity: string,
  ChildSurveillance: yesOrNo,
  Contraceptive: yesOrNo,
  TwentyFourHour: yesOrNo,
  MinorSurgery: yesOrNo,
  ResonsibleHA: ident,
  Trainer: ident,
  ContractualRelationship: oneOf("string", "A", "E", "O", "P"),
  Address: address,
  Telephone1: string,
  Telephone2: string,
  Fax: string,
  Email: string,
  Role: node({
    ...identFields,
    Application: node({ ...identFields, ApplicationMnemonic: string, ApplicationName: string }),
    Team: ident,
    Location: ident,
  }),
} as const;
export type WirePerson = WireOf<typeof personFields>;

export const locationFields = {
  ...identFields,
  LocationName: string,
  NationalCode: string,
  LocationTypeID: ident,
  Address: address,
  Telephone1: string,
  Telephone2: string,
  Fax: string,
  Email: string,
  Contact: string,
  Cypher: string,
  Interchange: integer,
  LinkCode: string,
  SeniorPartner: string,
  PCGCode: string,
  PCTCode: string,
  GPLinkCodeList: node({ GPLinkCode: list({ ...identFields, LinkCode: required(string) }) }),
} as const;
export type WireLocation = WireOf<typeof locationFields>;

export const locationTypeFields = { ...identFields, Description: string } as const;
export type WireLocationType = WireOf<typeof locationTypeFields>;

export const policyFields = {
  DBID: integer,
  RefId: integer,
  GUID: string,
  Term: string,
  FileStatus: integer,
  UserList: node({ PolicyUser: list(personFields) }),
} as const;
export type WirePolicy = WireOf<typeof policyFields>;
