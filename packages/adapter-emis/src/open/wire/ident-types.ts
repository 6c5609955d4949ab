import { decimal, dateTime, integer, list, node, oneOf, required, string } from "./wire-spec.ts";
import type { WireOf } from "./wire-spec.ts";

/** IdentType: what every entry and every reference begins with. */
export const identFields = {
  DBID: integer,
  RefID: integer,
  GUID: string,
  FileStatus: integer,
  OldGUID: string,
} as const;
export const ident = node(identFields);
export type WireIdent = WireOf<typeof identFields>;

export const codeSchemes = [
  "READ2",
  "READ4",
  "EMISCLINICAL",
  "EMISDRUGGROUP",
  "EMISCONSTITUENT",
  "EMISDRUGNAME",
  "EMISBOTH",
  "EMISNONDRUGALLERGY",
  "SNOMED",
] as const;
export type CodeScheme = (typeof codeSchemes)[number];

export const stringCodeFields = {
  Value: string,
  Scheme: oneOf("string", ...codeSchemes),
  Term: string,
  OldCode: string,
  MapCode: string,
  MapScheme: string,
} as const;
export const stringCode = node(stringCodeFields);
export type WireStringCode = WireOf<typeof stringCodeFields>;

export const integerCodeFields = {
  Value: integer,
  Scheme: string,
  Term: string,
  OldCode: string,
  MapCode: string,
  MapScheme: string,
  InterventionTarget: stringCode,
} as const;
export const integerCode = node(integerCodeFields);
export type WireIntegerCode = WireOf<typeof integerCodeFields>;

export const authorFields = { User: ident, SystemDate: string } as const;
export const author = node(authorFields);
export type WireAuthor = WireOf<typeof authorFields>;

export const addressFields = {
  ...identFields,
  HouseNameFlat: string,
  Street: string,
  Village: string,
  Town: string,
  County: string,
  PostCode: string,
} as const;
export const address = node(addressFields);
export type WireAddress = WireOf<typeof addressFields>;

export const linkListFields = {
  Link: list({ Target: required(ident), LinkType: required(oneOf("integer", "0", "1", "2")) }),
} as const;
export const linkList = node(linkListFields);
export type WireLinkList = WireOf<typeof linkListFields>;

export const numericValueFields = {
  Operator: string,
  Value: decimal,
  Units: string,
  MinRangeOperator: string,
  MaximumRangeOperator: string,
  NumericMinimum: decimal,
  NumericMaximum: decimal,
} as const;
export const numericValue = node(numericValueFields);
export type WireNumericValue = WireOf<typeof numericValueFields>;

export const careAimFields = {
  PKId: required(ident),
  Goal: required(string),
  TargetDate: dateTime,
  ExpectedValue: string,
  ActualValue: string,
} as const;
export const carePlanFields = {
  PKId: required(ident),
  DisplayTerm: required(string),
  TermId: stringCode,
  Notes: string,
  TemplateId: ident,
  InterventionCategoryId: required(ident),
  InterventionTargetTermId: stringCode,
} as const;
export type WireCareAim = WireOf<typeof careAimFields>;
export type WireCarePlan = WireOf<typeof carePlanFields>;

export const commentListFields = { EDIComment: list({ FTX: string }) } as const;
export const commentList = node(commentListFields);
export type WireCommentList = WireOf<typeof commentListFields>;
