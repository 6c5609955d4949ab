import type { Address, PersonName } from "@gp2gp/core";
import type { WireInput } from "../wire/wire-types.ts";
import type { Taking } from "../writing/taking.ts";
import { addressElements } from "./read-address.ts";

type Path = readonly (string | number)[];

/** An address by its parts; those the format demands stand empty where they are unknown. Undefined when it has no parts. */
export function writeAddress(
  address: Address | undefined,
  taking: Taking,
  ...path: Path
): WireInput<"Address"> | undefined {
  if (!address) return undefined;
  const parts = addressElements.flatMap(([key, element]) => {
    const words = taking.words(...path, key);
    return words === undefined ? [] : [[element, words] as const];
  });
  if (parts.length === 0) return undefined;
  return { Road: "", Town: "", Postcode: "", ...Object.fromEntries(parts) };
}

export interface NameFields {
  readonly Title?: string | undefined;
  readonly FirstName?: string | undefined;
  readonly MiddleNames?: string | undefined;
  readonly Surname?: string | undefined;
}

/** The parts of a name that the format has elements for: one title, a first name, middle names together, one surname. */
export function writeName(name: PersonName | undefined, taking: Taking, ...path: Path): NameFields {
  if (!name) return {};
  return {
    Title: taking.words(...path, "prefixes", 0),
    FirstName: taking.words(...path, "given", 0),
    MiddleNames: taking.words(...path, "given", 1),
    Surname: taking.words(...path, "family", 0),
  };
}
