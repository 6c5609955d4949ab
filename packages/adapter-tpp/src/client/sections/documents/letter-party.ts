import type { Document } from "@gp2gp/core";

type Words = Readonly<Record<string, string>>;

/** Who a letter is from or to, in the parts of the format. */
export interface LetterParty {
  readonly name?: Words | undefined;
  readonly address: Words;
}

export const nameElements = ["Title", "FirstName", "MiddleNames", "Surname"] as const;

/** The party as the record has it: names and address in words. */
export function partyInWords(
  { name, address }: LetterParty,
  organisation: string | undefined,
): Document["sender"] | undefined {
  const person = nameElements.flatMap((element) => name?.[element] ?? []).join(" ");
  const lines = Object.values(address).join(", ");
  const party = {
    ...(person !== "" && { person }),
    ...(organisation !== undefined && { organisation }),
    ...(lines !== "" && { address: lines }),
  };
  return Object.keys(party).length === 0 ? undefined : party;
}
