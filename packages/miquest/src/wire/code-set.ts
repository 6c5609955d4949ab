import { degradeKindOf, isReadCode, isReadCodeWithTerm } from "@gp2gp/core";
import type { Coding } from "@gp2gp/core";

/** The code sets an enquiry can be in, by the names the line *QRY_CODES has for them. */
export const codeSets = {
  "9999R2": { system: "read-v2", title: "Read Version 2" },
  "9999R3": { system: "ctv3", title: "Read Version 3" },
} as const;
export type CodeSet = keyof typeof codeSets;

/** The record's name for a code set; one that is not known is a system by its own name. */
export function systemOfCodeSet(name: string): string {
  return Object.hasOwn(codeSets, name) ? codeSets[name as CodeSet].system : `miquest:${name}`;
}

/** The code of a cell and its term; without a system where it is of none of the forms of the code set. */
export function parseCode(cell: string, system: string, rubric: string | undefined): Coding {
  return {
    ...(isCode(cell, system) && { system }),
    code: cell,
    ...(rubric !== undefined && { display: rubric }),
    asserted: "source",
  };
}

/** The code of a cell: a Read v2 code without the term code, which RUBRIC says in words. */
export function serialiseCode({ system, code }: Pick<Coding, "system" | "code">): string {
  return system === "read-v2" && isReadCodeWithTerm(code) ? code.slice(0, 5) : code;
}

/** Whether a code has the form codes of a system have: of Read v2 perhaps with its term code behind it. */
function isCode(code: string, system: string): boolean {
  switch (system) {
    case "read-v2":
      return isReadCode(code) || isReadCodeWithTerm(code);
    case "ctv3":
      return isReadCode(code);
    default:
      return true;
  }
}

/** Whether a code is of a drug or appliance: their chapters begin with a small letter (Read drug chapters a to u). */
export function isDrugCode(code: string): boolean {
  return /^[a-z]/.test(code);
}

/**
 * What a code says an allergy is to: GP2GP's own codes for drug (14L..) and other (SN53.) allergies with
 * all below them, and the stand-ins for both; undefined for every other code.
 */
export function allergyKindOf(code: string, system: string): "drug" | "non-drug" | undefined {
  const kind = degradeKindOf(system, code);
  if (code.startsWith("14L") || kind === "drug-allergy") return "drug";
  return code.startsWith("SN53") || kind === "non-drug-allergy" ? "non-drug" : undefined;
}
