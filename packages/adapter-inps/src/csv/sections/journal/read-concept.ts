import {
  isReadCode,
  isReadCodeWithTerm,
  readSnomedId,
  receivedDegrade,
  standInIssue,
} from "@gp2gp/core";
import type { Coded, Coding } from "@gp2gp/core";
import { withQualifier } from "./entry-row.ts";
import type { EntryRow } from "./entry-row.ts";
import { productQualifiers } from "./product-qualifiers.ts";

/**
 * The concept of a row: CODE and SNOMED_CODE with RUBRIC, the term shown for both. A code that is none of
 * Read version 2 is one of Vision's own where a term stands with it, else bad data, kept as words.
 */
export function readConcept(entry: EntryRow): Coded | undefined {
  const { CODE, RUBRIC } = entry.cells;
  const system = CODE === undefined ? undefined : systemOf(CODE, RUBRIC);
  const display = RUBRIC === undefined ? {} : { display: RUBRIC };
  const codings: Coding[] = [
    ...(CODE !== undefined && system !== undefined
      ? [{ system, code: CODE, ...display, asserted: "source" as const }]
      : []),
    ...snomedCodings("SNOMED_CODE", display, entry),
  ];
  if (codings.length === 0) {
    if (CODE !== undefined && RUBRIC === undefined) entry.odd("CODE", "value-unmapped");
    return RUBRIC === undefined ? undefined : { text: RUBRIC, codings };
  }
  const concept = { codings };
  const kind = receivedDegrade(concept);
  const issue = standInIssue(concept);
  if (issue) entry.inps.report(issue, { source: entry.row.source });
  return kind === undefined ? concept : { ...concept, degrade: { kind, reason: "received" } };
}

/** The concept of a drug: its codes in every scheme the format has, and its form, strength and pack. */
export function readDrug(entry: EntryRow): Coded | undefined {
  const concept = readConcept(entry);
  const { RUBRIC } = entry.cells;
  const display = RUBRIC === undefined ? {} : { display: RUBRIC };
  const known = new Set(concept?.codings.map(({ system, code }) => `${system} ${code}`));
  const product = productCodings(display, entry).filter(
    ({ system, code }) => !known.has(`${system} ${code}`),
  );
  const codings = [...(concept?.codings ?? []), ...product];
  // The term belongs to the codes; without any it stands for itself.
  const { text: _, ...coded } = concept ?? { codings };
  const drug = codings.length === 0 ? concept : { ...coded, codings };
  return withProductQualifiers(drug, entry, isUnitOfQuantity(entry) ? "DRUG_PACKSIZE" : undefined);
}

/** The product a row names beside its concept: a vaccine, or what an allergy is to. */
export function readProduct(entry: EntryRow): Coded | undefined {
  const codings = productCodings({}, entry);
  return withProductQualifiers(codings.length === 0 ? undefined : { codings }, entry);
}

function productCodings(display: { display?: string }, entry: EntryRow): Coding[] {
  const { BNF_CODE } = entry.cells;
  return [
    ...snomedCodings("DMD_CODE", display, entry),
    ...(BNF_CODE === undefined
      ? []
      : [{ system: "bnf", code: BNF_CODE, asserted: "source" as const }]),
  ];
}

function withProductQualifiers(
  product: Coded | undefined,
  entry: EntryRow,
  taken?: string,
): Coded | undefined {
  let qualified = product;
  for (const [column, name] of productQualifiers) {
    const cell = entry.cells[column];
    if (cell !== undefined && column !== taken)
      qualified = withQualifier(qualified, name, { text: cell, codings: [] });
  }
  return qualified;
}

/** Whether the pack size is what the quantity is counted in. */
function isUnitOfQuantity({ cells }: EntryRow): boolean {
  return cells["VALUE1"] !== undefined && cells["VALUE1_UNITS"] === undefined;
}

/** An id that is none of a concept is kept as words. */
function snomedCodings(column: string, display: { display?: string }, entry: EntryRow): Coding[] {
  const code = entry.cells[column];
  if (code === undefined) return [];
  const id = readSnomedId(code);
  if (id.ok && id.component === "concept")
    return [{ system: "snomed", code, ...display, asserted: "source" }];
  entry.odd(column, "value-malformed");
  return [];
}

/** The scheme a code is of; undefined for one nobody knows that no term explains. */
function systemOf(code: string, rubric: string | undefined): string | undefined {
  if (isReadCodeWithTerm(code) || isReadCode(code)) return "read-v2";
  if (/^\d{8}$/.test(code)) return "gemscript";
  return rubric === undefined ? undefined : "vision";
}
