import type { EhrFolder, IVL_TS } from "@gp2gp/hl7v3";
import type { ExtractRule } from "../extract-rule.ts";
import { rule } from "../extract-rule.ts";
import { isLater } from "../time-order.ts";

/** Statements about what has happened; plans, requests and medication may lie ahead. */
const pastStatements = [
  "CompoundStatement",
  "LinkSet",
  "NarrativeStatement",
  "ObservationStatement",
  "RegistrationStatement",
] as const;

/** The latest time of an interval. */
function latestOf(time: IVL_TS | undefined): string | undefined {
  return time?.high?.value ?? time?.center?.value ?? time?.value ?? time?.low?.value;
}

function isEndBefore(
  folder: EhrFolder,
  isWrong: (latest: string, end: string) => boolean,
): boolean {
  const end = folder.effectiveTime?.high?.value;
  if (end === undefined) return false;
  let latest: string | undefined;
  for (const { ehrComposition } of folder.component ?? []) {
    const time = latestOf(ehrComposition?.effectiveTime);
    if (time !== undefined && (latest === undefined || isLater(time, latest))) latest = time;
  }
  return latest !== undefined && isWrong(latest, end);
}

/** Times: their order, and what receivers make of them. */
export const timeRules: readonly ExtractRule[] = [
  rule({
    // gp2gp-messages 1.6, 3
    rule: "composition-start-absent",
    severity: "error",
    message: "A composition has an end and no start, which no receiver takes.",
    expected: "A center, or a low with or without a high.",
    at: ["ehrComposition"],
    breaks: ({ effectiveTime: time }) =>
      time?.high !== undefined &&
      time.low === undefined &&
      time.center === undefined &&
      time.width === undefined,
  }),
  rule({
    rule: "interval-reversed",
    severity: "warning",
    message: "A period ends before it starts.",
    expected: "A high that is not earlier than the low.",
    at: ["effectiveTime"],
    breaks: ({ low, high }) => isLater(low?.value, high?.value),
  }),
  rule({
    // gp2gp-messages 1.6, 3
    rule: "folder-end-too-early",
    severity: "warning",
    message:
      "The folder ends before its latest composition; receivers that filter by it leave that out.",
    expected: "A high that is the latest effective time of the compositions.",
    at: ["ehrFolder"],
    breaks: (folder) => isEndBefore(folder, (latest, end) => isLater(latest, end)),
  }),
  rule({
    rule: "time-after-extract",
    severity: "warning",
    message: "Something is recorded at a later time than the extract was made.",
    expected: "An availability time that is not later than the extract's.",
    at: ["ehrComposition", ...pastStatements],
    breaks: ({ availabilityTime }, _place, { made }) =>
      isLater(availabilityTime?.value, made?.value),
  }),
  rule({
    rule: "effective-time-after-extract",
    severity: "warning",
    message: "Something is said to have happened at a later time than the extract was made.",
    expected: "An effective time that is not later than the extract.",
    at: ["ehrComposition", "ObservationStatement", "RegistrationStatement"],
    breaks: ({ effectiveTime: time }, _place, { made }) =>
      isLater(time?.low?.value ?? time?.center?.value ?? time?.value, made?.value),
  }),
  rule({
    // gp2gp-messages 1.6, 3
    rule: "effective-time-start-only",
    severity: "information",
    message: "An effective time has a start alone, which some receivers do not show.",
    expected: "A center for what happened at one time.",
    at: ["ehrComposition", "ObservationStatement", "PlanStatement", "RequestStatement"],
    breaks: ({ effectiveTime: time }) =>
      time?.low?.value !== undefined && time.high === undefined && time.width === undefined,
  }),
];
