import type { Immunisation, Qualifier } from "@gp2gp/core";
import { labelOf } from "@gp2gp/core";
import { immunisationGroups } from "../../../shared/immunisation-qualifiers.ts";
import type { ImmunisationGroup } from "../../../shared/immunisation-qualifiers.ts";
import { readPlainDate } from "../../codecs/emis-date.ts";
import type { CodedItem } from "../coded-items/read-coded-item.ts";
import { withQualifiers } from "../coded-items/read-coded-item.ts";

/** What an event says as a vaccination. EMIS does not say whether it was given: its code does. */
export function readImmunisation(item: CodedItem): Partial<Immunisation> {
  const found = new Map<ImmunisationGroup, Qualifier>();
  for (const qualifier of item.qualifiers) {
    const group = groupOf(qualifier);
    if (group && !found.has(group) && isHeld(group, qualifier)) found.set(group, qualifier);
  }
  const held = new Set(found.values());
  const words = (group: ImmunisationGroup): string | undefined => labelOf(found.get(group)?.value);
  const batchNumber = words("batchNumber");
  const manufacturer = words("manufacturer");
  const expires = readPlainDate(words("expires") ?? "");
  const site = found.get("site")?.value;
  return {
    outcome: "not-stated",
    ...withQualifiers(
      item.base.concept,
      item.qualifiers.filter((qualifier) => !held.has(qualifier)),
    ),
    ...(batchNumber !== undefined && { batchNumber }),
    ...(expires !== undefined && { expires }),
    ...(manufacturer !== undefined && { manufacturer }),
    ...(site && { site }),
  };
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
  return group !== "expires" || readPlainDate(label) !== undefined;
}
