import type { SetKind } from "../pack/pack-header.ts";
import type { Relation } from "../pack/relation.ts";
import { NONE, assuranceOf, rankOf, rowFlags, weaker } from "../pack/row-flags.ts";
import type { Assurance } from "../pack/row-flags.ts";
import { foldTerm } from "../systems/fold-term.ts";
import { notFound } from "./leg.ts";
import type { LegHit, LegQuery, LegResult, MapMethod } from "./leg.ts";

export interface SetSlice {
  readonly relation: Relation;
  readonly kind: SetKind;
  readonly start: number;
  readonly end: number;
}

/**
 * What the rows of one set say of a code in the light of its term: rows about that very term; where
 * the term is not known, those whose term has the recorded words; else what all rows agree on; else
 * those about the preferred term of a CTV3 code, unassured. Codes of one term that lead to several
 * codes are ambiguous, unless one alone is assured.
 */
export function chooseInSet(slice: SetSlice, query: LegQuery): LegResult {
  const { relation, kind, start, end } = slice;
  const rows: number[] = [];
  for (let row = start; row < end; row += 1)
    if (((relation.flags[row] ?? 0) & rowFlags.retired) === 0) rows.push(row);
  if (rows.length === 0) return notFound;
  if (kind === "term-text") return verdict(slice, withWords(relation, rows, query), "text-match");
  const named = rows.some((row) => relation.sourceTerm[row] !== NONE);
  if (!named) return withoutTerms(slice, rows, query);
  if (query.termKey !== NONE) {
    const exact = rows.filter((row) => relation.sourceTerm[row] === query.termKey);
    return verdict(slice, exact, methodOf(kind, "term-exact"));
  }
  return ofUnknownTerm(slice, rows, query);
}

/** Rows of sets that know codes only; suppliers' tables may name a term by its words. */
function withoutTerms(slice: SetSlice, rows: readonly number[], query: LegQuery): LegResult {
  const { relation, kind } = slice;
  const method = kind === "simple-map" ? "simple-map" : methodOf(kind, "code-only");
  if (agreeOnTarget(relation, rows)) return verdict(slice, rows, method);
  const matched = withWords(relation, rows, query);
  return matched.length > 0 ? verdict(slice, matched, method) : verdict(slice, rows, method);
}

function ofUnknownTerm(slice: SetSlice, rows: readonly number[], query: LegQuery): LegResult {
  const { relation, kind } = slice;
  if (!agreeInAll(relation, rows)) {
    const keys = keysOfWords(query);
    const matched = rows.filter((row) => keys.has(relation.sourceTerm[row] ?? NONE));
    if (matched.length > 0) return verdict(slice, matched, methodOf(kind, "text-match"));
  }
  const method = methodOf(kind, "code-only");
  if (agreeOnTarget(relation, rows)) {
    const surest = verdict(slice, rows, method);
    if (surest.outcome !== "found") return surest;
    const assurance = rows
      .map((row) => assuranceOf(relation.flags[row] ?? 0))
      .reduce(weaker, "assured");
    return { outcome: "found", hit: { ...surest.hit, assurance } };
  }
  const preferred = rows.filter((row) => ((relation.flags[row] ?? 0) & rowFlags.preferred) !== 0);
  // A Read v2 code without its term code has no preferred meaning; a CTV3 code has.
  if (preferred.length === 0 || query.system.id === "read-v2") return verdict(slice, rows, method);
  const result = verdict(slice, preferred, method);
  return result.outcome === "found"
    ? { outcome: "found", hit: { ...result.hit, assurance: "unassured" } }
    : result;
}

/** The keys of the terms of a code that have the recorded words. */
function keysOfWords({ system, ordinal, words }: LegQuery): ReadonlySet<number> {
  const keys = new Set<number>();
  if (words.length === 0) return keys;
  for (const { text, termId } of system.terms(ordinal))
    if (termId !== undefined && words.includes(foldTerm(text))) keys.add(system.termKey(termId));
  return keys;
}

function withWords(relation: Relation, rows: readonly number[], { words }: LegQuery): number[] {
  if (words.length === 0) return [];
  return rows.filter((row) => {
    const { text } = relation.details(row);
    return text !== undefined && words.includes(foldTerm(text));
  });
}

function agreeOnTarget(relation: Relation, rows: readonly number[]): boolean {
  const target = relation.target[rows[0] ?? 0];
  return rows.every((row) => relation.target[row] === target);
}

function agreeInAll(relation: Relation, rows: readonly number[]): boolean {
  const [first = 0] = rows;
  return (
    agreeOnTarget(relation, rows) &&
    rows.every(
      (row) =>
        relation.targetTerm[row] === relation.targetTerm[first] &&
        assuranceOf(relation.flags[row] ?? 0) === assuranceOf(relation.flags[first] ?? 0),
    )
  );
}

function methodOf(kind: SetKind, method: MapMethod): MapMethod {
  if (kind === "value-alternate") return "value-alternate";
  return kind === "supplier" ? "supplier-table" : method;
}

/** What rows that are all about the recorded term say together. */
function verdict(slice: SetSlice, rows: readonly number[], method: MapMethod): LegResult {
  const { relation } = slice;
  const hits: LegHit[] = [];
  let stated = false;
  let surest: Assurance = "unassured";
  for (const row of rows) {
    const flags = relation.flags[row] ?? 0;
    const ordinal = relation.target[row] ?? NONE;
    if (flags & rowFlags.none) stated = true;
    if (ordinal === NONE) continue;
    const assurance = assuranceOf(flags);
    if (rankOf(assurance) > rankOf(surest)) surest = assurance;
    hits.push({
      ordinal,
      termKey: relation.targetTerm[row] ?? NONE,
      assurance,
      method,
      relation,
      row,
    });
  }
  if (hits.length === 0) return { outcome: "none", stated };
  const sure = hits.filter(({ assurance }) => assurance === surest);
  const [first, ...others] = sure;
  const ambiguous = rows.some((row) => ((relation.flags[row] ?? 0) & rowFlags.ambiguous) !== 0);
  if (!first || ambiguous || others.some(({ ordinal }) => ordinal !== first.ordinal))
    return { outcome: "ambiguous", hits: sure };
  const best = sure.reduce((a, b) => (precedes(b, a) ? b : a));
  return { outcome: "found", hit: best };
}

/** Of rows that lead to the same code, the one about a preferred term, then the lowest term. */
function precedes(a: LegHit, b: LegHit): boolean {
  const preferred = (hit: LegHit): number =>
    (hit.relation.flags[hit.row] ?? 0) & rowFlags.preferred;
  return (
    preferred(a) - preferred(b) > 0 || (preferred(a) === preferred(b) && a.termKey < b.termKey)
  );
}
