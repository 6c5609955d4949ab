import type { Coded } from "@gp2gp/core";
import type { CD } from "@gp2gp/hl7v3";
import { isLeadingCoding } from "../../values/coded.ts";

/** A word people use for something, and the code that messages have for it. */
export interface Named {
  readonly code: string;
  readonly displayName: string;
  /** In lower case. */
  readonly words: readonly string[];
}

/** The code of a table for the words of a concept. */
export function namedBy(table: readonly Named[], words: string | undefined): CD | undefined {
  const own = words?.trim().toLowerCase();
  const found = table.find((named) => own !== undefined && named.words.includes(own));
  return found && snomed(found.code, found.displayName);
}

export const snomed = (code: string, displayName: string) =>
  ({ code, codeSystem: "2.16.840.1.113883.2.1.3.2.4.15", displayName }) as const;

/** Whether a concept has a code that receivers know, which is then its main one. */
export const hasKnownCode = (concept: Coded | undefined): boolean =>
  concept?.codings.some(isLeadingCoding) === true;
