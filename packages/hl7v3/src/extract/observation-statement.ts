import { fixed } from "../table/attribute-spec.ts";
import { many, one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { anyValue } from "../data-types/any-value.ts";
import { cd, cs, cv, ed, ivlPq, ivlTs, st } from "../data-types/coded.ts";
import { ii, int, ts } from "../data-types/simple.ts";
import { subject } from "./participants.ts";
import { specimen } from "./specimen.ts";
import { confidentialityCode, statementTail } from "./statement-tail.ts";

const annotationTable = hl7Class(
  "Annotation",
  { classCode: fixed("OBS"), moodCode: fixed("EVN") },
  { text: one(st) },
);
/** A comment on an observation. */
export interface Annotation extends Infer<typeof annotationTable> {}
const annotation: WireType<Annotation> = annotationTable;

const commentTable = hl7Class(
  "PertinentInformation02",
  { typeCode: fixed("PERT") },
  { sequenceNumber: one(int), pertinentAnnotation: one(annotation) },
);
/** A comment in its place among the comments of an observation. */
export interface ObservationComment extends Infer<typeof commentTable> {}
const observationComment: WireType<ObservationComment> = commentTable;

const rangeTable = hl7Class(
  "InterpretationRange",
  { classCode: fixed("OBS"), moodCode: fixed("EVN.CRT") },
  { text: optional(ed), value: optional(ivlPq) },
);
/** A range in which a result is normal, or what it is said to be. */
export interface InterpretationRange extends Infer<typeof rangeTable> {}
const interpretationRange: WireType<InterpretationRange> = rangeTable;

const referenceRangeTable = hl7Class(
  "ReferenceRange",
  { typeCode: fixed("REFV") },
  { referenceInterpretationRange: one(interpretationRange) },
);
/** The reference range of a result. */
export interface ReferenceRange extends Infer<typeof referenceRangeTable> {}
const referenceRange: WireType<ReferenceRange> = referenceRangeTable;

const observationTable = hl7Class(
  "ObservationStatement",
  { classCode: fixed("OBS"), moodCode: fixed("EVN") },
  {
    id: one(ii),
    code: one(cd),
    statusCode: one(cs),
    effectiveTime: one(ivlTs),
    availabilityTime: one(ts),
    priorityCode: optional(cv),
    confidentialityCode,
    uncertaintyCode: optional(cv),
    value: optional(anyValue),
    interpretationCode: optional(cv),
    subject: optional(subject),
    specimen: many(specimen),
    pertinentInformation: many(observationComment, 0, 3),
    referenceRange: many(referenceRange),
    ...statementTail,
  },
);
/** Something observed: a finding, a diagnosis, a result, an allergy, an immunisation. */
export interface ObservationStatement extends Infer<typeof observationTable> {}
export const observationStatement: WireType<ObservationStatement> = observationTable;
