import type { ObservationRow } from "../../reading/observation-row.ts";

/** A test asked for. */
export function readTestRequest(observation: ObservationRow): void {
  observation.add("testRequests", observation.head());
}
