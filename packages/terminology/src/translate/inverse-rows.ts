import type { PackSystem } from "../pack/terminology-pack.ts";
import type { Relation } from "../pack/relation.ts";
import { NONE, rowFlags } from "../pack/row-flags.ts";
import { foldTerm } from "../systems/fold-term.ts";
import { notFound } from "./leg.ts";
import type { LegHit, LegQuery, LegResult } from "./leg.ts";

/** Beyond so many codes that lead to one, no choice among them means anything. */
const CANDIDATES = 64;

/**
 * A map read backwards: the codes that lead to this one. Where there are several, those whose row has
 * the very term id come first, of these those with the recorded words, of these those of a preferred
 * term; more than one of the best is ambiguous. The answer is never assured.
 */
export function chooseInverse(
  relation: Relation,
  rows: readonly number[],
  about: { readonly query: LegQuery; readonly target: PackSystem },
): LegResult {
  const best = new Map<number, { readonly hit: LegHit; readonly rank: number }>();
  const several = new Set(rows.map((row) => relation.sourceOf(row)));
  if (several.size === 0) return notFound;
  for (const row of rows) {
    const ordinal = relation.sourceOf(row);
    const rank = several.size > CANDIDATES ? 0 : rankOfRow(relation, row, { ...about, ordinal });
    const known = best.get(ordinal);
    if (known && known.rank <= rank) continue;
    const termKey = relation.sourceTerm[row] ?? NONE;
    const hit: LegHit = {
      ordinal,
      termKey,
      assurance: "unassured",
      method: "inverse",
      relation,
      row,
    };
    best.set(ordinal, { hit, rank });
  }
  const lowest = Math.min(...[...best.values()].map(({ rank }) => rank));
  const hits = [...best.values()]
    .toSorted((a, b) => a.rank - b.rank || a.hit.ordinal - b.hit.ordinal)
    .filter(({ rank }) => rank === lowest)
    .map(({ hit }) => hit);
  const [hit, ...others] = hits;
  if (!hit) return notFound;
  return others.length === 0 ? { outcome: "found", hit } : { outcome: "ambiguous", hits };
}

function rankOfRow(
  relation: Relation,
  row: number,
  {
    query,
    target,
    ordinal,
  }: { readonly query: LegQuery; readonly target: PackSystem; readonly ordinal: number },
): number {
  const sameTerm = query.termKey !== NONE && relation.targetTerm[row] === query.termKey;
  const sameWords = query.words.length > 0 && hasWords(relation, row, { query, target, ordinal });
  const preferred = ((relation.flags[row] ?? 0) & rowFlags.preferred) !== 0;
  return (sameTerm ? 0 : 4) + (sameWords ? 0 : 2) + (preferred ? 0 : 1);
}

function hasWords(
  relation: Relation,
  row: number,
  {
    query,
    target,
    ordinal,
  }: { readonly query: LegQuery; readonly target: PackSystem; readonly ordinal: number },
): boolean {
  const termId = target.termId(relation.sourceTerm[row] ?? NONE);
  return target
    .terms(ordinal)
    .some(
      (term) =>
        (termId === undefined || term.termId === undefined || term.termId === termId) &&
        query.words.includes(foldTerm(term.text)),
    );
}
