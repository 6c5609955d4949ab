import { chooseCoding, codeMappedLine, degradeKindOf, isReadCodeWithTerm } from "@gp2gp/core";
import type { Coded, Coding, DegradeKind, Loss, TerminologyV1 } from "@gp2gp/core";
import type { WireStringCode } from "../wire/ident-types.ts";
import {
  clinicalTargets,
  isLocalCode,
  mapSchemeOfSystem,
  schemeOfSystem,
  systemOfScheme,
  unpadded,
} from "./code-schemes.ts";

/*
 * Code and TermID of an entry hold two codings of its concept: that of Value, and that of MapCode.
 * Code is the Read code padded to five characters, TermID names the term: the code without its dots,
 * or with its term code where the record knows it (G20..00). TermID/Term is the term of the mapped
 * code. Where the record has the mapped code first, TermID leads with it and its Scheme says so.
 */

export const oldCodeSystem = "emis:old-code";

export interface EntryCode {
  readonly Code?: WireStringCode | undefined;
  readonly TermID?: WireStringCode | undefined;
}

/**
 * The codings of an entry; undefined where it has no code. A code a map found is none of them where the
 * one in MapCode was recorded.
 */
export function readEntryCode(
  { Code, TermID }: EntryCode,
  found: "recorded" | "mapped" = "recorded",
): Coding[] | undefined {
  const value = Code?.Value ?? "";
  if (!Code || value === "") return undefined;
  const swapped =
    TermID?.Scheme !== undefined &&
    TermID.Scheme !== Code.Scheme &&
    TermID.Scheme === Code.MapScheme;
  const first = ownCoding(Code, swapped ? TermID.MapCode : TermID?.Value);
  const second = mappedCoding(Code, TermID, swapped);
  const old: Coding[] =
    Code.OldCode === undefined || Code.OldCode === ""
      ? []
      : [{ system: oldCodeSystem, code: Code.OldCode, asserted: "source" }];
  if (found === "mapped") return [second ?? { ...first, asserted: "mapped" }, ...old];
  if (!second) return [first, ...old];
  if (isStandInFor({ Code, TermID }, second)) return [second, ...old];
  return swapped ? [second, first, ...old] : [first, second, ...old];
}

function ownCoding({ Value = "", Scheme, Term }: WireStringCode, term: string | undefined): Coding {
  const read = Scheme === "READ2";
  const system = Scheme === undefined || Scheme === "" ? undefined : systemOfScheme(Scheme);
  const full = read && term !== undefined && isReadCodeWithTerm(term) && term.startsWith(Value);
  const ownTerm =
    term === undefined || term === "" || full || term === Value || term === unpadded(Value);
  return {
    ...(system !== undefined && {
      system: read && isLocalCode(Value) ? "emis" : system,
    }),
    code: full ? term : Value,
    ...(Term !== undefined && Term !== "" && { display: Term }),
    ...(!ownTerm && { termId: term }),
    asserted: "source",
  };
}

function mappedCoding(
  { MapCode, MapScheme }: WireStringCode,
  TermID: WireStringCode | undefined,
  swapped: boolean,
): Coding | undefined {
  if (MapCode === undefined || MapCode === "" || MapScheme === undefined || MapScheme === "")
    return undefined;
  const termCode = swapped ? TermID?.Value : TermID?.MapCode;
  const known = termCode !== undefined && termCode !== "";
  const display = known ? TermID?.Term : undefined;
  return {
    system: systemOfScheme(MapScheme),
    code: MapCode,
    ...(display !== undefined && display !== "" && { display }),
    ...(known && termCode !== MapCode && { termId: termCode }),
    asserted: "source",
  };
}

/** A degrade code of the writer's own, beside the code it stands in for: one of EMIS's own has EMIS's map of it there. */
function isStandInFor(wire: EntryCode, { system, code }: Coding): boolean {
  const isOther = degradeKindOf(system, code) === undefined || schemeOfSystem(system) === undefined;
  return isStandIn(wire) && isOther;
}

/** A degrade code of the writer's own: those a record has say their term code, or repeat their dots. */
export function isStandIn({ Code, TermID }: EntryCode): boolean {
  const { Value = "", Scheme } = Code ?? {};
  const degrades = Scheme === "READ2" && degradeKindOf("read-v2", Value) !== undefined;
  return degrades && TermID?.Value === unpadded(Value);
}

export interface WriteEntryCode {
  readonly kind: DegradeKind;
  readonly terminology: TerminologyV1;
  readonly hasValue: boolean;
  /** The record came from EMIS. */
  readonly goesHome: boolean;
}

export interface WrittenEntryCode extends EntryCode {
  /** The facts of the concept that Code and TermID hold, as paths within it. */
  readonly taken: readonly (readonly (string | number)[])[];
  /** What the text has to say of the code. */
  readonly mark?: string;
  readonly loss?: Pick<Loss, "type" | "reason" | "from" | "to" | "assured" | "blocksPrescribing">;
}

