import { checkCode } from "../systems/check-code.ts";
import { foldTerm } from "../systems/fold-term.ts";
import { NONE, rankOf } from "../pack/row-flags.ts";
import type { Assurance } from "../pack/row-flags.ts";
import type { PackSystem, TerminologyPack } from "../pack/terminology-pack.ts";
import type { CodeCandidate, CodeRequest, CodeTranslation } from "./code-translation.ts";
import { describeRoute } from "./describe-route.ts";
import { findByPivot, findDirect } from "./find-route.ts";
import type { Route, RouteRequest, RouteResult } from "./find-route.ts";
import { findSource } from "./find-source.ts";
import type { Start } from "./find-source.ts";
import { successorCoding, successorOf } from "./successor.ts";

/** How far a translation may go: one map, or a second after it. */
export type Reach = "direct" | "pivot" | "both";

/** Translates one code into one code system by the maps of a pack. */
export function translateCode(
  pack: TerminologyPack,
  request: CodeRequest,
  reach: Reach = "both",
): CodeTranslation {
  const source = findSource(pack, request);
  if (source.outcome === "invalid-code")
    return { outcome: "no-map", reason: "invalid-code", fault: source.fault, candidates: [] };
  if (source.outcome === "unknown-system")
    return { outcome: "no-map", reason: "unknown-system", candidates: [] };
  if (source.outcome === "unknown-code")
    return { outcome: "no-map", reason: "no-map", known: false, candidates: [] };
  const target = pack.system(request.target);
  if (!target) return { outcome: "no-map", reason: "no-map", known: true, candidates: [] };
  const least = request.atLeast ?? "unassured";
  const about = {
    target,
    words: [...new Set((request.texts ?? []).map(foldTerm))].filter((text) => text !== ""),
    hasValue: request.hasValue ?? false,
    sureEnough: (assurance: Assurance) => rankOf(assurance) >= rankOf(least),
  };
  return bestOf(pack, { request, starts: source.starts, about, reach });
}

interface Search {
  readonly request: CodeRequest;
  readonly starts: readonly Start[];
  readonly about: Omit<RouteRequest, "start">;
  readonly reach: Reach;
}

interface Refusal {
  readonly reason: "ambiguous" | "unassured-policy";
  readonly candidates: readonly CodeCandidate[];
}

function bestOf(pack: TerminologyPack, { request, starts, about, reach }: Search): CodeTranslation {
  let refusal: Refusal | undefined;
  let stated = false;
  for (const find of finders(reach)) {
    for (const start of starts) {
      const result = find(pack, { start, ...about });
      if (result.outcome === "found")
        return mapped(pack, { start, target: about.target, route: result.route, request });
      if (result.outcome === "none") stated ||= result.stated;
      else refusal = worse(refusal, refused(pack, { start, target: about.target, result }));
    }
    // No way round what is ambiguous, or what its publisher says has no code.
    if (refusal?.reason === "ambiguous" || stated) break;
  }
  const final = stated || refusal?.reason === "ambiguous";
  const why = refusal ?? { reason: "no-map", candidates: [] };
  return { outcome: "no-map", ...why, known: true, ...(final && { final }) };
}

function finders(
  reach: Reach,
): readonly ((pack: TerminologyPack, request: RouteRequest) => RouteResult)[] {
  const forward = [findDirect, findBySuccessor];
  if (reach === "direct") return forward;
  return reach === "pivot" ? [findByPivot] : [...forward, findByPivot];
}

/** A retired SNOMED CT concept that no map knows is translated as the one it was replaced by. */
function findBySuccessor(pack: TerminologyPack, request: RouteRequest): RouteResult {
  const { start, sureEnough } = request;
  const none: RouteResult = { outcome: "none", stated: false };
  if (start.system.id !== "snomed") return none;
  const ordinal = successorOf(pack, start.ordinal);
  if (ordinal < 0) return none;
  const forward: Start = { ...start, ordinal, termKey: NONE };
  const result = findDirect(pack, { ...request, start: forward });
  if (result.outcome !== "found") return result;
  const route: Route = { ...result.route, assurance: "unassured", successor: ordinal };
  return sureEnough("unassured")
    ? { outcome: "found", route }
    : { outcome: "unsure", routes: [route] };
}

function mapped(
  pack: TerminologyPack,
  {
    start,
    target,
    route,
    request,
  }: { start: Start; target: PackSystem; route: Route; request: CodeRequest },
): CodeTranslation {
  const candidate = describeRoute(pack, { start, target, route });
  const concept = route.hits.at(-1)?.ordinal;
  const successor =
    target.id === "snomed" && concept !== undefined ? successorCoding(pack, concept) : undefined;
  const check = checkCode(request.system, request.code);
  return {
    outcome: "mapped",
    ...candidate,
    also: successor ? [successor] : [],
    repairs: check.ok ? check.repairs : [],
  };
}

function refused(
  pack: TerminologyPack,
  {
    start,
    target,
    result,
  }: {
    start: Start;
    target: PackSystem;
    result: Extract<RouteResult, { outcome: "ambiguous" | "unsure" }>;
  },
): Refusal {
  return {
    reason: result.outcome === "ambiguous" ? "ambiguous" : "unassured-policy",
    candidates: result.routes.map((route) => describeRoute(pack, { start, target, route })),
  };
}

function worse(known: Refusal | undefined, other: Refusal): Refusal {
  return known && (known.reason === "ambiguous" || other.reason !== "ambiguous") ? known : other;
}
