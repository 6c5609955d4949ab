import { defaulted, fixed } from "../table/attribute-spec.ts";
import { choice, many, one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { cd, cs, cv, ivlTs } from "../data-types/coded.ts";
import { bl, ii, int, ts } from "../data-types/simple.ts";
import { linkSet } from "./link-set.ts";
import { medicationStatement } from "./medication-statement.ts";
import { ehrEmpty, narrativeStatement } from "./narrative-statement.ts";
import { observationStatement } from "./observation-statement.ts";
import { planStatement, registrationStatement, requestStatement } from "./plan-statement.ts";
import { specimen } from "./specimen.ts";
import { confidentialityCode, statementTail } from "./statement-tail.ts";

/** The nine kinds of statement. */
const statement = choice({
  CompoundStatement: (): WireType<CompoundStatement> => compoundStatement,
  EhrEmpty: ehrEmpty,
  LinkSet: linkSet,
  MedicationStatement: medicationStatement,
  NarrativeStatement: narrativeStatement,
  ObservationStatement: observationStatement,
  PlanStatement: planStatement,
  RegistrationStatement: registrationStatement,
  RequestStatement: requestStatement,
});

const nestedTable = hl7Class(
  "Component02",
  { typeCode: fixed("COMP"), contextConductionInd: defaulted("true", "bl") },
  {
    sequenceNumber: optional(int),
    // MIM: spelt so in the schema
    seperatableInd: optional(bl),
    statement,
  },
);
/** A statement in a compound statement. */
export interface NestedComponent extends Infer<typeof nestedTable> {}
export const nestedComponent: WireType<NestedComponent> = nestedTable;

const compoundTable = hl7Class(
  "CompoundStatement",
  { classCode: defaulted("ACT"), moodCode: fixed("EVN") },
  {
    id: many(ii, 1, 2),
    code: one(cd),
    statusCode: one(cs),
    effectiveTime: one(ivlTs),
    availabilityTime: one(ts),
    priorityCode: optional(cv),
    confidentialityCode,
    uncertaintyCode: optional(cv),
    specimen: many(specimen),
    component: many(nestedComponent, 1),
    ...statementTail,
  },
);
/** Statements that belong together: `classCode` TOPIC, CATEGORY, CLUSTER or BATTERY. A second id is a report's own number. */
export interface CompoundStatement extends Infer<typeof compoundTable> {}
export const compoundStatement: WireType<CompoundStatement> = compoundTable;

const componentTable = hl7Class("Component4", { typeCode: fixed("COMP") }, { statement });
/** A statement of a composition. */
export interface StatementComponent extends Infer<typeof componentTable> {}
export const statementComponent: WireType<StatementComponent> = componentTable;

/** Any statement; `kind` says which. */
export type Statement = NonNullable<StatementComponent["statement"]>;
