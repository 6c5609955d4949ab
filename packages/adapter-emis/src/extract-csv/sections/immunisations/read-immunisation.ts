import { labelOf } from "@gp2gp/core";
import type { Immunisation, Qualifier } from "@gp2gp/core";
import { immunisationGroups } from "../../../shared/immunisation-qualifiers.ts";
import type { ImmunisationGroup } from "../../../shared/immunisation-qualifiers.ts";
import type { ObservationRow } from "../../reading/observation-row.ts";
import { readPartialDate } from "../../wire/cells.ts";
import { readEpisode } from "../observations/read-measurement.ts";

/** A vaccination; whether it was given, the extract says by its code alone. */
export function readImmunisation(observation: ObservationRow): void {
  const found = new Map<ImmunisationGroup, Qualifier>();
  for (const qualifier of observation.qualifiers) {
    const group = groupOf(qualifier);
    if (group && !found.has(group) && isHeld(group, qualifier)) found.set(group, qualifier);
  }
  const held = new Set(found.values());
  const words = (group: ImmunisationGroup): string | undefined => labelOf(found.get(group)?.value);
  const [batchNumber, manufacturer] = [words("batchNumber"), words("manufacturer")];
  const expires = dayOf(words("expires"));
  const site = found.get("site")?.value;
  const entry: Immunisation = {
    ...observation.head(observation.qualifiers.filter((qualifier) => !held.has(qualifier))),
    outcome: "not-stated",
    ...(batchNumber !== undefined && { batchNumber }),
    ...(expires !== undefined && { expires }),
    ...(manufacturer !== undefined && { manufacturer }),
    ...(site && { site }),
    ...readEpisode(observation),
  };
  observation.add("immunisations", entry);
}

function groupOf({ name }: Qualifier): ImmunisationGroup | undefined {
  const label = labelOf(name)?.toLowerCase();
  return (Object.keys(immunisationGroups) as ImmunisationGroup[]).find(
    (group) => immunisationGroups[group].toLowerCase() === label,
  );
}

function isHeld(group: ImmunisationGroup, { value }: Qualifier): boolean {
  const label = labelOf(value);
  if (label === undefined || label === "") return false;
  return group !== "expires" || dayOf(label) !== undefined;
}

/** The expiry of a batch as a day or month; other forms of it stay qualifiers. */
function dayOf(words: string | undefined): string | undefined {
  const isMonth = /^\d{4}-\d{2}$/.test(words ?? "");
  const read = isMonth ? readPartialDate(`${words}-01`, "YM") : readPartialDate(words, "YMD");
  return read.state === "known" ? read.value : undefined;
}
