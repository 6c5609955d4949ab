import { fixed } from "../table/attribute-spec.ts";
import { many, one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { agentPersonRoleSDS } from "../agents/agent-person-sds.ts";
import { agentSystemSDS } from "../agents/agent-system-sds.ts";
import { cd } from "../data-types/coded.ts";

// MCAI_MT040101UK03

const personAuthorTable = hl7Class(
  "Author",
  { typeCode: fixed("AUT") },
  { AgentPersonSDS: one(agentPersonRoleSDS) },
);
/** The person who caused a message. */
export interface MessagePersonAuthor extends Infer<typeof personAuthorTable> {}
const personAuthor: WireType<MessagePersonAuthor> = personAuthorTable;

const systemAuthorTable = hl7Class(
  "Author2",
  { typeCode: fixed("AUT") },
  { AgentSystemSDS: one(agentSystemSDS) },
);
/** The system that made a message. */
export interface MessageSystemAuthor extends Infer<typeof systemAuthorTable> {}
const systemAuthor: WireType<MessageSystemAuthor> = systemAuthorTable;

const issueTable = hl7Class(
  "DetectedIssueEvent",
  { classCode: fixed("ALRT"), moodCode: fixed("EVN") },
  { code: one(cd) },
);
/** What went wrong. */
export interface DetectedIssueEvent extends Infer<typeof issueTable> {}
const detectedIssueEvent: WireType<DetectedIssueEvent> = issueTable;

const reasonTable = hl7Class(
  "Reason",
  { typeCode: fixed("RSON") },
  { justifyingDetectedIssueEvent: one(detectedIssueEvent) },
);
/** Why a message is what it is: mostly why an acknowledgement is negative. */
export interface MessageReason extends Infer<typeof reasonTable> {}
const messageReason: WireType<MessageReason> = reasonTable;

/** The class and mood of a control act. */
export const controlActAttributes = { classCode: fixed("CACT"), moodCode: fixed("EVN") };

/** Who caused a message, which system made it, and why. */
export const controlActFields = {
  author: optional(personAuthor),
  author1: many(systemAuthor, 1, 2),
  reason: many(messageReason),
};
