import type { Material, MedicationStatement } from "@gp2gp/hl7v3";
import { keyOf, supplyKindsOf } from "../extract-facts.ts";
import type { ExtractFacts } from "../extract-facts.ts";
import type { ExtractRule } from "../extract-rule.ts";
import { rule } from "../extract-rule.ts";
import type { PlacedNode } from "../placed-node.ts";
import { isWithoutUnit } from "./value-rules.ts";

/** The supplies that a medication statement of each mood may hold (gp2gp-messages 2.4). */
const suppliesByMood: Readonly<Record<string, readonly string[]>> = {
  INT: ["ehrSupplyAuthorise", "ehrSupplyDiscontinue"],
  ORD: ["ehrSupplyPrescribe", "ehrSupplyDispense"],
  RMD: ["ehrSupplyDiscontinue"],
  EVN: ["ehrSupplyDispense", "ehrSupplyPrescribe"],
};

function materialsOf({ consumable = [] }: MedicationStatement): readonly Material[] {
  return consumable.flatMap(
    ({ manufacturedProduct }) => manufacturedProduct?.manufacturedMaterial ?? [],
  );
}

/** Whether a reference of a supply leads to a supply, and that is no authorisation. */
function isNoAuthorisation(place: PlacedNode, { supplies }: ExtractFacts): boolean {
  const target = supplies.get(keyOf((place.node as { id?: object }).id) ?? "");
  return target !== undefined && target.element !== "ehrSupplyAuthorise";
}

