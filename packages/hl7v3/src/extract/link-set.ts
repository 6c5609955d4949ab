import { defaulted, fixed } from "../table/attribute-spec.ts";
import { many, one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { cd, cs, ivlTs } from "../data-types/coded.ts";
import { ii, ts } from "../data-types/simple.ts";
import { statementRef } from "./references.ts";
import { confidentialityCode, statementTail } from "./statement-tail.ts";

const componentTable = hl7Class(
  "Component6",
  { typeCode: fixed("COMP") },
  { statementRef: one(statementRef) },
);
/** A statement that belongs to a link set. */
export interface LinkComponent extends Infer<typeof componentTable> {}
const linkComponent: WireType<LinkComponent> = componentTable;

const namedTable = hl7Class(
  "ConditionNamed",
  { typeCode: fixed("NAME"), inversionInd: defaulted("true", "bl") },
  { namedStatementRef: one(statementRef) },
);
/** The statement that names the condition. */
export interface ConditionNamed extends Infer<typeof namedTable> {}
const conditionNamed: WireType<ConditionNamed> = namedTable;

const linkSetTable = hl7Class(
  "LinkSet",
  { classCode: fixed("OBS"), moodCode: fixed("EVN") },
  {
    id: one(ii),
    code: one(cd),
    statusCode: one(cs),
    effectiveTime: optional(ivlTs),
    availabilityTime: one(ts),
    confidentialityCode,
    component: many(linkComponent),
    // MIM: conditionNamed is 0..1
    conditionNamed: optional(conditionNamed),
    ...statementTail,
  },
);
/** A problem: the statement that names it, the statements that belong to it, and whether it is active and significant. */
export interface LinkSet extends Infer<typeof linkSetTable> {}
export const linkSet: WireType<LinkSet> = linkSetTable;
