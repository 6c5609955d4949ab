import type { AnyEntry, EntryText, Observation, ReferenceRange } from "@gp2gp/core";
import type {
  ObservationComment,
  ObservationStatement,
  ReferenceRange as WireReferenceRange,
} from "@gp2gp/hl7v3";
import { writeOptionalCode } from "../../values/coded.ts";
import { writeObservationValue } from "../../values/observation-value.ts";
import { writeRange } from "../../values/quantity.ts";
import { writeRelatedPerson } from "../../values/related-person.ts";
import { writeText } from "../../values/text.ts";
import { writeSlot } from "../shared/carried-slot.ts";
import type { Carry, WriteScope } from "../shared/scopes.ts";
import { writeSpecimen } from "../shared/specimens.ts";
import {
  writeConcept,
  writeConfidentiality,
  writePriority,
  writeStatusOf,
  writeTail,
  writeUncertainty,
} from "../shared/statement-head.ts";
import { writeTimes } from "../../values/times.ts";

type Measured = Pick<Observation, "value" | "interpretation" | "referenceRanges">;

/** A coded entry, with its measurement where it has one. */
export function writeObservation(
  entry: AnyEntry & Measured,
  scope: WriteScope,
  carry?: Carry,
): ObservationStatement {
  const value = writeObservationValue(entry.value);
  const interpretationCode = writeOptionalCode(entry.interpretation);
  const annotations = writeAnnotations(entry.texts, carry);
  const ranges = (entry.referenceRanges ?? []).map(writeReferenceRange);
  const specimen = (entry.specimens ?? []).map(writeSpecimen);
  return {
    classCode: "OBS",
    moodCode: "EVN",
    id: { root: scope.writtenId(entry.id) },
    code: writeConcept(entry),
    ...writeStatusOf(entry),
    ...writeTimes(entry),
    ...writePriority(entry),
    ...writeConfidentiality(entry.confidentiality, scope),
    ...writeUncertainty(entry),
    ...(value && { value }),
    ...(interpretationCode && { interpretationCode }),
    ...writeSubject(entry),
    ...(specimen.length > 0 && { specimen }),
    ...(annotations.length > 0 && { pertinentInformation: annotations }),
    ...(ranges.length > 0 && { referenceRange: ranges }),
    ...writeTail(entry, scope),
  };
}

function writeSubject({ subject }: AnyEntry): Pick<ObservationStatement, "subject"> {
  if (!subject) return {};
  const { code, person } = writeRelatedPerson(subject);
  return {
    subject: {
      typeCode: "SBJ",
      personalRelationship: {
        classCode: "PRS",
        ...(code && { code }),
        ...(person && { relationshipHolder: person }),
      },
    },
  };
}

function writeReferenceRange({ range, text }: ReferenceRange): WireReferenceRange {
  const words = writeText(text);
  const value = writeRange(range);
  return {
    typeCode: "REFV",
    referenceInterpretationRange: {
      classCode: "OBS",
      moodCode: "EVN.CRT",
      ...(words && { text: words }),
      ...(value && { value }),
    },
  };
}

// MIM: ObservationStatement pertinentInformation is 0..3
const mostAnnotations = 3;

/** Annotations for the first texts of an entry; carried lines stand at the end of the last. */
function writeAnnotations(
  texts: readonly EntryText[],
  carry: Carry | undefined,
): ObservationComment[] {
  const own = texts.slice(0, mostAnnotations);
  const last = Math.max(own.length - 1, 0);
  const count = own.length === 0 && carry ? 1 : own.length;
  const annotations: ObservationComment[] = [];
  for (let index = 0; index < count; index++) {
    const text = writeSlot(own[index]?.text, index === last ? carry : undefined);
    if (!text) continue;
    annotations.push({
      typeCode: "PERT",
      sequenceNumber: { value: sequenceOf(own[index], index) },
      pertinentAnnotation: { classCode: "OBS", moodCode: "EVN", text },
    });
  }
  return annotations;
}

const isInteger = /^[+-]?\d+$/;

function sequenceOf(text: EntryText | undefined, index: number): string {
  const { sequence } = text ?? {};
  return sequence !== undefined && isInteger.test(sequence) ? sequence : `+${index + 1}`;
}
