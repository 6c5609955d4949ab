import { fixed, required } from "../table/attribute-spec.ts";
import { one } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { cs, ed } from "../data-types/coded.ts";
import { ii, ts } from "../data-types/simple.ts";
import { confidentialityCode, statementTail } from "./statement-tail.ts";

const narrativeTable = hl7Class(
  "NarrativeStatement",
  { classCode: fixed("OBS"), moodCode: fixed("EVN") },
  {
    id: one(ii),
    text: one(ed),
    statusCode: one(cs),
    availabilityTime: one(ts),
    confidentialityCode,
    ...statementTail,
  },
);
/** Free text, or what stands for a document. */
export interface NarrativeStatement extends Infer<typeof narrativeTable> {}
export const narrativeStatement: WireType<NarrativeStatement> = narrativeTable;

const emptyTable = hl7Class(
  "EhrEmpty",
  { classCode: fixed("OBS"), moodCode: required() },
  { id: one(ii), ...statementTail },
);
/** A statement that says nothing: the place of one that was deleted, or an empty consultation. */
export interface EhrEmpty extends Infer<typeof emptyTable> {}
export const ehrEmpty: WireType<EhrEmpty> = emptyTable;
