import { isReadCode, isReadCodeWithTerm, readSnomedId } from "@gp2gp/core";
import type { CD } from "@gp2gp/hl7v3";
import { findOid, oids } from "@gp2gp/hl7v3";
import { isCompositionName } from "../../extract/sections/consultations/composition-codes.ts";
import { localSystem } from "../../extract/values/local-system.ts";
import { statementNames, supplyNames } from "../element-types.ts";
import type { ExtractRule } from "../extract-rule.ts";
import { rule } from "../extract-rule.ts";
import type { PlacedNode } from "../placed-node.ts";

/** Vocabularies of HL7 and of NHS England's message manual, each an OID below one of these. */
const vocabularies = [
  "2.16.840.1.113883.5.",
  "2.16.840.1.113883.2.1.3.2.4.16.",
  "2.16.840.1.113883.2.1.3.2.4.17.",
];
const statuses: ReadonlySet<string | undefined> = new Set(["COMPLETE", "ACTIVE"]);
const snomedSystems: ReadonlySet<string | undefined> = new Set(
  [oids.snomedCt, oids.snomedCtInternational, oids.snomedCtMistyped].map(({ oid }) => oid),
);
const eightDigits = /^\d{8}$/u;

function isKnownSystem(system: string): boolean {
  return (
    findOid(system)?.kind === "code-system" ||
    vocabularies.some((vocabulary) => system.startsWith(vocabulary))
  );
}

function isWithoutSystem({ code, codeSystem }: CD): boolean {
  return code !== undefined && (codeSystem ?? "") === "";
}

const records: ReadonlySet<string> = new Set([
  "ehrComposition",
  ...statementNames,
  ...supplyNames,
  "manufacturedMaterial",
  "referredToExternalDocument",
]);

/** Whether a code says what was recorded, as the code itself or a translation of it. */
function isOfRecord({ element, parent }: PlacedNode): boolean {
  if (parent === undefined) return false;
  if (element === "translation") return isOfRecord(parent);
  return (element === "code" || element === "value") && records.has(parent.element);
}

/** Whether a code is of a system, and not of its form. */
function isMalformed(
  { code, codeSystem }: CD,
  isSystem: (system: string | undefined) => boolean,
  isWellFormed: (code: string) => boolean,
): boolean {
  return code !== undefined && isSystem(codeSystem) && !isWellFormed(code);
}

const isSnomedId = (code: string): boolean => readSnomedId(code).ok;

/** False for the id of a description or a relationship. What is no id is another rule's. */
function isConceptOrNoId(code: string): boolean {
  const read = readSnomedId(code);
  return !read.ok || read.component === "concept";
}

const isSystem = (oid: string) => (system: string | undefined) => system === oid;

