import type { Coding } from "@gp2gp/core";
import { NONE, assuranceOf, rowFlags } from "../pack/row-flags.ts";
import type { Assurance } from "../pack/row-flags.ts";
import type { Relation } from "../pack/relation.ts";
import type { CodeTerm } from "../pack/code-terms.ts";
import type { PackSystem, TerminologyPack } from "../pack/terminology-pack.ts";
import { codingAt, displayAt } from "./describe-route.ts";
import { findSource } from "./find-source.ts";
import type { RecordedCode } from "./find-source.ts";

/** A row of a map set, as a pack has it. */
export interface ListedMap {
  readonly set: string;
  readonly release: string;
  /** The term of the code that the row is about. */
  readonly termId?: string;
  readonly text?: string;
  /** The other code; none where the row says that there is none, or that it is a drug. */
  readonly other?: Pick<Coding, "system" | "code" | "termId">;
  readonly display?: string;
  readonly state: "active" | "retired" | "ambiguous" | "none" | "drug";
  readonly assurance: Assurance;
  readonly mapId?: string;
  readonly mapType?: string;
  readonly date?: string;
}

/** All a pack says of a code. */
export interface CodeListing {
  readonly system: string;
  readonly code: string;
  readonly status?: string;
  readonly terms: readonly CodeTerm[];
  /** Rows that lead from the code, in use or not. */
  readonly maps: readonly ListedMap[];
  /** Rows in use that lead to it. */
  readonly inverse: readonly ListedMap[];
}

/** All a pack says of a code; undefined where it does not know it. */
export function lookUpCode(
  pack: TerminologyPack,
  recorded: RecordedCode,
): readonly CodeListing[] | undefined {
  const source = findSource(pack, recorded);
  if (source.outcome !== "found") return undefined;
  return source.starts.map(({ system, ordinal }) => {
    const status = system.status(ordinal);
    return {
      system: system.id,
      code: system.codes.code(ordinal),
      ...(status !== undefined && { status }),
      terms: system.terms(ordinal),
      maps: mapsFrom(pack, system, ordinal),
      inverse: mapsTo(pack, system, ordinal),
    };
  });
}

/** Codes that differ from one in the case of their letters alone, and that the pack knows. */
export function caseVariants(pack: TerminologyPack, { system, code }: RecordedCode): string[] {
  const table = pack.system(system)?.codes;
  const letters = [...code].filter((letter) => /[a-z]/i.test(letter)).length;
  if (!table || letters === 0 || letters > 10) return [];
  let variants = [""];
  for (const letter of code) {
    const cases = new Set([letter.toUpperCase(), letter.toLowerCase()]);
    variants = variants.flatMap((start) => [...cases].map((one) => start + one));
  }
  return variants.filter((variant) => variant !== code && table.find(variant) >= 0);
}

function mapsFrom(pack: TerminologyPack, system: PackSystem, ordinal: number): ListedMap[] {
  return pack.header.relations
    .filter(({ from }) => from === system.id)
    .flatMap(({ from, to }) => {
      const relation = pack.relation(from, to);
      const other = pack.system(to);
      if (!relation || !other) return [];
      const [start, end] = relation.rowsOf(ordinal);
      return Array.from({ length: end - start }, (_, at) =>
        listed(pack, { relation, row: start + at, system, other, inverse: false }),
      );
    });
}

function mapsTo(pack: TerminologyPack, system: PackSystem, ordinal: number): ListedMap[] {
  return pack.header.relations
    .filter(({ to }) => to === system.id)
    .flatMap(({ from, to }) => {
      const relation = pack.relation(from, to);
      const other = pack.system(from);
      if (!relation || !other) return [];
      return [...relation.inverseRowsOf(ordinal)].map((row) =>
        listed(pack, { relation, row, system, other, inverse: true }),
      );
    });
}

interface RowAt {
  readonly relation: Relation;
  readonly row: number;
  readonly system: PackSystem;
  readonly other: PackSystem;
  /** The row leads from the other code to this one. */
  readonly inverse: boolean;
}

function listed(
  pack: TerminologyPack,
  { relation, row, system, other, inverse }: RowAt,
): ListedMap {
  const flags = relation.flags[row] ?? 0;
  const set = pack.header.sets[relation.set[row] ?? 0];
  const [ownKey = NONE, otherKey = NONE] = inverse
    ? [relation.targetTerm[row], relation.sourceTerm[row]]
    : [relation.sourceTerm[row], relation.targetTerm[row]];
  const otherOrdinal = inverse ? relation.sourceOf(row) : (relation.target[row] ?? NONE);
  const termId = system.termId(ownKey);
  const display = otherOrdinal === NONE ? undefined : displayAt(other, otherOrdinal, otherKey);
  return {
    set: set?.id ?? "unknown",
    release: set?.release ?? "unknown",
    ...(termId !== undefined && { termId }),
    ...(otherOrdinal !== NONE && { other: codingAt(other, otherOrdinal, otherKey) }),
    ...(display !== undefined && { display }),
    state: stateOf(flags),
    assurance: assuranceOf(flags),
    ...relation.details(row),
  };
}

function stateOf(flags: number): ListedMap["state"] {
  if (flags & rowFlags.retired) return "retired";
  if (flags & rowFlags.ambiguous) return "ambiguous";
  if (flags & rowFlags.none) return "none";
  return flags & rowFlags.drug ? "drug" : "active";
}
