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
  return names.map((name, at) => nameWithoutStandIns(name, carried.membersOf(at)));
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
  return addresses.map((address, at) => {
    const { houseName, street, locality, town, county, ...rest } = address;
    const parts = [street, locality, town, houseName, county].filter((part) => part !== undefined);
    const members = carried.membersOf(at);
    if (members.get("lines")?.join(", ") === parts.join(", ")) return rest;
    if (!members.has("houseNumber")) return address;
    const { street: _, ...without } = address;
    return without;
  });
}

/** What is carried of the items of a list: of those the structure holds, and which come whole. */
class CarriedItems {
  readonly #held = new Map<number, Map<string, unknown[]>>();
  readonly #whole = new Set<number>();

  constructor(facts: Facts, list: string) {
    for (const { path, value } of facts) {
      const [first, second, third] = path;
      if (!isKey(first, list) || !second || !("index" in second)) continue;
      if (third === undefined || !("key" in third)) continue;
      if (!second.into) {
        this.#whole.add(second.index);
        continue;
      }
      const members = this.#held.get(second.index) ?? new Map<string, unknown[]>();
      members.set(third.key, [...(members.get(third.key) ?? []), value]);
      this.#held.set(second.index, members);
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
