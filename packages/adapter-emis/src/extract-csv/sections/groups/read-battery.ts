import type { ObservationRow } from "../../reading/observation-row.ts";

/** A group of results, within a report or by itself. */
export function readBattery(observation: ObservationRow): void {
  observation.add("groups", { ...observation.head(), kind: "battery" });
}
