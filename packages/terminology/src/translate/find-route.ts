import { weaker } from "../pack/row-flags.ts";
import type { Assurance } from "../pack/row-flags.ts";
import type { PackSystem, TerminologyPack } from "../pack/terminology-pack.ts";
import { findLeg } from "./find-leg.ts";
import type { Start } from "./find-source.ts";
import { NONE } from "../pack/row-flags.ts";
import type { LegHit } from "./leg.ts";

/** Systems that lie between others, the richest first. */
const pivots = ["snomed", "read-v2", "ctv3"] as const;

export interface RouteRequest {
  readonly start: Start;
  readonly target: PackSystem;
  readonly words: readonly string[];
  readonly hasValue: boolean;
  readonly sureEnough: (assurance: Assurance) => boolean;
}

/** The maps from a code to one of the target system: one, or two with a pivot between them. */
export interface Route {
  readonly hits: readonly LegHit[];
  readonly assurance: Assurance;
  /** The active concept that was taken for the retired one the code names. */
  readonly successor?: number;
}

export type RouteResult =
  | { readonly outcome: "found"; readonly route: Route }
  | { readonly outcome: "ambiguous" | "unsure"; readonly routes: readonly Route[] }
  | { readonly outcome: "none"; readonly stated: boolean };

const any = (): boolean => true;

/** The code of the target system by a map that leads there directly. */
export function findDirect(pack: TerminologyPack, request: RouteRequest): RouteResult {
  const { start, target, words, hasValue, sureEnough } = request;
  const least: Assurance = start.sameCode ? "unknown" : "assured";
  if (start.system.id === target.id)
    return start.sameCode && sureEnough(least)
      ? { outcome: "found", route: { hits: [], assurance: least } }
      : { outcome: "none", stated: false };
  const query = { ...start, words, hasValue };
  const finding = findLeg(pack, {
    query,
    target,
    sureEnough: (assurance) => sureEnough(weaker(assurance, least)),
  });
  const routeOf = (hit: LegHit): Route => ({
    hits: [hit],
    assurance: weaker(hit.assurance, least),
  });
  switch (finding.outcome) {
    case "found":
      return { outcome: "found", route: routeOf(finding.hit) };
    case "ambiguous":
    case "unsure":
      return { outcome: finding.outcome, routes: finding.hits.map(routeOf) };
    case "none":
      return finding;
  }
}

/**
 * The code of the target system by way of one other system. Every way is tried: where they come to
 * different codes, none is right.
 */
export function findByPivot(pack: TerminologyPack, request: RouteRequest): RouteResult {
  const { start, target, words, hasValue, sureEnough } = request;
  const sure: Route[] = [];
  const unsure: Route[] = [];
  if (start.sameCode || start.system.id === target.id) return { outcome: "none", stated: false };
  for (const id of pivots) {
    const pivot = pack.system(id);
    if (!pivot || id === start.system.id || id === target.id) continue;
    const first = findLeg(pack, {
      query: { ...start, words, hasValue },
      target: pivot,
      sureEnough: any,
    });
    if (first.outcome !== "found") continue;
    const { ordinal, termKey } = first.hit;
    const second = findLeg(pack, {
      query: { system: pivot, ordinal, termKey, words, hasValue },
      target,
      sureEnough: any,
    });
    if (second.outcome !== "found") continue;
    const assurance = weaker(first.hit.assurance, second.hit.assurance);
    const route = { hits: [first.hit, second.hit], assurance };
    (sureEnough(assurance) ? sure : unsure).push(route);
  }
  const found = sure.length > 0 ? sure : unsure;
  const [route] = found;
  if (!route) return { outcome: "none", stated: false };
  const end = route.hits.at(-1)?.ordinal ?? NONE;
  if ([...sure, ...unsure].some(({ hits }) => hits.at(-1)?.ordinal !== end))
    return { outcome: "ambiguous", routes: [...sure, ...unsure] };
  return sure.length > 0 ? { outcome: "found", route } : { outcome: "unsure", routes: unsure };
}