/** Code and TermID of a concept. */
export function writeEntryCode(coded: Coded, request: WriteEntryCode): WrittenEntryCode {
  if (coded.codings.length === 0) return { taken: [] };
  const chosen = chooseCoding(coded, { ...clinicalTargets, ...request });
  const [original] = coded.codings;
  const from = original ? { from: original } : {};
  switch (chosen.by) {
    case "source": {
      const alone = degradeKindOf(chosen.coding.system, chosen.coding.code) !== undefined;
      return codeOf(coded, { coding: chosen.coding, place: chosen.index, alone });
    }
    case "map": {
      const { coding } = chosen;
      const translated = coded.codings[chosen.from ?? 0];
      return {
        ...codeOf(coded, { coding, place: "mapped" }),
        mark: codeMappedLine(coding.map),
        loss: {
          type: "translated",
          reason: "code-translated",
          ...(translated && { from: translated }),
          to: coding,
          assured: coding.map?.assured ?? "unknown",
        },
      };
    }
    case "degrade":
      return {
        ...codeOf(coded, { coding: { ...chosen.coding, asserted: "mapped" }, place: "stand-in" }),
        loss: {
          type: "degraded",
          reason: "no-code-map",
          ...from,
          ...(chosen.kind === "drug-allergy" && { blocksPrescribing: true as const }),
        },
      };
    case "nothing":
      return { taken: [], loss: { type: "degraded", reason: "no-code-map", ...from } };
  }
}

interface Leading {
  readonly coding: Coding;
  /** Its place among the concept's codings, or why it has none there. */
  readonly place: number | "mapped" | "stand-in";
  /** No mapped code beside it. */
  readonly alone?: boolean;
}

function codeOf(coded: Coded, leading: Leading): WrittenEntryCode {
  const { coding, place } = leading;
  const index = typeof place === "number" && coded.codings[place] ? place : undefined;
  const scheme = schemeOfSystem(coding.system);
  const value = hasTermCode(coding) ? coding.code.slice(0, 5) : coding.code;
  const second = secondCoding(coded, leading);
  const swapped = second !== undefined && typeof place === "number" && second.index < place;
  const taken: (string | number)[][] = [];
  const take = (at: number, ...members: string[]): void =>
    void taken.push(...members.map((member) => ["codings", at, member]));
  const termId = ownTermId(coding, value, place === "stand-in");
  if (index !== undefined) {
    take(index, "code", "display");
    if (coding.system !== "read-v2" || !isLocalCode(coding.code)) take(index, "system");
    if (coding.asserted === "source") take(index, "asserted");
    if (termId === coding.termId && termId !== value && termId !== unpadded(value))
      take(index, "termId");
  }
  if (second) {
    take(second.index, "system", "code", "display");
    if (second.coding.termId !== second.coding.code) take(second.index, "termId");
    if (second.coding.asserted === "source") take(second.index, "asserted");
  }
  const old = coded.codings.findIndex(
    ({ system }, at) => system === oldCodeSystem && at === coded.codings.length - 1,
  );
  if (old >= 0) take(old, "system", "code", "asserted");
  const map = second && {
    MapCode: second.coding.code,
    MapScheme: mapSchemeOfSystem(second.coding.system),
  };
  const secondTerm = second && (second.coding.termId ?? second.coding.code);
  const Code: WireStringCode = {
    Value: value,
    Scheme: scheme,
    Term: coding.display,
    OldCode: old >= 0 ? coded.codings[old]?.code : undefined,
    ...map,
  };
  const TermID: WireStringCode = swapped
    ? {
        Value: secondTerm,
        Scheme: map?.MapScheme,
        Term: second.coding.display,
        MapCode: termId,
        MapScheme: scheme,
      }
    : {
        Value: termId,
        Scheme: scheme,
        Term: second ? second.coding.display : coding.display,
        ...(map && { MapCode: secondTerm, MapScheme: map.MapScheme }),
      };
  return { Code, TermID, taken };
}

/** A Read code with its term code, as GP2GP has it. */
function hasTermCode({ system, code }: Pick<Coding, "system" | "code">): boolean {
  return system === "read-v2" && isReadCodeWithTerm(code);
}

/** The code that names the term: with its term code, else without dots; a term id of its own where it has one. */
function ownTermId(coding: Coding, value: string, standIn: boolean): string {
  if (!standIn && hasTermCode(coding)) return coding.code;
  const degrades = !standIn && degradeKindOf(coding.system, value) !== undefined;
  const plain = coding.system === "read-v2" && !degrades ? unpadded(value) : value;
  const { termId } = coding;
  if (termId === undefined || isReadCodeWithTerm(termId)) return plain;
  return termId;
}

/** The coding for MapCode: SNOMED CT if there is one, in an order that Code and TermID can say; beside a stand-in, the first. */
function secondCoding(
  coded: Coded,
  { coding, place, alone }: Leading,
): { coding: Coding; index: number } | undefined {
  if (alone) return undefined;
  const candidates = coded.codings
    .map((candidate, index) => ({ coding: candidate, index }))
    .filter(
      ({ coding: { system }, index }) =>
        index !== place &&
        mapSchemeOfSystem(system) !== undefined &&
        system !== oldCodeSystem &&
        system !== coding.system &&
        (typeof place !== "number" || index > place || schemeOfSystem(system) !== undefined),
    );
  const [first] = candidates;
  if (place === "stand-in") return first?.index === 0 ? first : undefined;
  return candidates.find((candidate) => candidate.coding.system === "snomed") ?? first;
}
