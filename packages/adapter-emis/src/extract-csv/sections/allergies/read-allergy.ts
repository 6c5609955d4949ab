import type { Allergy, Coding } from "@gp2gp/core";
import type { ObservationRow } from "../../reading/observation-row.ts";
import { codeCategories } from "../../wire/observation-types.ts";
import { readEpisode } from "../observations/read-measurement.ts";

/** "No known allergies" in Read v2, with and without term code, and SNOMED CT. */
const noneKnown = new Set(["1151.", "1151.00", "716186003", "160244002"]);

/**
 * An allergy, which the extract has as a coded entry: what it is to is in its code, and whether it is to a
 * drug in the category of that.
 */
export function readAllergy(observation: ObservationRow): void {
  const { code } = observation;
  const entry: Allergy = {
    ...observation.head(),
    kind: kindOf(code.concept?.codings ?? [], code.category),
    substances: [],
    ...readEpisode(observation),
  };
  observation.add("allergies", entry);
}

function kindOf(codings: readonly Coding[], category: string | undefined): Allergy["kind"] {
  if (isNoneKnown(codings)) return "none-known";
  return category === codeCategories.drugAllergy ? "drug" : "unspecified";
}

/** Whether codings say that no allergy is known. */
function isNoneKnown(codings: readonly Coding[]): boolean {
  return codings.some(
    ({ system, code }) => (system === "read-v2" || system === "snomed") && noneKnown.has(code),
  );
}
