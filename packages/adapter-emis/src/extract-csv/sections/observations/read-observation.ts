import type { Observation, Qualifier } from "@gp2gp/core";
import { labelOf } from "@gp2gp/core";
import type { ObservationRow } from "../../reading/observation-row.ts";
import { observationCategoryOf } from "../../wire/observation-types.ts";
import { readAbnormal, readEpisode, readMeasurement } from "./read-measurement.ts";

/** Names of the qualifier that says whom a family history is about. */
const relativeNames = new Set(["family member", "relative", "relationship"]);

/** An observation, with a value or without. */
export function readObservation(observation: ObservationRow): void {
  const { form, code, qualifiers } = observation;
  const relative = form === "family-history" ? qualifiers.find(isRelative) : undefined;
  const category =
    form === "value" || form === "family-history" ? form : observationCategoryOf(code.category);
  const entry: Observation = {
    ...observation.head(qualifiers.filter((one) => one !== relative)),
    ...(category && { category }),
    ...(relative?.value && { subject: { relationship: relative.value } }),
    ...readMeasurement(observation),
    ...readAbnormal(observation),
    ...readEpisode(observation),
  };
  observation.add("observations", entry);
}

export const relativeKey = "Family member";

function isRelative({ name, value }: Qualifier): boolean {
  return value !== undefined && relativeNames.has(labelOf(name)?.toLowerCase() ?? "");
}