/** Code systems, the form of their codes, and vocabularies that the message fixes. */
export const codeRules: readonly ExtractRule[] = [
  rule({
    rule: "code-system-absent",
    severity: "warning",
    message: "A code does not say of which code system it is, so it cannot be looked up.",
    expected: "The OID of a code system.",
    at: ["coded"],
    breaks: (code, place) => isWithoutSystem(code) && isOfRecord(place),
  }),
  rule({
    // terminology 1.1: Vision and Microtest qualifiers, agents' roles
    rule: "minor-code-system-absent",
    severity: "information",
    message:
      "The code of a qualifier, an agent, a place or an interpretation is of no code system.",
    expected: "The OID of a code system, or words alone.",
    at: ["coded"],
    breaks: (code, place) => isWithoutSystem(code) && !isOfRecord(place),
  }),
  rule({
    rule: "code-system-unknown",
    severity: "warning",
    message: "A code is of a code system that GP2GP does not know; receivers keep its words alone.",
    expected: "The OID of a code system that GP2GP messages use.",
    at: ["coded"],
    breaks: ({ codeSystem = "" }) =>
      codeSystem !== "" && codeSystem !== localSystem && !isKnownSystem(codeSystem),
  }),
  rule({
    rule: "code-system-alias",
    severity: "information",
    message: "A code system stands under another OID than GP2GP's; some receivers do not know it.",
    expected: "The OID that GP2GP uses for the system.",
    at: ["coded"],
    breaks: ({ codeSystem = "" }) => findOid(codeSystem)?.aliasOf !== undefined,
  }),
  rule({
    rule: "snomed-code-malformed",
    severity: "warning",
    message: "A SNOMED CT code is no identifier of SNOMED CT.",
    expected: "6 to 18 digits, no zero first, a known partition, a right check digit.",
    at: ["coded"],
    breaks: (code) => isMalformed(code, (system) => snomedSystems.has(system), isSnomedId),
  }),
  rule({
    rule: "snomed-description-as-code",
    severity: "warning",
    message: "A SNOMED CT code is that of a description or relationship and not of a concept.",
    expected: "The identifier of a concept.",
    at: ["coded"],
    breaks: (code) => isMalformed(code, (system) => snomedSystems.has(system), isConceptOrNoId),
  }),
  rule({
    rule: "read-v2-code-malformed",
    severity: "warning",
    message: "A Read version 2 code does not have the form of one.",
    expected: "Five characters, dots at the end only, and two of the term code.",
    at: ["coded"],
    breaks: (code) =>
      isMalformed(
        code,
        isSystem(oids.readV2.oid),
        (text) => isReadCodeWithTerm(text) || isReadCode(text),
      ),
  }),
  rule({
    // terminology 1.1: GP2GP always sends seven characters
    rule: "read-v2-term-absent",
    severity: "warning",
    message:
      "A Read version 2 code has no term code; receivers may take it for the preferred term.",
    expected: "Seven characters: the code and the two of its term code.",
    at: ["coded"],
    breaks: (code) => isMalformed(code, isSystem(oids.readV2.oid), (text) => !isReadCode(text)),
  }),
  rule({
    rule: "ctv3-code-malformed",
    severity: "warning",
    message: "A CTV3 code does not have the form of one.",
    expected: "Five characters, dots at the end only.",
    at: ["coded"],
    breaks: (code) => isMalformed(code, isSystem(oids.ctv3.oid), isReadCode),
  }),
  rule({
    rule: "drug-code-malformed",
    severity: "warning",
    message: "A Multilex or Gemscript code does not have the form of one.",
    expected: "Eight digits, zeros in front kept.",
    at: ["coded"],
    breaks: (code) =>
      isMalformed(
        code,
        (system) => system === oids.multilex.oid || system === oids.gemscript.oid,
        (text) => eightDigits.test(text),
      ),
  }),
  rule({
    // gp2gp-messages 1.6, 17
    rule: "code-words-absent",
    severity: "warning",
    message: "A statement has neither a code nor words for what it is.",
    expected: "A code, or a null flavour with the original text.",
    at: ["ObservationStatement", "PlanStatement", "RequestStatement", "RegistrationStatement"],
    breaks: ({ code }) =>
      code !== undefined &&
      code.code === undefined &&
      (code.displayName ?? "") === "" &&
      (code.originalText?.content ?? "").trim() === "" &&
      (code.translation ?? []).length === 0,
  }),
  rule({
    rule: "composition-name-unknown",
    severity: "warning",
    message: "A composition has a name that is not in the vocabulary; receivers show another.",
    expected: "A SNOMED CT code of the ehrComposition name vocabulary.",
    at: ["ehrComposition"],
    breaks: ({ code }) =>
      code?.code !== undefined &&
      !(snomedSystems.has(code.codeSystem) && isCompositionName(code.code)),
  }),
  rule({
    rule: "status-code-unknown",
    severity: "warning",
    message: "A status is none that GP2GP messages use.",
    expected: "COMPLETE or ACTIVE.",
    at: ["statusCode"],
    breaks: ({ code }) => code !== undefined && !statuses.has(code),
  }),
  rule({
    rule: "supply-code-absent",
    severity: "information",
    message: "A supply does not say by whom it was prescribed, or why it was stopped.",
    expected: "A code of the kind of prescription, or of the reason of the stop.",
    at: supplyNames,
    breaks: ({ code }) =>
      code !== undefined &&
      code.code === undefined &&
      (code.displayName ?? "") === "" &&
      (code.originalText?.content ?? "") === "",
  }),
];