/** Medication: mood and supplies, products, quantities, repeats, and how supplies hang together. */
export const medicationRules: readonly ExtractRule[] = [
  rule({
    rule: "medication-mood-unknown",
    severity: "error",
    message:
      "A medication statement has a mood that says neither authorisation nor issue nor stop.",
    expected: "INT, ORD, RMD or EVN.",
    at: ["MedicationStatement"],
    breaks: ({ moodCode }) => moodCode !== undefined && suppliesByMood[moodCode] === undefined,
  }),
  rule({
    rule: "medication-mood-mismatch",
    severity: "warning",
    message: "A medication statement has another mood than its supplies ask for.",
    expected: "INT with an authorisation, ORD with a prescription, RMD with a stop alone.",
    at: ["MedicationStatement"],
    breaks: (statement) => {
      const allowed = suppliesByMood[statement.moodCode ?? ""];
      const kinds = supplyKindsOf(statement);
      return (
        kinds.length > 0 && allowed !== undefined && kinds.every((kind) => !allowed.includes(kind))
      );
    },
  }),
  rule({
    rule: "medication-supplies-mixed",
    severity: "information",
    message: "A medication statement holds an authorisation and its issue together.",
    expected: "A statement of its own for each, as most systems write.",
    at: ["MedicationStatement"],
    breaks: (statement) => {
      const kinds = supplyKindsOf(statement);
      return kinds.includes("ehrSupplyAuthorise") && kinds.includes("ehrSupplyPrescribe");
    },
  }),
  rule({
    rule: "supply-absent",
    severity: "warning",
    message: "A medication statement is neither authorised nor issued nor stopped.",
    expected: "A supply in each medication statement.",
    at: ["MedicationStatement"],
    breaks: ({ component = [] }) => component.length === 0,
  }),
  rule({
    rule: "product-absent",
    severity: "warning",
    message: "A medication statement does not say what the medicine is.",
    expected: "A product with a code or words.",
    at: ["MedicationStatement"],
    breaks: (statement) => materialsOf(statement).length === 0,
  }),
  rule({
    rule: "product-words-absent",
    severity: "warning",
    message: "A medicine has neither a code nor words.",
    expected: "A code, or a null flavour with the original text.",
    at: ["manufacturedMaterial"],
    breaks: ({ code }) =>
      code === undefined ||
      (code.code === undefined &&
        (code.displayName ?? "") === "" &&
        (code.originalText?.content ?? "").trim() === "" &&
        (code.translation ?? []).length === 0),
  }),
  rule({
    rule: "dosage-absent",
    severity: "warning",
    message: "A medicine that is authorised or issued has no dosage.",
    expected: "A dosage in words.",
    at: ["MedicationStatement"],
    breaks: (statement) =>
      (statement.pertinentInformation ?? []).length === 0 &&
      supplyKindsOf(statement).some((kind) => kind !== "ehrSupplyDiscontinue"),
  }),
  rule({
    rule: "dosage-mood-unusual",
    severity: "information",
    message: "A dosage has another mood than real messages give it.",
    expected: "RMD.",
    at: ["pertinentMedicationDosage"],
    breaks: ({ moodCode }) => moodCode !== undefined && moodCode !== "RMD",
  }),
  rule({
    rule: "prescribe-mood-wrong",
    severity: "error",
    message: "A prescription has another mood than its class.",
    expected: "RQO, or ORD as EMIS writes.",
    at: ["ehrSupplyPrescribe"],
    breaks: ({ moodCode = "RQO" }) => moodCode !== "RQO" && moodCode !== "ORD",
  }),
  rule({
    // gp2gp-messages 1.6, 16 and 25
    rule: "quantity-unit-absent",
    severity: "warning",
    message: "A supplied quantity has no unit, so nobody can tell of what.",
    expected: "A unit, as a code or in words.",
    at: ["quantity"],
    breaks: (quantity) => isWithoutUnit(quantity),
  }),
  rule({
    rule: "quantity-not-positive",
    severity: "warning",
    message: "A supplied quantity is nothing or less.",
    expected: "A number above zero, or a null flavour.",
    at: ["quantity"],
    breaks: ({ value }) => value !== undefined && Number(value) <= 0,
  }),
  rule({
    rule: "repeat-number-negative",
    severity: "error",
    message: "A number of repeats is less than nothing.",
    expected: "A whole number from zero up.",
    at: ["repeatNumber"],
    breaks: ({ value }) => value !== undefined && Number(value) < 0,
  }),
  rule({
    rule: "repeat-number-misplaced",
    severity: "warning",
    message: "A null flavour and a number of repeats contradict each other.",
    expected: "A number, or a null flavour.",
    at: ["repeatNumber"],
    breaks: ({ value, nullFlavor }) => value !== undefined && nullFlavor !== undefined,
  }),
  rule({
    rule: "issue-reference-unusual",
    severity: "warning",
    message: "A prescription, dispense or stop refers to a supply that is no authorisation.",
    expected: "The id of an ehrSupplyAuthorise.",
    at: ["priorMedicationRef"],
    breaks: (_ref, place, facts) => {
      const around = place.parent?.parent?.element;
      const isDispense = around === "ehrSupplyDispense";
      return around !== undefined && !isDispense && isNoAuthorisation(place, facts);
    },
  }),
  rule({
    rule: "issue-authorisation-absent",
    severity: "information",
    message: "A prescription does not say by which authorisation it was issued.",
    expected:
      "inFulfillmentOf with the id of its ehrSupplyAuthorise, or one in the same statement.",
    at: ["ehrSupplyPrescribe"],
    breaks: ({ inFulfillmentOf }, place) => {
      const statement = place.parent?.parent?.node as MedicationStatement | undefined;
      return (
        inFulfillmentOf === undefined &&
        !(statement && supplyKindsOf(statement).includes("ehrSupplyAuthorise"))
      );
    },
  }),
  rule({
    rule: "stop-target-absent",
    severity: "warning",
    message: "A stop does not say which course it stops.",
    expected: "reversalOf with the id of an ehrSupplyAuthorise, or one in the same statement.",
    at: ["ehrSupplyDiscontinue"],
    breaks: ({ reversalOf = [] }, place) => {
      const statement = place.parent?.parent?.node as MedicationStatement | undefined;
      return (
        reversalOf.length === 0 &&
        !(statement && supplyKindsOf(statement).includes("ehrSupplyAuthorise"))
      );
    },
  }),
];
