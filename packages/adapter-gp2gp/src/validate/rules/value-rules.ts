import type { IVL_PQ, PQ, PQBound } from "@gp2gp/hl7v3";
import { oids } from "@gp2gp/hl7v3";
import type { ExtractRule } from "../extract-rule.ts";
import { rule } from "../extract-rule.ts";

const interpretations: ReadonlySet<string | undefined> = new Set(["HI", "LO", "PA", "OR"]);
const interpretationSystems: ReadonlySet<string | undefined> = new Set([
  oids.pathologyInterpretation.oid,
  oids.resultInterpretation.oid,
]);

/** What real messages start a pathology comment with (gp2gp-messages 2.4). */
const commentHead =
  /^CommentType:(?:AGGREGATE COMMENT SET|USER COMMENT|LABORATORY RESULT COMMENT\(E141\)|LAB SPECIMEN COMMENT\(E271\)|LABORATORY RESULT DETAIL\(E136\)|COMPLEX REFERENCE RANGE\(E330\))\s*\nCommentDate:\d{8}(?:\d{2,6})?\s*(?:\n|$)/u;

function isReversed({ low, high }: IVL_PQ): boolean {
  const [from, to] = [low, high].map((bound) => Number(bound?.value ?? Number.NaN));
  return from !== undefined && to !== undefined && from > to && unitOf(low) === unitOf(high);
}

function unitOf(quantity: PQBound | undefined): string | undefined {
  return quantity?.unit;
}

/** Whether a quantity has no unit, neither as a code nor in words. */
export function isWithoutUnit({ value, unit = "1", translation = [] }: PQ): boolean {
  if (value === undefined || (unit !== "1" && unit !== "")) return false;
  return translation.every(
    ({ code, displayName, originalText }) =>
      (code ?? displayName ?? originalText?.content ?? "").trim() === "",
  );
}

/** Values, ranges, interpretations and texts. */
export const valueRules: readonly ExtractRule[] = [
  rule({
    rule: "value-unit-absent",
    severity: "information",
    message: "A measured value has no unit.",
    expected: "A unit, as a code or in words, unless the quantity has none.",
    at: ["value"],
    breaks: (value, place) =>
      place.parent?.element === "ObservationStatement" &&
      value.dataType === "PQ" &&
      isWithoutUnit(value),
  }),
  rule({
    rule: "value-range-reversed",
    severity: "warning",
    message: "The low bound of a value is above its high bound.",
    expected: "A low that is not above the high.",
    at: ["value"],
    breaks: (value) => value.dataType === "IVL_PQ" && isReversed(value),
  }),
  rule({
    rule: "reference-range-reversed",
    severity: "warning",
    message: "The low bound of a reference range is above its high bound.",
    expected: "A low that is not above the high.",
    at: ["referenceInterpretationRange"],
    breaks: ({ value }) => value !== undefined && isReversed(value),
  }),
  rule({
    rule: "reference-range-empty",
    severity: "warning",
    message: "A reference range says nothing.",
    expected: "Words or bounds.",
    at: ["referenceInterpretationRange"],
    breaks: ({ text, value }) => (text?.content ?? "").trim() === "" && value === undefined,
  }),
  rule({
    rule: "interpretation-unknown",
    severity: "warning",
    message: "The interpretation of a result is none that receivers know.",
    expected: "HI, LO, PA or OR of one of the two systems of pathology interpretations.",
    at: ["interpretationCode"],
    breaks: ({ code, codeSystem }) =>
      code !== undefined &&
      (!interpretations.has(code) ||
        (codeSystem !== undefined && !interpretationSystems.has(codeSystem))),
  }),
  rule({
    rule: "narrative-empty",
    severity: "warning",
    message: "A text says nothing, and stands for no document.",
    expected: "Words, or a reference to a document.",
    at: ["NarrativeStatement"],
    breaks: ({ text, reference = [] }) =>
      (text?.content ?? "").trim() === "" &&
      text?.external === undefined &&
      text?.reference === undefined &&
      reference.length === 0,
  }),
  rule({
    rule: "comment-head-unknown",
    severity: "warning",
    message: "A pathology comment has a head that receivers do not know, and show as words.",
    expected: "CommentType with a type that is known, then CommentDate, each on a line.",
    at: ["NarrativeStatement"],
    breaks: ({ text }) => {
      const content = text?.content ?? "";
      return content.startsWith("CommentType:") && !commentHead.test(content.slice(0, 200));
    },
  }),
];
