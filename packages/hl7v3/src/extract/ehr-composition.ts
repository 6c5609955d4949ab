import { fixed } from "../table/attribute-spec.ts";
import { many, one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { cd, cs, ivlTs } from "../data-types/coded.ts";
import { ii, ts } from "../data-types/simple.ts";
import { statementComponent } from "./compound-statement.ts";
import { location } from "./location.ts";
import { compositionAuthor, compositionParticipant } from "./participants.ts";
import { compositionRef } from "./references.ts";
import { confidentialityCode } from "./statement-tail.ts";

const replacementTable = hl7Class(
  "ReplacementOf2",
  { typeCode: fixed("RPLC") },
  { priorCompositionRef: one(compositionRef) },
);
/** The composition that this one replaces. */
export interface CompositionReplacementOf extends Infer<typeof replacementTable> {}
const replacementOf: WireType<CompositionReplacementOf> = replacementTable;

const compositionTable = hl7Class(
  "EhrComposition",
  { classCode: fixed("COMPOSITION"), moodCode: fixed("EVN") },
  {
    id: one(ii),
    code: one(cd),
    statusCode: one(cs),
    effectiveTime: one(ivlTs),
    availabilityTime: one(ts),
    confidentialityCode,
    author: one(compositionAuthor),
    location: optional(location),
    Participant2: many(compositionParticipant),
    component: many(statementComponent, 1),
    replacementOf: optional(replacementOf),
  },
);
/** A consultation, or another occasion on which something was recorded. */
export interface EhrComposition extends Infer<typeof compositionTable> {}
export const ehrComposition: WireType<EhrComposition> = compositionTable;
