import type { Problem } from "@gp2gp/core";
import { codedAs, isSameFacts } from "./coded-as.ts";
import { tppSystems } from "./tpp-systems.ts";

type Severity = Pick<Problem, "significance" | "status">;

/**
 * What a severity says: major or minor, and in its own words whether episode or event, which the record
 * keeps as the status. Plain Major and Minor say no more than the significance.
 */
export function severityOfWire(severity: string): Severity {
  const significance = severity.startsWith("Major")
    ? "major"
    : severity.startsWith("Minor")
      ? "minor"
      : undefined;
  const isPlain = severity === "Major" || severity === "Minor";
  return {
    ...(significance && { significance }),
    ...(!isPlain && { status: codedAs(tppSystems.problemSeverity, severity) }),
  };
}

/** The severity that reads back as exactly this, if the values of the version have one. */
export function severityToWire(
  { significance, status }: Severity,
  values: readonly string[],
): string | undefined {
  const exact = values.find((value) => {
    const read = severityOfWire(value);
    return read.significance === significance && isSameFacts(read.status, status);
  });
  return exact;
}

/**
 * The severity that stands in for a significance alone in a version that also asks for episode or event.
 * A problem is a condition followed over time, which is what the format calls an episode.
 */
export function standInSeverity({ significance }: Severity): string | undefined {
  if (significance === "major") return "Major Episode";
  return significance === "minor" ? "Minor Episode" : undefined;
}
