import type { CodeMap, Coding, MappedCoding } from "@gp2gp/core";
import { NONE } from "../pack/row-flags.ts";
import type { Assurance } from "../pack/row-flags.ts";
import type { PackSystem, TerminologyPack } from "../pack/terminology-pack.ts";
import type { CodeCandidate, Hop } from "./code-translation.ts";
import type { Route } from "./find-route.ts";
import type { Start } from "./find-source.ts";
import type { LegHit } from "./leg.ts";

/** A code as a coding: Read v2 with its term code in one, other systems with the id of the term beside it. */
export function codingAt(
  system: PackSystem,
  ordinal: number,
  termKey: number,
): Pick<Coding, "code" | "termId"> & { readonly system: string } {
  const code = system.codes.code(ordinal);
  const termId = system.termId(termKey);
  if (termId === undefined) return { system: system.id, code };
  return system.id === "read-v2"
    ? { system: system.id, code: code + termId }
    : { system: system.id, code, termId };
}

/** The term of a code a person reads: that of the term id, else the preferred one. */
export function displayAt(
  system: PackSystem,
  ordinal: number,
  termKey: number,
): string | undefined {
  const terms = system.terms(ordinal);
  const termId = system.termId(termKey);
  const named = termId === undefined ? undefined : terms.find((term) => term.termId === termId);
  return (named ?? terms[0])?.text;
}

/** A route as the coding it leads to, with its maps. */
export function describeRoute(
  pack: TerminologyPack,
  { start, target, route }: { start: Start; target: PackSystem; route: Route },
): CodeCandidate {
  const hops: Hop[] = start.sameCode ? [sameCodeHop(start)] : [];
  let from: Pick<Start, "system" | "ordinal" | "termKey"> = start;
  if (route.successor !== undefined) {
    hops.push(successorHop(pack, start, route.successor));
    from = { system: start.system, ordinal: route.successor, termKey: NONE };
  }
  for (const hit of route.hits) {
    const to = pack.system(
      hit.relation.to === from.system.id ? hit.relation.from : hit.relation.to,
    );
    if (!to) continue;
    hops.push(describeHop(pack, { from, to, hit }));
    from = { system: to, ordinal: hit.ordinal, termKey: hit.termKey };
  }
  const display = displayAt(target, from.ordinal, from.termKey);
  const coding: MappedCoding = {
    ...codingAt(target, from.ordinal, from.termKey),
    ...(display !== undefined && display !== "" && { display }),
    asserted: "mapped",
    map: codeMapOf(hops, route.assurance),
  };
  return { coding, assurance: route.assurance, hops };
}

function describeHop(
  pack: TerminologyPack,
  {
    from,
    to,
    hit,
  }: { from: Pick<Start, "system" | "ordinal" | "termKey">; to: PackSystem; hit: LegHit },
): Hop {
  const { relation, row, method, assurance } = hit;
  const set = pack.header.sets[relation.set[row] ?? 0];
  const { mapId, mapType, date } = relation.details(row);
  return {
    from: codingAt(from.system, from.ordinal, from.termKey),
    to: codingAt(to, hit.ordinal, hit.termKey),
    set: set?.id ?? "unknown",
    release: set?.release ?? "unknown",
    ...(mapId !== undefined && { mapId }),
    ...(mapType !== undefined && { mapType }),
    ...(date !== undefined && { date }),
    method,
    assurance,
  };
}

function sameCodeHop({ system, ordinal, termKey }: Start): Hop {
  const coding = codingAt(system, ordinal, termKey);
  return {
    from: { code: coding.code },
    to: coding,
    set: "same-code",
    release: "1",
    method: "same-code",
    assurance: "unknown",
  };
}

function successorHop(pack: TerminologyPack, start: Start, successor: number): Hop {
  const set = pack.header.sets.find(({ kind }) => kind === "history");
  return {
    from: codingAt(start.system, start.ordinal, start.termKey),
    to: codingAt(start.system, successor, NONE),
    set: set?.id ?? "history",
    release: set?.release ?? "unknown",
    method: "history-forward",
    assurance: "unknown",
  };
}

/** Provenance of a coding. Of two maps, both are named, joined by `>`; what it is worth is what the less sure one is. */
function codeMapOf(hops: readonly Hop[], assurance: Assurance): CodeMap {
  const mapIds = hops.flatMap(({ mapId }) => mapId ?? []);
  return {
    set: hops.map(({ set }) => set).join(">"),
    release: hops.map(({ release }) => release).join(">"),
    ...(mapIds.length > 0 && mapIds.length === hops.length && { mapId: mapIds.join(">") }),
    method: hops.map(({ method }) => method).join(">"),
    assured: assurance === "unknown" ? "unknown" : assurance === "assured",
  };
}
