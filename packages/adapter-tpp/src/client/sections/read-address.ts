import type { Address, PersonName } from "@gp2gp/core";
import type { ReadsText, WireNode } from "../wire/wire-node.ts";

/** The members of an address and the elements that hold them, in their order. */
export const addressElements = [
  ["houseName", "HouseName"],
  ["houseNumber", "HouseNumber"],
  ["street", "Road"],
  ["locality", "Locality"],
  ["town", "Town"],
  ["county", "County"],
  ["postcode", "Postcode"],
] as const;

/** An address by its parts; undefined where none of them has words. */
export function readAddress(node: WireNode<"Address">): Address | undefined {
  const address: { -readonly [Key in keyof Address]: Address[Key] } = {};
  for (const [key, element] of addressElements) {
    const words = node.text(element);
    if (words !== undefined) address[key] = words;
  }
  return Object.keys(address).length === 0 ? undefined : address;
}

/**
 * A name by its parts. Middle names stay together, as the format has them, and without a first name are
 * left; undefined where no part has words.
 */
export function readName(
  node: ReadsText<"Title" | "FirstName" | "MiddleNames" | "Surname">,
): PersonName | undefined {
  const title = node.text("Title");
  const first = node.text("FirstName");
  const middle = first === undefined ? undefined : node.text("MiddleNames");
  const surname = node.text("Surname");
  const given = [first, middle].filter((part) => part !== undefined);
  const name: PersonName = {
    ...(title !== undefined && { prefixes: [title] }),
    ...(given.length > 0 && { given }),
    ...(surname !== undefined && { family: [surname] }),
  };
  return Object.keys(name).length === 0 ? undefined : name;
}
