import { codeSystems } from "@gp2gp/core";
import type { CodeScheme } from "../wire/ident-types.ts";

/** Code schemes of EMIS and the systems of the record they are. */
const schemeSystems: readonly (readonly [CodeScheme, string])[] = [
  ["READ2", "read-v2"],
  ["READ4", "read-4byte"],
  ["EMISCLINICAL", "emis"],
  ["SNOMED", "snomed"],
  ["EMISDRUGGROUP", "emis:drug-group"],
  ["EMISCONSTITUENT", "emis:constituent"],
  ["EMISDRUGNAME", "emis:drug-name"],
  ["EMISBOTH", "emis:drug-and-constituent"],
  ["EMISNONDRUGALLERGY", "emis:non-drug-allergy"],
];

const systemByScheme = new Map<string, string>(schemeSystems);
const schemeBySystem = new Map<string, CodeScheme>(
  schemeSystems.map(([scheme, system]) => [system, scheme]),
);
const knownSystems = new Set<string>(codeSystems.map(({ id }) => id));

/** The systems of EMIS's own codes, Read first: EMIS shows and searches those; and what it holds beside them. */
export const clinicalTargets = {
  targets: ["read-v2", "emis", "read-4byte", ...schemeSystems.slice(4).map(([, system]) => system)],
  others: ["snomed"],
} as const;

/** The scheme of a coded entry for a system, where EMIS has one. */
export function schemeOfSystem(system: string | undefined): CodeScheme | undefined {
  return system === undefined ? undefined : schemeBySystem.get(system);
}

/**
 * MapScheme is free text in the schema: EMIS's own name where it has one, else the record's. Undefined
 * for a system whose name would come back as another.
 */
export function mapSchemeOfSystem(system: string | undefined): string | undefined {
  if (system === undefined) return undefined;
  const own = system === "ctv3" ? "CTV3" : schemeBySystem.get(system);
  const scheme = own ?? (system.startsWith("emis:") ? system.slice("emis:".length) : system);
  return scheme.trim() === scheme && systemOfScheme(scheme) === system ? scheme : undefined;
}

/** The system of a scheme, of Code, MapCode or PreparationID. */
export function systemOfScheme(scheme: string): string {
  if (scheme === "CTV3") return "ctv3";
  const known = systemByScheme.get(scheme);
  if (known !== undefined) return known;
  return scheme.includes(":") || knownSystems.has(scheme) ? scheme : `emis:${scheme}`;
}

/** Codes of EMIS's own, such as EMISATTACHMENT, stand under the scheme of Read codes. */
export function isLocalCode(code: string): boolean {
  return code.length > 7;
}

/** TermID of EMIS: the Read code without its dots. */
export function unpadded(code: string): string {
  return code.replace(/\.+$/, "");
}
