import type { CompoundStatement } from "@gp2gp/hl7v3";
import { kindOfWrapper } from "../../extract/sections/allergies/allergy-codes.ts";
import type { ExtractRule } from "../extract-rule.ts";
import { rule } from "../extract-rule.ts";
import type { PlacedNode } from "../placed-node.ts";

const kinds: ReadonlySet<string> = new Set(["TOPIC", "CATEGORY", "CLUSTER", "BATTERY"]);
const headings: ReadonlySet<string> = new Set(["TOPIC", "CATEGORY"]);
const specimenCode = "123038009";

/** The nearest group in which a statement stands. */
function groupAround(place: PlacedNode): CompoundStatement | undefined {
  for (const { element, node } of place.ancestors()) {
    if (element === "CompoundStatement") return node;
    if (element === "ehrComposition") return undefined;
  }
  return undefined;
}

function statementsOf({ component = [] }: CompoundStatement) {
  return component.flatMap(({ statement }) => statement ?? []);
}

const isGroup = ({ classCode }: CompoundStatement, kind: string): boolean => classCode === kind;

/** How compositions, topics, categories, clusters and batteries nest. */
export const groupRules: readonly ExtractRule[] = [
  rule({
    rule: "group-kind-unknown",
    severity: "error",
    message: "A compound statement is of a kind that is not known.",
    expected: "TOPIC, CATEGORY, CLUSTER or BATTERY as class code.",
    at: ["CompoundStatement"],
    breaks: ({ classCode = "ACT" }) => classCode !== "ACT" && !kinds.has(classCode),
  }),
  rule({
    rule: "group-kind-absent",
    severity: "warning",
    message:
      "A compound statement does not say whether it is a topic, category, cluster or battery.",
    expected: "TOPIC, CATEGORY, CLUSTER or BATTERY as class code.",
    at: ["CompoundStatement"],
    breaks: ({ classCode = "ACT" }) => classCode === "ACT",
  }),
  rule({
    // gp2gp-messages 1.6, 1
    rule: "topic-without-category",
    severity: "warning",
    message: "A topic holds no category; some receivers refuse it.",
    expected: "At least one CATEGORY in each TOPIC.",
    at: ["CompoundStatement"],
    breaks: (group) =>
      isGroup(group, "TOPIC") &&
      statementsOf(group).every(
        (statement) => statement.kind !== "CompoundStatement" || !isGroup(statement, "CATEGORY"),
      ),
  }),
  rule({
    rule: "topic-misplaced",
    severity: "warning",
    message: "A topic stands in another group.",
    expected: "TOPIC directly in the ehrComposition.",
    at: ["CompoundStatement"],
    breaks: (group, place) => isGroup(group, "TOPIC") && groupAround(place) !== undefined,
  }),
  rule({
    rule: "heading-misplaced",
    severity: "warning",
    message: "A category stands in a cluster or a battery.",
    expected: "CATEGORY in a TOPIC, a CATEGORY or the ehrComposition.",
    at: ["CompoundStatement"],
    breaks: (group, place) => {
      const around = groupAround(place)?.classCode;
      return isGroup(group, "CATEGORY") && around !== undefined && !headings.has(around);
    },
  }),
  rule({
    rule: "battery-content-unusual",
    severity: "warning",
    message:
      "A battery holds what is neither an observation nor a text; receivers show it apart from its battery.",
    expected: "ObservationStatement, NarrativeStatement and CLUSTER in a BATTERY.",
    at: ["CompoundStatement"],
    breaks: (group) =>
      isGroup(group, "BATTERY") &&
      statementsOf(group).some(
        (statement) =>
          statement.kind !== "ObservationStatement" &&
          statement.kind !== "NarrativeStatement" &&
          statement.kind !== "EhrEmpty" &&
          !(statement.kind === "CompoundStatement" && isGroup(statement, "CLUSTER")),
      ),
  }),
  rule({
    rule: "battery-empty",
    severity: "warning",
    message: "A battery holds no observation.",
    expected: "At least one ObservationStatement, or a CLUSTER with one, in a BATTERY.",
    at: ["CompoundStatement"],
    breaks: (group) =>
      isGroup(group, "BATTERY") &&
      statementsOf(group).every(
        ({ kind }) => kind !== "ObservationStatement" && kind !== "CompoundStatement",
      ),
  }),
  rule({
    rule: "cluster-content-unusual",
    severity: "information",
    message:
      "A cluster holds medication, a plan, a request, a registration or a problem; receivers show it apart.",
    expected: "ObservationStatement, NarrativeStatement, CLUSTER and BATTERY in a CLUSTER.",
    at: ["CompoundStatement"],
    breaks: (group) =>
      isGroup(group, "CLUSTER") &&
      statementsOf(group).some(
        ({ kind }) =>
          kind === "MedicationStatement" ||
          kind === "PlanStatement" ||
          kind === "RequestStatement" ||
          kind === "RegistrationStatement" ||
          kind === "LinkSet",
      ),
  }),
  rule({
    rule: "specimen-absent",
    severity: "warning",
    message: "A cluster that is coded as a specimen has none.",
    expected: "A specimen in a CLUSTER of code 123038009.",
    at: ["CompoundStatement"],
    breaks: (group) =>
      isGroup(group, "CLUSTER") &&
      group.code?.code === specimenCode &&
      (group.specimen ?? []).length === 0,
  }),
  rule({
    // gp2gp-messages 1.4: an allergy stands in a CATEGORY of its own
    rule: "allergy-absent",
    severity: "warning",
    message:
      "A category that is coded as an allergy holds no observation, so there is no allergy in it.",
    expected: "An ObservationStatement in a CATEGORY of code 14L..00 or SN53.00.",
    at: ["CompoundStatement"],
    breaks: (group) =>
      isGroup(group, "CATEGORY") &&
      kindOfWrapper(group.code) !== undefined &&
      statementsOf(group).every(({ kind }) => kind !== "ObservationStatement"),
  }),
];
