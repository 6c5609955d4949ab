import type { Assurance } from "../pack/row-flags.ts";
import { checkCode } from "../systems/check-code.ts";
import { isCtv3TermId, isReadTermCode } from "../systems/read-code.ts";
import { checkSnomed } from "../systems/snomed-code.ts";
import type { KeyFault } from "./table-layout.ts";

/** A code in the form tables are keyed by, or what keeps it from being one. */
export type KeyReading =
  | { readonly key: string; readonly fault?: undefined }
  | { readonly key?: undefined; readonly fault: KeyFault };

/** Reads a code of a table; of SNOMED CT, one of a concept. */
export function keyOf(system: string, text: string): KeyReading {
  const check = checkCode(system, text);
  if (!check.ok) return { fault: check.fault };
  if (system === "snomed" && check.component !== "concept") return { fault: "not-a-concept" };
  return { key: check.code };
}

/** Whether text is an id of a term of a system. */
export function isTermIdOf(system: string, text: string): boolean {
  if (system === "read-v2") return isReadTermCode(text);
  if (system === "snomed") {
    const check = checkSnomed(text);
    return check.ok && check.component === "description";
  }
  return (system === "ctv3" || system === "tpp") && isCtv3TermId(text);
}

/** A day as YYYYMMDD: releases write it so, with full stops or with hyphens. */
export function dayOf(text: string): string | undefined {
  const match = /^(\d{4})([.-]?)(\d{2})\2(\d{2})$/.exec(text);
  const [, year = "", , month = "", day = ""] = match ?? [];
  const inCalendar = match && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1;
  return inCalendar && Number(day) <= 31 ? year + month + day : undefined;
}

export function assuranceOfFlag(text: string): Assurance | undefined {
  if (text === "1") return "assured";
  return text === "0" ? "unassured" : undefined;
}

export function statusOf(text: string): "active" | "retired" | "ambiguous" | undefined {
  if (text === "1") return "active";
  if (text === "0") return "retired";
  return text === "2" ? "ambiguous" : undefined;
}

/** The system of a code in a CTV3 column: a practice's own begins with Y. */
export function systemInCtv3Column(code: string): "ctv3" | "tpp" {
  return code.startsWith("Y") ? "tpp" : "ctv3";
}
