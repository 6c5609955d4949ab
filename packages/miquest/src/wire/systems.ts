import { identifierSystems } from "@gp2gp/core";
import type { Coded, Identifier } from "@gp2gp/core";
import { meaningOf } from "./code-tables.ts";

/** The record's names for what letters and codes of the format are of. */
export const miquestSystems = {
  active: "miquest:active",
  session: "miquest:session",
  location: "miquest:location",
  hcpType: "miquest:hcp-type",
  speciality: "nhs-main-specialty",
} as const;

/** A concept that is one letter of a table, or of none. */
export function codedAs(
  system: string,
  code: string,
  table: Readonly<Record<string, string>> = {},
): Coded {
  const display = meaningOf(table, code);
  return {
    codings: [{ system, code, ...(display !== undefined && { display }), asserted: "source" }],
  };
}

/** The letter or code of a system in a concept. */
export function codeIn(system: string, coded: Coded | undefined): string | undefined {
  return coded?.codings.find((coding) => coding.system === system && coding.asserted === "source")
    ?.code;
}

/** How a professional is named: by a general practitioner's national code, else by what the practice calls them. */
export function hcpIdentifier(cell: string, supplier: string): Identifier {
  const isNational = /^G\d{7}$/.test(cell);
  return { system: isNational ? identifierSystems.gmp : `${supplier}:hcp`, value: cell };
}

/** How a practice is named: by its national code, else by what the system calls it. */
export function practiceIdentifier(cell: string, supplier: string): Identifier {
  const isNational = /^[A-Z]\d{5}$/.test(cell);
  return { system: isNational ? identifierSystems.ods : `${supplier}:practice`, value: cell };
}
