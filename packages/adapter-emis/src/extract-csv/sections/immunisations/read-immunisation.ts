import { readImmunisationQualifiers } from "../../../shared/immunisation-qualifiers.ts";
import type { ObservationRow } from "../../reading/observation-row.ts";
import { readPartialDate } from "../../wire/cells.ts";
import { readEpisode } from "../observations/read-measurement.ts";

/** A vaccination; whether it was given, the extract says by its code alone. */
export function readImmunisation(observation: ObservationRow): void {
  const { said, others } = readImmunisationQualifiers(observation.qualifiers, dayOf);
  observation.add("immunisations", {
    ...observation.head(others),
    outcome: "not-stated",
    ...said,
    ...readEpisode(observation),
  });
}

/** The expiry of a batch as a day or month; other forms of it stay qualifiers. */
function dayOf(words: string): string | undefined {
  const isMonth = /^\d{4}-\d{2}$/.test(words);
  const read = isMonth ? readPartialDate(`${words}-01`, "YM") : readPartialDate(words, "YMD");
  return read.state === "known" ? read.value : undefined;
}
