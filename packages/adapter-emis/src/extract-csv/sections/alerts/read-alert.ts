import type { ObservationRow } from "../../reading/observation-row.ts";

/** A warning among the observations. */
export function readAlert(observation: ObservationRow): void {
  observation.add("alerts", observation.head());
}
