import { fixed, required } from "../table/attribute-spec.ts";
import { one } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { ii } from "../data-types/simple.ts";

const agentTable = hl7Class("AgentRef", { classCode: fixed("AGNT") }, { id: one(ii) });
/** Points to an agent of the folder's directory, by one of its ids. */
export interface AgentRef extends Infer<typeof agentTable> {}
export const agentRef: WireType<AgentRef> = agentTable;

const statementTable = hl7Class(
  "StatementRef",
  { classCode: required(), moodCode: required() },
  { id: one(ii) },
);
/** Points to a statement by its id; class and mood code are those of the statement. */
export interface StatementRef extends Infer<typeof statementTable> {}
export const statementRef: WireType<StatementRef> = statementTable;

const medicationTable = hl7Class(
  "MedicationRef",
  { classCode: fixed("SBADM"), moodCode: required() },
  { id: one(ii) },
);
/** Points to a medication statement, or to a supply in one, by its id. */
export interface MedicationRef extends Infer<typeof medicationTable> {}
export const medicationRef: WireType<MedicationRef> = medicationTable;

const compositionTable = hl7Class(
  "CompositionRef",
  { classCode: fixed("COMPOSITION"), moodCode: fixed("EVN") },
  { id: one(ii) },
);
/** Points to a composition by its id. */
export interface CompositionRef extends Infer<typeof compositionTable> {}
export const compositionRef: WireType<CompositionRef> = compositionTable;
