import type { Address, CarriedText, PersonName } from "@gp2gp/core";
import { isKey } from "../../reading/restored.ts";

/*
 * A name that is given whole stands as a family name, an address in lines as the parts EMIS has room
 * for, names of several parts as one, so that people can read them. Where the text carries what was
 * put together, what stands for it is no fact.
 */

type Facts = CarriedText["facts"];

export function namesWithoutStandIns(
  names: readonly PersonName[],
  facts: Facts,
): readonly PersonName[] {
  const carried = new CarriedItems(facts, "names");
  return names.flatMap((name, at) => {
    const family = name.family?.join(" ");
    if (family !== undefined && carried.hasWhole("text", [family])) return [];
    return [nameWithoutStandIns(name, carried.membersOf(at))];
  });
}

/** A name without members that what is carried of it has in their own form. */
export function nameWithoutStandIns(
  name: PersonName,
  carried: ReadonlyMap<string, readonly unknown[]>,
): PersonName {
  const { prefixes, given, family, ...rest } = name;
  const whole = carried.get("text")?.[0];
  return {
    ...rest,
    ...(prefixes && !carried.has("prefixes") && { prefixes }),
    ...(given && !carried.has("given") && { given }),
    ...(family && !carried.has("family") && family.join(" ") !== whole && { family }),
  };
}

export function addressesWithoutStandIns(
  addresses: readonly Address[],
  facts: Facts,
): readonly Address[] {
  const carried = new CarriedItems(facts, "addresses");
  return addresses.flatMap((address, at) => {
    const { houseName, street, locality, town, county, ...rest } = address;
    const parts = [street, locality, town, houseName, county].filter((part) => part !== undefined);
    if (carried.hasWhole("lines", parts)) return [];
    if (parts.length === 1 && carried.hasWholeStreet(street)) return [];
    const members = carried.membersOf(at);
    if (members.get("lines")?.join(", ") === parts.join(", ")) return [rest];
    if (!members.has("houseNumber")) return [address];
    const { street: _, ...without } = address;
    return [without];
  });
}

/** What is carried of the items of a list: of those the structure holds in part, and of whole ones. */
class CarriedItems {
  readonly #held = new Map<number, Map<string, unknown[]>>();
  readonly #whole = new Map<number, Map<string, unknown[]>>();

  constructor(facts: Facts, list: string) {
    for (const { path, value } of facts) {
      const [first, second, third] = path;
      if (!isKey(first, list) || !second || !("index" in second)) continue;
      if (third === undefined || !("key" in third)) continue;
      const items = second.into ? this.#held : this.#whole;
      const members = items.get(second.index) ?? new Map<string, unknown[]>();
      members.set(third.key, [...(members.get(third.key) ?? []), value]);
      items.set(second.index, members);
    }
  }

  /** By the place among the items the structure holds: whole ones are put in between them later. */
  membersOf(at: number): ReadonlyMap<string, readonly unknown[]> {
    let index = 0;
    for (let held = -1; ; index++) {
      if (!this.#whole.has(index)) held++;
      if (held === at) return this.#held.get(index) ?? new Map<string, unknown[]>();
    }
  }

  /** Whether a whole address has house number and street that stand as one. */
  hasWholeStreet(street: string | undefined): boolean {
    return [...this.#whole.values()].some((members) => {
      const [number] = members.get("houseNumber") ?? [];
      return (
        number !== undefined &&
        [number, members.get("street")?.[0] ?? ""].join(" ").trim() === street
      );
    });
  }

  hasWhole(member: string, values: readonly unknown[]): boolean {
    const wanted = values.join(", ");
    return [...this.#whole.values()].some((members) => members.get(member)?.join(", ") === wanted);
  }
}

/** What is carried of one name that is no list item. */
export function carriedMembers(
  facts: Facts,
  name: string,
): ReadonlyMap<string, readonly unknown[]> {
  const members = new Map<string, unknown[]>();
  for (const { path, value } of facts) {
    const [first, second] = path;
    if (!isKey(first, name) || second === undefined || !("key" in second)) continue;
    members.set(second.key, [...(members.get(second.key) ?? []), value]);
  }
  return members;
}
