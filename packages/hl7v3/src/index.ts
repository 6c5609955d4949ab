export * from "./table/wire-node.ts";
export type { Infer, WireType } from "./table/wire-type.ts";
export type { Choice, ModelVersion, TextPart } from "./table/field-spec.ts";
export type { Finding, FindingCode } from "./table/finding.ts";

export * from "./data-types/address.ts";
export * from "./data-types/any-value.ts";
export * from "./data-types/name.ts";
export * from "./data-types/ratio.ts";
export {
  cd,
  ce,
  cr,
  cs,
  cv,
  ed,
  ivlPq,
  ivlTs,
  pq,
  pqr,
  sc,
  st,
  tel,
  type CD,
  type CE,
  type CR,
  type CS,
  type CV,
  type ED,
  type IVL_PQ,
  type IVL_TS,
  type PQ,
  type PQBound,
  type PQR,
  type QualifierGroup,
  type SC,
  type ST,
  type TEL,
  type Thumbnail,
} from "./data-types/coded.ts";
export {
  bl,
  ii,
  int,
  mo,
  real,
  ts,
  type BL,
  type II,
  type INT,
  type IVXB_TS,
  type MO,
  type REAL,
  type SXCM_TS,
  type TS,
  type URLValue,
} from "./data-types/simple.ts";

export * from "./agents/agent.ts";
export * from "./agents/agent-org-sds.ts";
export * from "./agents/agent-person-sds.ts";
export * from "./agents/agent-system-sds.ts";

export * from "./extract/compound-statement.ts";
export * from "./extract/ehr-composition.ts";
export * from "./extract/ehr-extract.ts";
export * from "./extract/ehr-folder.ts";
export * from "./extract/external-document.ts";
export * from "./extract/link-set.ts";
export * from "./extract/location.ts";
export * from "./extract/medication-statement.ts";
export * from "./extract/narrative-statement.ts";
export * from "./extract/observation-statement.ts";
export * from "./extract/participants.ts";
export * from "./extract/patient.ts";
export * from "./extract/plan-statement.ts";
export * from "./extract/product.ts";
export * from "./extract/references.ts";
export * from "./extract/specimen.ts";
export type { ReplacementOf, SequelTo, StatementReason } from "./extract/statement-tail.ts";
export * from "./extract/supply.ts";
