export * from "./table/wire-node.ts";
export type { Infer, WireType } from "./table/wire-type.ts";
export type { Choice, ModelVersion, TextPart } from "./table/field-spec.ts";
export type { Finding, FindingCode } from "./table/finding.ts";
export { hl7Namespace } from "./table/names.ts";
export { ParseReport, type ParseReportOptions } from "./table/parse-report.ts";
export { parseWire, type ParseWireOptions } from "./table/parse-wire.ts";
export { serialiseWire, type SerialiseWireOptions } from "./table/serialise-wire.ts";
export type { Splice } from "./table/raw-output.ts";
export { checkWire, type CheckWireOptions } from "./table/check-wire.ts";
export { soundWire, type SoundWireOptions } from "./table/sound-wire.ts";
export { withDefaults } from "./table/with-defaults.ts";

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

export type {
  CommunicationFunction,
  TransmissionDevice,
} from "./transmission/communication-function.ts";
export type {
  DetectedIssueEvent,
  MessageReason,
  MessageSystemAuthor,
  MessagePersonAuthor,
} from "./transmission/control-act.ts";

export * from "./messages/acknowledgement.ts";
export {
  acknowledgementMessage,
  type Acknowledgement,
  type AcknowledgementDetail,
  type AcknowledgementMessage,
} from "./messages/acknowledgement-message.ts";
export {
  buildEhrExtractMessage,
  type ExtractInteraction,
  type ExtractMessageFacts,
} from "./messages/build-extract-message.ts";
export { checkAcknowledgement } from "./messages/check-acknowledgement.ts";
export { checkEhrRequest } from "./messages/check-ehr-request.ts";
export * from "./messages/ehr-request.ts";
export { ehrExtractMessage, type EhrExtractMessage } from "./messages/extract-message.ts";
export type { EnvelopeLeaf } from "./messages/find-message.ts";
export { Hl7MessageError, type Hl7MessageErrorCode } from "./messages/hl7-message-error.ts";
export type { MessageFacts } from "./messages/message-route.ts";
export {
  findExtractRoot,
  parseEhrExtractMessage,
  type ExtractEnvelope,
  type FoundExtract,
  type ParsedExtract,
} from "./messages/parse-extract.ts";
export {
  ehrRequestMessage,
  type EhrRequest,
  type EhrRequestMessage,
} from "./messages/request-message.ts";
export * from "./messages/serialise-message.ts";

export * from "./vocabulary/acknowledgement-reasons.ts";
export * from "./vocabulary/oids.ts";
export { participationTypes } from "./vocabulary/participation-types.ts";
