import { fixed } from "../table/attribute-spec.ts";
import { many, one, optional, since } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { cv } from "../data-types/coded.ts";
import { reference } from "./external-document.ts";
import { informant, participant } from "./participants.ts";
import { statementRef } from "./references.ts";

const replacementTable = hl7Class(
  "ReplacementOf",
  { typeCode: fixed("RPLC") },
  { priorStatementRef: one(statementRef) },
);
/** The statement that this one replaces. */
export interface ReplacementOf extends Infer<typeof replacementTable> {}
const replacementOf: WireType<ReplacementOf> = replacementTable;

const reasonTable = hl7Class(
  "Reason",
  { typeCode: fixed("RSON") },
  { justifyingStatementRef: one(statementRef) },
);
/** The statement that gives the reason of this one. */
export interface StatementReason extends Infer<typeof reasonTable> {}
const reason: WireType<StatementReason> = reasonTable;

const sequelTable = hl7Class(
  "SequelTo",
  { typeCode: fixed("SEQL") },
  { priorStatementRef: one(statementRef) },
);
/** The statement that this one follows. */
export interface SequelTo extends Infer<typeof sequelTable> {}
const sequelTo: WireType<SequelTo> = sequelTable;

/** The six parts that every statement has at its end. */
export const statementTail = {
  informant: many(informant),
  Participant: many(participant),
  replacementOf: many(replacementOf),
  reason: many(reason),
  reference: many(reference),
  sequelTo: many(sequelTo),
};

/** How confidential an entry is. NOPAT means: not to be shown to the patient. */
export const confidentialityCode = since("RCMR_MT030101UK05", optional(cv));
