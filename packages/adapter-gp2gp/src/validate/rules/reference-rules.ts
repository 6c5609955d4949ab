import { statementRefNames } from "../element-types.ts";
import { keyOf } from "../extract-facts.ts";
import type { ExtractRule } from "../extract-rule.ts";
import { rule } from "../extract-rule.ts";

/** Where what is referred to has no class or mood code of its own, its class gives them. */
const classCodes: Readonly<Record<string, string>> = {
  CompoundStatement: "ACT",
  MedicationStatement: "SBADM",
};
const moodCodes: Readonly<Record<string, string>> = {
  PlanStatement: "INT",
  RequestStatement: "RQO",
};

/** What stands around a supply and its references. */
const medications: ReadonlySet<string> = new Set(["MedicationStatement"]);

/** References: that what they name is there, and is what they say. */
export const referenceRules: readonly ExtractRule[] = [
  rule({
    rule: "agent-reference-unresolved",
    severity: "error",
    message:
      "A reference names an agent that is not in the directory, so nobody can tell who it was.",
    expected: "The id of an agent of the directory, or a null flavour.",
    at: ["agentRef"],
    breaks: ({ id }, _place, { agents }) => {
      const key = keyOf(id);
      return key !== undefined && id?.nullFlavor === undefined && !agents.has(key);
    },
  }),
  rule({
    // contract 1: real extracts link things that are not there
    rule: "statement-reference-unresolved",
    severity: "warning",
    message: "A reference names a statement that is not in the extract; the link leads nowhere.",
    expected: "The id of a statement of the extract.",
    at: statementRefNames,
    breaks: ({ id }, _place, { statements, supplies }) => {
      const key = keyOf(id);
      return key !== undefined && !statements.has(key) && !supplies.has(key);
    },
  }),
  rule({
    rule: "medication-reference-unresolved",
    severity: "warning",
    message: "A supply names another that is not in the extract; the two cannot be joined.",
    expected: "The id of a supply or a medication statement of the extract.",
    at: ["priorMedicationRef"],
    breaks: ({ id }, _place, { statements, supplies }) => {
      const key = keyOf(id);
      return key !== undefined && !statements.has(key) && !supplies.has(key);
    },
  }),
  rule({
    rule: "medication-reference-misplaced",
    severity: "warning",
    message: "A supply refers to something that is no medication.",
    expected: "The id of a supply or a medication statement.",
    at: ["priorMedicationRef"],
    breaks: ({ id }, _place, { statements, supplies }) => {
      const key = keyOf(id);
      const target = key === undefined ? undefined : statements.get(key);
      return target !== undefined && !supplies.has(key ?? "") && !medications.has(target.element);
    },
  }),
  rule({
    rule: "composition-reference-unresolved",
    severity: "warning",
    message: "A composition replaces one that is not in the extract.",
    expected: "The id of a composition of the extract.",
    at: ["priorCompositionRef"],
    breaks: ({ id }, _place, { compositions }) => {
      const key = keyOf(id);
      return key !== undefined && !compositions.has(key);
    },
  }),
  rule({
    rule: "reference-to-itself",
    severity: "warning",
    message: "A statement, a supply or a composition refers to itself.",
    expected: "The id of another.",
    at: [...statementRefNames, "priorMedicationRef", "priorCompositionRef"],
    breaks: ({ id }, place) => {
      const key = keyOf(id);
      const owner = place.parent?.parent?.node["id"];
      const [own] = Array.isArray(owner) ? owner : [owner];
      return key !== undefined && keyOf(own) === key;
    },
  }),
  rule({
    rule: "statement-reference-codes-differ",
    severity: "warning",
    message: "A reference gives its statement other class and mood codes than the statement has.",
    expected: "The class and mood code of the statement that it names.",
    at: statementRefNames,
    breaks: ({ id, classCode, moodCode }, _place, { statements }) => {
      const target = statements.get(keyOf(id) ?? "");
      if (target === undefined) return false;
      const { element, node } = target;
      const isClass = classCode === (node["classCode"] ?? classCodes[element] ?? "OBS");
      const isMood = moodCode === (node["moodCode"] ?? moodCodes[element] ?? "EVN");
      return !isClass || !isMood;
    },
  }),
];
