import type { Coded } from "@gp2gp/core";
import type { CD } from "@gp2gp/hl7v3";

const snomed = "2.16.840.1.113883.2.1.3.2.4.15";

/** Composition names that real messages use, by SNOMED CT code (gp2gp-messages 2.4). */
const names: ReadonlySet<string> = new Set([
  "109341000000100",
  "196391000000103",
  "196401000000100",
  "24591000000103",
  "24611000000106",
  "24631000000103",
  "24641000000107",
  "24661000000108",
  "24681000000104",
  "25571000000103",
  "25611000000107",
  "25651000000106",
  "25671000000102",
  "25761000000104",
  "37271000000108",
  "37291000000107",
  "37351000000107",
]);

/** The name of a composition whose own is not in the vocabulary. */
export const otherReport: CD = {
  code: "24591000000103",
  codeSystem: snomed,
  displayName: "Other report",
};

/** What a composition is called that was made for entries without a consultation. */
export const madeNames = {
  medication: {
    code: "196391000000103",
    codeSystem: snomed,
    displayName: "Non-consultation medication data",
  },
  other: { code: "196401000000100", codeSystem: snomed, displayName: "Non-consultation data" },
} as const satisfies Record<string, CD>;

/** Whether a concept is the name that stands for any other. */
export function isOtherReport(concept: Coded | undefined): boolean {
  return concept?.codings[0]?.code === otherReport.code;
}

/** Whether a concept leads with a code of the composition name vocabulary. */
export function isCompositionName(concept: Coded | undefined): boolean {
  const [first] = concept?.codings ?? [];
  return first?.system === "snomed" && names.has(first.code);
}

/** Whether a composition is called what one is called that was made for entries without a consultation. */
export function isMadeName(code: CD | undefined): boolean {
  return code?.code === madeNames.medication.code || code?.code === madeNames.other.code;
}
