import type { TestReport } from "@gp2gp/core";
import type { ObservationRow } from "../../reading/observation-row.ts";
import { reportKindOf } from "../../wire/observation-types.ts";
import { readAbnormal } from "../observations/read-measurement.ts";

/** The head of a report of tests; its results stand within it. */
export function readTestReport(observation: ObservationRow): void {
  const entry: TestReport = {
    ...observation.head(),
    kind: reportKindOf(observation.code.category) ?? "unspecified",
    ...readAbnormal(observation),
  };
  observation.add("testReports", entry);
}
