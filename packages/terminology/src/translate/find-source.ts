import type { CodeFault } from "../systems/code-check.ts";
import { checkCode } from "../systems/check-code.ts";
import { checkReadV2, isCtv3TermId, isReadTermCode } from "../systems/read-code.ts";
import { checkSnomed } from "../systems/snomed-code.ts";
import { NONE } from "../pack/row-flags.ts";
import type { PackSystem, TerminologyPack } from "../pack/terminology-pack.ts";

/** A code as it was recorded. */
export interface RecordedCode {
  /** The record's name of its code system. */
  readonly system: string;
  readonly code: string;
  readonly termId?: string;
}

/** Where a translation can begin: the code found in a table of the pack. */
export interface Start {
  readonly system: PackSystem;
  readonly ordinal: number;
  readonly termKey: number;
  /** The code is another system's, taken for one of this system's because it is written the same. */
  readonly sameCode: boolean;
}

export type SourceFinding =
  | { readonly outcome: "found"; readonly starts: readonly Start[] }
  | { readonly outcome: "unknown-code" }
  | { readonly outcome: "unknown-system" }
  | { readonly outcome: "invalid-code"; readonly fault: CodeFault };

/** Finds a recorded code in the tables of a pack. */
export function findSource(pack: TerminologyPack, recorded: RecordedCode): SourceFinding {
  const { system, code } = recorded;
  const check = checkCode(system, code);
  if (!check.ok) return { outcome: "invalid-code", fault: check.fault };
  const places = placesOf(system, check.code);
  const starts: Start[] = [];
  let known = false;
  for (const place of places) {
    const tables = pack.system(place.system);
    if (!tables) continue;
    known = true;
    const start = startIn(tables, { ...recorded, code: place.code ?? code }, place.sameCode);
    if (start) starts.push(start);
  }
  if (starts.length > 0) return { outcome: "found", starts };
  return { outcome: known ? "unknown-code" : "unknown-system" };
}

interface Place {
  readonly system: string;
  readonly code?: string;
  readonly sameCode: boolean;
}

/**
 * The tables a code may stand in: codes of TPP's practices stand in CTV3 columns, beginning with Y;
 * Vision and Microtest write Read v2 codes under identifiers of their own.
 */
function placesOf(system: string, code: string): readonly Place[] {
  const own: Place = { system, sameCode: false };
  if (system === "ctv3" && code.startsWith("Y")) return [{ system: "tpp", sameCode: false }, own];
  const readShaped = system === "vision" || /^microtest-(?!5$|9$|17$)/.test(system);
  return readShaped ? [own, { system: "read-v2", code, sameCode: true }] : [own];
}

function startIn(
  system: PackSystem,
  { code, termId }: RecordedCode,
  sameCode: boolean,
): Start | undefined {
  const place =
    system.id === "snomed" ? snomedPlace(system, code, termId) : plainPlace(system, code, termId);
  return place.ordinal < 0 ? undefined : { system, ...place, sameCode };
}

function plainPlace(
  system: PackSystem,
  code: string,
  termId: string | undefined,
): Pick<Start, "ordinal" | "termKey"> {
  if (system.id === "read-v2") {
    const read = checkReadV2(code);
    if (!read.ok) return { ordinal: -1, termKey: NONE };
    const term =
      read.termId ?? (termId !== undefined && isReadTermCode(termId) ? termId : undefined);
    return {
      ordinal: system.codes.find(read.code),
      termKey: term === undefined ? NONE : system.termKey(term),
    };
  }
  const check = checkCode(system.id, code);
  const isTerm = (system.id === "ctv3" || system.id === "tpp") && termId !== undefined;
  return {
    ordinal: system.codes.find(check.ok ? check.code : code),
    termKey: isTerm && isCtv3TermId(termId) ? system.termKey(termId) : NONE,
  };
}

/** Some senders write the id of a description where that of its concept belongs. */
function snomedPlace(
  system: PackSystem,
  code: string,
  termId: string | undefined,
): Pick<Start, "ordinal" | "termKey"> {
  const check = checkSnomed(code);
  if (check.ok && check.component === "description")
    return { ordinal: system.codeOfTermId(code), termKey: system.termKey(code) };
  return {
    ordinal: system.codes.find(code),
    termKey: termId === undefined ? NONE : system.termKey(termId),
  };
}
