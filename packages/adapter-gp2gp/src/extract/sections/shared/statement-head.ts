import type { Coded, Coding, Entry, Identifier } from "@gp2gp/core";
import { newEntry, oidOfSystem } from "@gp2gp/core";
import { oids } from "@gp2gp/hl7v3";
import type { CD, CS, II, IVL_TS, Informant, Participant, TS } from "@gp2gp/hl7v3";
import { readCoded, writeCoded, writeOptionalCode, writeSimpleCode } from "../../values/coded.ts";
import { readTimes } from "../../values/times.ts";
import { isUuid, readIdentifiers, writeIdentifier } from "../../values/identifier.ts";
import { readParticipants, writeParticipants } from "./participants.ts";
import type { ReadScope, WriteScope } from "./scopes.ts";
import { readStatus, writeStatus } from "./status.ts";

/** What statements have in common, as far as they have it. */
export interface StatementHead {
  readonly statusCode?: CS | undefined;
  readonly effectiveTime?: IVL_TS | undefined;
  readonly availabilityTime?: TS | undefined;
  readonly priorityCode?: CD | undefined;
  readonly confidentialityCode?: CD | undefined;
  readonly uncertaintyCode?: CD | undefined;
  readonly informant?: readonly Informant[] | undefined;
  readonly Participant?: readonly Participant[] | undefined;
}

type HeadEntry = ReturnType<typeof newEntry> &
  Pick<Entry, "status" | "effective" | "recorded" | "priority" | "uncertainty" | "concept">;

/** Where among the ids of a statement its entry's own stands: the first that is a bare UUID. */
function ownIndex(ids: readonly II[]): number {
  return ids.findIndex(({ root, extension }) => isUuid(root) && extension === undefined);
}

/** The entry id that the ids of a statement give, in upper case; empty where none of them does. */
export function ownIdOf(...ids: readonly (II | undefined)[]): string {
  const known = ids.filter((id) => id !== undefined);
  return known[ownIndex(known)]?.root?.toUpperCase() ?? "";
}

/** What every entry has of its statement: `ids` are all of the statement's. */
export function readHead(
  ids: readonly (II | undefined)[],
  code: CD | undefined,
  head: StatementHead,
  scope: ReadScope,
): HeadEntry {
  const known = ids.filter((id) => id !== undefined);
  const own = ownIndex(known);
  const { effective, recorded } = readTimes(head.effectiveTime, head.availabilityTime);
  const entry: { -readonly [Key in keyof HeadEntry]: HeadEntry[Key] } = {
    ...newEntry(known[own]?.root?.toUpperCase() ?? "", 0, {}),
    identifiers:
      known.length > 1 || own < 0 ? readIdentifiers(known.toSpliced(own, own < 0 ? 0 : 1)) : [],
    participants: readParticipants(head.informant, head.Participant, scope),
    confidentiality: readConfidentiality(head.confidentialityCode),
  };
  const concept = readCoded(code);
  const status = readStatus(head.statusCode);
  const priority = readCoded(head.priorityCode);
  const uncertainty = readCoded(head.uncertaintyCode);
  if (status) entry.status = status;
  if (effective) entry.effective = effective;
  if (recorded !== undefined) entry.recorded = recorded;
  if (priority) entry.priority = priority;
  if (uncertainty) entry.uncertainty = uncertainty;
  if (concept) entry.concept = concept;
  return entry;
}

/** The restriction a confidentiality code gives. */
export function readConfidentiality(code: CD | undefined): Coded[] {
  const coded = readCoded(code);
  return coded ? [coded] : [];
}

/** The ids of an entry: its own, then its identifiers, as many as the class allows. */
export function writeIds(
  id: string,
  identifiers: readonly Identifier[],
  scope: WriteScope,
  most: number,
): II[] {
  return [
    { root: scope.writtenId(id) },
    ...identifiers.flatMap((identifier) => writeIdentifier(identifier) ?? []).slice(0, most - 1),
  ];
}

/** The required code of a class. */
export const writeConcept = (entry: Pick<Entry, "concept">): CD => writeCoded(entry.concept);

/** Status and time of recording, in the order of the schema around `effectiveTime`. */
export function writeStatusOf(entry: Pick<Entry, "status">): { readonly statusCode: CS } {
  return { statusCode: writeStatus(entry.status) };
}

/** Priority, confidentiality and uncertainty, where there is something to say and a place for it. */
export function writePriority(entry: Pick<Entry, "priority">): { readonly priorityCode?: CD } {
  const priorityCode = writeOptionalCode(entry.priority);
  return priorityCode ? { priorityCode } : {};
}

/** Whether a code says that the patient is not to see the entry: the one restriction a message can mark. */
export const isNotForPatient = ({ code, system }: Coding): boolean =>
  code === "NOPAT" && (system === undefined || oidOfSystem(system) === oids.confidentiality.oid);

/** The restriction of an entry, in versions of the message that can say it; any other is left for the caller to carry. */
export function writeConfidentiality(
  confidentiality: readonly Coded[],
  scope: WriteScope,
): { readonly confidentialityCode?: CD } {
  if (scope.version !== "UK07") return {};
  for (const coded of confidentiality) {
    const [first] = coded.codings;
    if (first && isNotForPatient(first)) return { confidentialityCode: writeSimpleCode(coded) };
  }
  return {};
}

export function writeUncertainty(entry: Pick<Entry, "uncertainty">): {
  readonly uncertaintyCode?: CD;
} {
  const uncertaintyCode = writeOptionalCode(entry.uncertainty);
  return uncertaintyCode ? { uncertaintyCode } : {};
}

/** The tail parts of a statement that its own entry holds. */
export const writeTail = (entry: Pick<Entry, "participants">, scope: WriteScope) =>
  writeParticipants(entry.participants, scope);
