import type { Coded, Coding } from "@gp2gp/core";
import codes from "./sample-codes.json" with { type: "json" };
import drugs from "./sample-drugs.json" with { type: "json" };

/** A clinical idea of the sample codes: the same thing said in Read v2, CTV3 and SNOMED CT, as far as published messages pair them. */
export type SampleCodeName = keyof typeof codes;
/** A drug of the sample codes, by its dm+d id and the codes of supplier drug dictionaries. */
export type SampleDrugName = keyof typeof drugs;

/** How a supplier's system states a code: which code system comes first, and which follow. */
export type Dialect = "emis" | "tpp" | "vision" | "snomed";
export const dialects: readonly [Dialect, ...Dialect[]] = ["emis", "tpp", "vision", "snomed"];

type Row = Readonly<Record<string, readonly string[] | undefined>>;

const clinicalOrder: Readonly<Record<Dialect, readonly string[]>> = {
  emis: ["read-v2", "snomed"],
  tpp: ["ctv3", "snomed", "read-v2"],
  vision: ["read-v2", "snomed"],
  snomed: ["snomed"],
};

const drugOrder: Readonly<Record<Dialect, readonly string[]>> = {
  emis: ["emis-drug", "snomed"],
  tpp: ["multilex", "snomed"],
  vision: ["gemscript", "snomed"],
  snomed: ["snomed"],
};

/** A sample code as a system of that dialect would state it. */
export function sampleCode(name: SampleCodeName, dialect: Dialect = "emis"): Coded {
  return { codings: codingsOf(codes[name], clinicalOrder[dialect]) };
}

/** A sample drug as a system of that dialect would state it. */
export function sampleDrug(name: SampleDrugName, dialect: Dialect = "emis"): Coded {
  return { codings: codingsOf(drugs[name], drugOrder[dialect]) };
}

/** One coding of a sample code; an error when published messages do not pair the idea with that system. */
export function sampleCoding(name: SampleCodeName, system: string): Coding {
  const [coding] = codingsOf(codes[name], [system]);
  if (coding?.system !== system) throw new TypeError(`${name} has no sample code in ${system}`);
  return coding;
}

/** The codings in that order of systems; the row's own first one where it has none of them. */
function codingsOf(row: Row, order: readonly string[]): Coding[] {
  const known = order.filter((system) => row[system] !== undefined);
  const systems = known.length > 0 ? known : Object.keys(row).slice(0, 1);
  return systems.flatMap((system) => {
    const [code, display] = row[system] ?? [];
    if (code === undefined || display === undefined) return [];
    return [{ system, code, display, asserted: "source" as const }];
  });
}
