import type { ObservationRow } from "../../reading/observation-row.ts";

/** Words without a code, or with one that says no more than that they are words. */
export function readNarrative(observation: ObservationRow): void {
  observation.add("narratives", observation.head());
}
