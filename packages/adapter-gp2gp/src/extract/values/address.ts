import type { Address } from "@gp2gp/core";
import type { AD } from "@gp2gp/hl7v3";
import { readPeriod, writePeriod } from "./effective.ts";
import { isWritable } from "./text.ts";

type Part = NonNullable<AD["parts"]>[number];

const single = {
  houseNumber: "houseNumber",
  street: "streetName",
  locality: "additionalLocator",
  town: "city",
  county: "county",
  postcode: "postalCode",
  country: "country",
} as const;
type Named = keyof typeof single;
const namedOf = new Map<string, Named>(
  Object.entries(single).map(([named, kind]) => [kind, named as Named]),
);

/** The address an AD gives: street address lines and free text are lines, other parts have their names. */
export function readAddress(address: AD | undefined): Address | undefined {
  if (!address) return undefined;
  const lines: string[] = [];
  const named: { -readonly [Key in Named]?: string } = {};
  for (const part of address.parts ?? []) {
    const { content } = part;
    if (content === undefined || content.trim() === "") continue;
    const name = namedOf.get(part.kind);
    if (name !== undefined && named[name] === undefined) named[name] = content;
    else lines.push(content);
  }
  const period = readPeriod(address.useablePeriod?.[0]);
  const read: Address = {
    ...(address.use !== undefined && address.use !== "" && { use: address.use }),
    ...(lines.length > 0 && { lines }),
    ...named,
    ...(period && { period }),
  };
  return Object.keys(read).length === 0 ? undefined : read;
}

const uses = new Set(["PHYS", "PST", "TMP", "BAD", "H", "HP", "HV", "WP", "ABC", "SYL", "IDE"]);

/** The AD of an address: lines first, then the named parts. */
export function writeAddress(address: Address): AD {
  const parts: Part[] = (address.lines ?? []).flatMap((content): Part[] =>
    content.trim() === "" || !isWritable(content) ? [] : [{ kind: "streetAddressLine", content }],
  );
  for (const [named, kind] of Object.entries(single)) {
    const content = address[named as Named];
    if (content !== undefined && content.trim() !== "" && isWritable(content))
      parts.push({ kind, content });
  }
  const period = writePeriod(address.period);
  return {
    ...(address.use !== undefined &&
      address.use.split(" ").every((use) => uses.has(use)) && { use: address.use }),
    parts,
    ...(period && { useablePeriod: [period] }),
  };
}
