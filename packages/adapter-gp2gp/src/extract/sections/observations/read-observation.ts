import type { EntryText, ReferenceRange } from "@gp2gp/core";
import type {
  ObservationComment,
  ObservationStatement,
  ReferenceRange as WireReferenceRange,
} from "@gp2gp/hl7v3";
import { readCoded } from "../../values/coded.ts";
import { readObservationValue } from "../../values/observation-value.ts";
import { readRange } from "../../values/quantity.ts";
import { readRelatedPerson } from "../../values/related-person.ts";
import { readText } from "../../values/text.ts";
import { readSlot } from "../shared/carried-slot.ts";
import type { SlotText } from "../shared/carried-slot.ts";
import { observationCategory } from "../shared/filings.ts";
import type { ReadScope, Reading } from "../shared/scopes.ts";
import { readSpecimens } from "../shared/specimens.ts";
import { readHead } from "../shared/statement-head.ts";

/** An observation: code, value of any type, ranges, interpretation, annotations in their sequence. */
export function readObservation(
  statement: ObservationStatement,
  scope: ReadScope,
): Reading<"observations"> {
  const { code, filedAs: category } = observationCategory.read(statement.code);
  const value = readObservationValue(statement.value);
  const ranges = (statement.referenceRange ?? []).map(readReferenceRange);
  const interpretation = readCoded(statement.interpretationCode);
  const relationship = statement.subject?.personalRelationship;
  const subject =
    relationship && readRelatedPerson(relationship.code, relationship.relationshipHolder);
  const { texts, carried } = readAnnotations(statement.pertinentInformation);
  return {
    section: "observations",
    entry: {
      ...readHead([statement.id], code, statement, scope),
      ...(subject && { subject }),
      ...readSpecimens(statement.specimen),
      texts,
      ...(value && { value }),
      ...(ranges.length > 0 && { referenceRanges: ranges }),
      ...(interpretation && { interpretation }),
      ...(category && { category }),
    },
    carried,
  };
}

function readReferenceRange({ referenceInterpretationRange }: WireReferenceRange): ReferenceRange {
  const text = readText(referenceInterpretationRange?.text);
  const range = readRange(referenceInterpretationRange?.value);
  return { ...(range && { range }), ...(text !== undefined && { text }) };
}

/** The comments of an observation. A sequence number is kept where it is not simply the next one (`+1`, `+2` …). */
function readAnnotations(comments: readonly ObservationComment[] | undefined): {
  readonly texts: readonly EntryText[];
  readonly carried: SlotText["carried"];
} {
  const texts: EntryText[] = [];
  let carried: SlotText["carried"];
  for (const [index, { sequenceNumber, pertinentAnnotation }] of (comments ?? []).entries()) {
    const slot = readSlot(pertinentAnnotation?.text);
    carried = slot.carried ?? carried;
    if (slot.text === undefined) continue;
    const sequence = sequenceNumber?.value;
    const stated = sequence !== undefined && sequence !== "" && sequence !== `+${index + 1}`;
    texts.push({ text: slot.text, role: "note", ...(stated && { sequence }) });
  }
  return { texts, carried };
}
