import type { Coded, Coding } from "@gp2gp/core";
import type { WireIntegerCode } from "../wire/ident-types.ts";
import { mapSchemeOfSystem, systemOfScheme } from "./code-schemes.ts";

/** A code of one of EMIS's own lists (headings, qualifiers, statuses) under the record's name for the list. */
export function readIntegerCode(
  wire: WireIntegerCode | undefined,
  system: string,
): Coded | undefined {
  const { Value = "", Term = "", MapCode = "", MapScheme = "" } = wire ?? {};
  const codings: Coding[] = [];
  if (Value !== "")
    codings.push({
      system,
      code: Value,
      ...(Term !== "" && { display: Term }),
      asserted: "source",
    });
  if (MapCode !== "" && MapScheme !== "")
    codings.push({ system: systemOfScheme(MapScheme), code: MapCode, asserted: "source" });
  if (codings.length === 0 && Term === "") return undefined;
  return { ...(Value === "" && Term !== "" && { text: Term }), codings };
}

export interface WrittenIntegerCode {
  readonly wire: WireIntegerCode;
  /** The facts of the concept it holds, as paths within it. */
  readonly taken: readonly (readonly (string | number)[])[];
}

/** The same back; undefined where nothing of the concept fits. */
export function writeIntegerCode(coded: Coded, system: string): WrittenIntegerCode | undefined {
  const taken: (string | number)[][] = [];
  const take = (at: number, ...members: string[]): void =>
    void taken.push(...members.map((member) => ["codings", at, member]));
  const [first] = coded.codings;
  const own = first?.system === system && /^[+-]?\d+$/.test(first.code) ? first : undefined;
  if (own) take(0, "system", "code", "display", "asserted");
  else if (coded.text !== undefined) taken.push(["text"]);
  const at = own ? 1 : 0;
  const map = coded.codings[at];
  const mapped =
    map && map.system !== system && mapSchemeOfSystem(map.system) !== undefined ? map : undefined;
  if (mapped) take(at, "system", "code", ...(mapped.asserted === "source" ? ["asserted"] : []));
  if (taken.length === 0) return undefined;
  return {
    wire: {
      Value: own?.code,
      Term: own ? own.display : coded.text,
      MapCode: mapped?.code,
      MapScheme: mapSchemeOfSystem(mapped?.system),
    },
    taken,
  };
}
