import { fixed } from "../table/attribute-spec.ts";
import { many, one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { cd, ce, cs, cv, ed, ivlTs } from "../data-types/coded.ts";
import { ii, ts } from "../data-types/simple.ts";
import { registrationResponsibleParty, requestResponsibleParty } from "./participants.ts";
import { confidentialityCode, statementTail } from "./statement-tail.ts";

const planTable = hl7Class(
  "PlanStatement",
  { classCode: fixed("OBS"), moodCode: fixed("INT") },
  {
    id: one(ii),
    code: one(cd),
    text: optional(ed),
    statusCode: one(cs),
    effectiveTime: one(ivlTs),
    availabilityTime: one(ts),
    priorityCode: optional(cv),
    confidentialityCode,
    ...statementTail,
  },
);
/** Something to be done: a recall, a diary entry. */
export interface PlanStatement extends Infer<typeof planTable> {}
export const planStatement: WireType<PlanStatement> = planTable;

const requestTable = hl7Class(
  "RequestStatement",
  { classCode: fixed("OBS"), moodCode: fixed("RQO") },
  {
    id: many(ii, 1, 2),
    code: one(cd),
    text: optional(ed),
    statusCode: one(cs),
    effectiveTime: one(ivlTs),
    availabilityTime: one(ts),
    priorityCode: optional(cv),
    confidentialityCode,
    responsibleParty: optional(requestResponsibleParty),
    ...statementTail,
  },
);
/** A request to somebody: a referral, a test asked for. A second id is the request's own number (the UBRN). */
export interface RequestStatement extends Infer<typeof requestTable> {}
export const requestStatement: WireType<RequestStatement> = requestTable;

const registrationTable = hl7Class(
  "RegistrationStatement",
  { classCode: fixed("OBS"), moodCode: fixed("EVN") },
  {
    id: one(ii),
    code: one(ce),
    statusCode: one(cs),
    effectiveTime: one(ivlTs),
    availabilityTime: one(ts),
    confidentialityCode,
    responsibleParty: optional(registrationResponsibleParty),
    ...statementTail,
  },
);
/** A registration of the patient, and with which doctor. */
export interface RegistrationStatement extends Infer<typeof registrationTable> {}
export const registrationStatement: WireType<RegistrationStatement> = registrationTable;
