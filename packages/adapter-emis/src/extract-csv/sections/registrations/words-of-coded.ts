import type { Coded } from "@gp2gp/core";
import type { NumberedWords } from "../../wire/registration-words.ts";

/** The words of a list for a code of it; else the words a concept was recorded in. */
export function wordsOfCoded(
  coded: Coded | undefined,
  { system, list }: { readonly system: string; readonly list: NumberedWords },
): string | undefined {
  const own = coded?.codings.find((coding) => coding.system === system);
  return (own && list.wordsOf(own.code)) ?? coded?.text;
}
