import type { SetKind } from "../pack/pack-header.ts";
import type { Relation } from "../pack/relation.ts";
import { assuranceOf } from "../pack/row-flags.ts";
import type { Assurance } from "../pack/row-flags.ts";
import type { PackSystem, TerminologyPack } from "../pack/terminology-pack.ts";
import { chooseInSet } from "./forward-rows.ts";
import { chooseInverse } from "./inverse-rows.ts";
import { notFound } from "./leg.ts";
import type { LegHit, LegQuery, LegResult } from "./leg.ts";

/** As a leg's result; `unsure` where maps were found that are not as sure as asked for. */
export type LegFinding =
  | LegResult
  | { readonly outcome: "unsure"; readonly hits: readonly LegHit[] };

export interface LegRequest {
  readonly query: LegQuery;
  readonly target: PackSystem;
  readonly sureEnough: (assurance: Assurance) => boolean;
}

/**
 * The code of one system for that of another, by one map: rows of the map from the one to the other,
 * set by set; then assured rows of the map from the other to the one, read backwards; then the SNOMED
 * CT simple map; then other rows read backwards. What an earlier step left ambiguous a later one may
 * only decide among, and what a publisher states to have no code gets none.
 */
export function findLeg(pack: TerminologyPack, request: LegRequest): LegFinding {
  const { query, target, sureEnough } = request;
  const candidates: LegHit[] = [];
  const unsure: LegHit[] = [];
  for (const result of steps(pack, { query, target })) {
    switch (result.outcome) {
      case "found": {
        const { hit } = result;
        const among =
          candidates.length === 0 || candidates.some(({ ordinal }) => ordinal === hit.ordinal);
        if (among && sureEnough(hit.assurance)) return result;
        if (among) unsure.push(hit);
        break;
      }
      case "ambiguous":
        if (candidates.length === 0) candidates.push(...result.hits);
        break;
      case "none":
        if (result.stated && candidates.length === 0 && unsure.length === 0) return result;
        break;
    }
  }
  if (candidates.length > 0) return { outcome: "ambiguous", hits: candidates };
  return unsure.length > 0 ? { outcome: "unsure", hits: unsure } : notFound;
}

function* steps(
  pack: TerminologyPack,
  { query, target }: Pick<LegRequest, "query" | "target">,
): Generator<LegResult> {
  const kindOf = (set: number | undefined): SetKind => pack.header.sets[set ?? 0]?.kind ?? "map";
  const forward = pack.relation(query.system.id, target.id);
  const simple: LegResult[] = [];
  if (forward) {
    for (const [start, end] of slicesBySet(forward, query.ordinal)) {
      const kind = kindOf(forward.set[start]);
      if (kind === "history" || (kind === "value-alternate" && !query.hasValue)) continue;
      const result = chooseInSet({ relation: forward, kind, start, end }, query);
      if (kind === "simple-map") simple.push(result);
      else yield result;
    }
  }
  const backward = pack.relation(target.id, query.system.id);
  const rows = backward ? backward.inverseRowsOf(query.ordinal) : [];
  const assured: number[] = [];
  const others: number[] = [];
  for (const row of rows) {
    const kind = kindOf(backward?.set[row]);
    if (kind !== "map" && kind !== "supplier" && kind !== "simple-map") continue;
    const sure = kind === "map" && assuranceOf(backward?.flags[row] ?? 0) === "assured";
    (sure ? assured : others).push(row);
  }
  if (backward && assured.length > 0) yield chooseInverse(backward, assured, { query, target });
  yield* simple;
  if (backward && others.length > 0) yield chooseInverse(backward, others, { query, target });
}

/** The rows of a code, set by set. */
function* slicesBySet(
  relation: Relation,
  ordinal: number,
): Generator<readonly [start: number, end: number]> {
  const [first, last] = relation.rowsOf(ordinal);
  for (let start = first; start < last;) {
    let end = start + 1;
    while (end < last && relation.set[end] === relation.set[start]) end += 1;
    yield [start, end];
    start = end;
  }
}
