import type { Coded, Coding } from "@gp2gp/core";
import type { WireIntegerCode } from "../wire/ident-types.ts";
import { mapSchemeOfSystem, systemOfScheme } from "./code-schemes.ts";

/**
 * A code of one of EMIS's own lists (headings, qualifiers, statuses) under the record's name for the
 * list. Without a code of its own, the term is that of the mapped one, and words where there is none.
 */
export function readIntegerCode(
  wire: WireIntegerCode | undefined,
  system: string,
): Coded | undefined {
  const { Value = "", Term = "", MapCode = "", MapScheme = "" } = wire ?? {};
  const own = Value !== "";
  const mapped = MapCode !== "" && MapScheme !== "";
  if (!own && !mapped) return Term === "" ? undefined : { text: Term, codings: [] };
  const display = Term === "" ? {} : { display: Term };
  const codings: Coding[] = [];
  if (own) codings.push({ system, code: Value, ...display, asserted: "source" });
  if (mapped) {
    codings.push({
      system: systemOfScheme(MapScheme),
      code: MapCode,
      ...(!own && display),
      asserted: "source",
    });
  }
  return { codings };
}

export interface WrittenIntegerCode {
  readonly wire: WireIntegerCode;
  /** The facts of the concept it holds, as paths within it. */
  readonly taken: readonly (readonly (string | number)[])[];
}

/** The same back; undefined where nothing of the concept fits. */
export function writeIntegerCode(coded: Coded, system: string): WrittenIntegerCode | undefined {
  const [first, second] = coded.codings;
  const own = first?.system === system && /^[+-]?\d+$/.test(first.code) ? first : undefined;
  if (!own && coded.text !== undefined) return { wire: { Term: coded.text }, taken: [["text"]] };
  const at = own ? 1 : 0;
  const candidate = own ? second : first;
  const scheme = mapSchemeOfSystem(candidate?.system);
  const map =
    candidate && candidate.system !== system && scheme !== undefined ? candidate : undefined;
  if (!own && !map) return undefined;
  const taken: (string | number)[][] = [];
  const take = (place: number, coding: Coding, ...members: string[]): void => {
    if (coding.asserted === "source") members.push("asserted");
    taken.push(...members.map((member) => ["codings", place, member]));
  };
  if (own) take(0, own, "system", "code", "display");
  if (map) take(at, map, "system", "code", ...(own ? [] : ["display"]));
  return {
    wire: {
      ...(own && { Value: own.code }),
      Term: own ? own.display : map?.display,
      ...(map && { MapCode: map.code, MapScheme: scheme }),
    },
    taken,
  };
}
