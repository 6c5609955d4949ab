import { labelOf } from "@gp2gp/core";
import type { Immunisation, Qualifier } from "@gp2gp/core";

/** Names of the qualifier groups practices describe a vaccination with. */
export const immunisationGroups = {
  site: "Injection site",
  batchNumber: "Batch Number",
  expires: "Expiry Date",
  manufacturer: "Manufacturer",
} as const;
export type ImmunisationGroup = keyof typeof immunisationGroups;

/**
 * What qualifiers say of a vaccination, and the qualifiers that say something else of it. An expiry that
 * `dayOf` does not know as a date, and further values of a group, stay qualifiers.
 */
export function readImmunisationQualifiers(
  qualifiers: readonly Qualifier[],
  dayOf: (words: string) => string | undefined,
): {
  readonly said: Pick<Immunisation, ImmunisationGroup>;
  readonly others: readonly Qualifier[];
} {
  const found = new Map<ImmunisationGroup, Qualifier>();
  for (const qualifier of qualifiers) {
    const group = groupOf(qualifier);
    const label = labelOf(qualifier.value);
    if (!group || found.has(group) || label === undefined || label === "") continue;
    if (group !== "expires" || dayOf(label) !== undefined) found.set(group, qualifier);
  }
  const held = new Set(found.values());
  const words = (group: ImmunisationGroup): string | undefined => labelOf(found.get(group)?.value);
  const [batchNumber, manufacturer] = [words("batchNumber"), words("manufacturer")];
  const expires = dayOf(words("expires") ?? "");
  const site = found.get("site")?.value;
  return {
    said: {
      ...(batchNumber !== undefined && { batchNumber }),
      ...(expires !== undefined && { expires }),
      ...(manufacturer !== undefined && { manufacturer }),
      ...(site && { site }),
    },
    others: qualifiers.filter((qualifier) => !held.has(qualifier)),
  };
}

function groupOf({ name }: Qualifier): ImmunisationGroup | undefined {
  const label = labelOf(name)?.toLowerCase();
  return (Object.keys(immunisationGroups) as ImmunisationGroup[]).find(
    (group) => immunisationGroups[group].toLowerCase() === label,
  );
}
