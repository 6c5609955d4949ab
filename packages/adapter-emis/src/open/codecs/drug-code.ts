import type { Coded, Coding } from "@gp2gp/core";
import type { WireIntegerCode } from "../wire/ident-types.ts";
import { mapSchemeOfSystem, systemOfScheme } from "./code-schemes.ts";

/*
 * A drug of EMIS has up to three codes and one term: its preparation id (-1 where EMIS has none), the
 * code of the older systems, and a mapped one, as a rule dm+d.
 */

const preparationSystem = "emis:preparation";
const preparationScheme = "EMISPREPARATION";
const unmapped = "-1";
const oldDrugSystem = "emis-drug";

/** Code systems a map may lead to. */
export const drugTargets = [oldDrugSystem, "snomed"] as const;

/** The drug of a preparation; undefined where neither code nor term is given. */
export function readDrugCode(wire: WireIntegerCode | undefined): Coded | undefined {
  const {
    Value = "",
    Scheme = "",
    Term = "",
    OldCode = "",
    MapCode = "",
    MapScheme = "",
  } = wire ?? {};
  const display = Term === "" ? {} : { display: Term };
  const codings: Coding[] = [];
  const push = (system: string, code: string): void =>
    void codings.push({ system, code, ...display, asserted: "source" });
  if (Value !== "" && Value !== unmapped) {
    push(
      Scheme === "" || Scheme === preparationScheme ? preparationSystem : systemOfScheme(Scheme),
      Value,
    );
  }
  if (OldCode !== "") push(oldDrugSystem, OldCode);
  if (MapCode !== "") push(MapScheme === "" ? "snomed" : systemOfScheme(MapScheme), MapCode);
  if (codings.length > 0) return { codings };
  return Term === "" ? undefined : { text: Term, codings: [] };
}

export interface WrittenDrugCode {
  readonly wire: WireIntegerCode;
  /** The facts of the concept it holds, as paths within it. */
  readonly taken: readonly (readonly (string | number)[])[];
  /** No code of EMIS's or dm+d is among the codings. */
  readonly unknown: boolean;
}

/** The preparation of a drug, with as many of its codes as EMIS has places for. */
export function writeDrugCode(coded: Coded): WrittenDrugCode {
  const slots = { own: -1, old: -1, map: -1 };
  let reached = -1;
  const place = (slot: keyof typeof slots, at: number): void => {
    if (at < 0 || at <= reached || slots[slot] >= 0) return;
    slots[slot] = at;
    reached = at;
  };
  const indexOf = (system: string): number =>
    coded.codings.findIndex((coding) => coding.system === system);
  const own = coded.codings.findIndex(
    ({ system, code }) => preparationSchemeOf(system) !== undefined && /^[+-]?\d+$/.test(code),
  );
  place("own", own);
  place("old", indexOf(oldDrugSystem));
  const snomed = coded.codings.findIndex(
    (coding, at) => coding.system === "snomed" && at > reached,
  );
  const other = coded.codings.findIndex(
    ({ system }, at) =>
      mapSchemeOfSystem(system) !== undefined && at > reached && system !== oldDrugSystem,
  );
  place("map", snomed >= 0 ? snomed : other);
  const none = Object.values(slots).every((at) => at < 0);
  const first = coded.codings.find(({ display }) => display !== undefined);
  const Term = none ? (coded.text ?? first?.display) : (first?.display ?? coded.text);
  const taken: (string | number)[][] = none ? [["text"]] : [];
  for (const at of Object.values(slots)) {
    const coding = coded.codings[at];
    if (!coding) continue;
    // A code without a term would come back with the drug's: it is written, and carried as it is.
    if (coding.display === undefined && Term !== undefined && coded.text !== Term) continue;
    taken.push(["codings", at, "system"], ["codings", at, "code"]);
    if (coding.asserted === "source") taken.push(["codings", at, "asserted"]);
    // A term that is the drug's own words is not read as that of its codes.
    if (coding.display === Term && coded.text !== Term) taken.push(["codings", at, "display"]);
  }
  const map = coded.codings[slots.map];
  return {
    wire: {
      Value: coded.codings[slots.own]?.code ?? unmapped,
      Scheme: preparationSchemeOf(coded.codings[slots.own]?.system) ?? preparationScheme,
      Term,
      OldCode: coded.codings[slots.old]?.code,
      MapCode: map?.code,
      MapScheme: mapSchemeOfSystem(map?.system),
    },
    taken,
    unknown: slots.own < 0 && slots.old < 0 && map?.system !== "snomed",
  };
}

/** The scheme of a preparation's own code: EMIS's, or another of a supplier's list. */
function preparationSchemeOf(system: string | undefined): string | undefined {
  if (system === preparationSystem) return preparationScheme;
  return system?.startsWith("emis:") ? mapSchemeOfSystem(system) : undefined;
}
