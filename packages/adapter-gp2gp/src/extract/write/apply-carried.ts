import { asMapped, entryShape, restoreEntry } from "@gp2gp/core";
import { isOtherReport } from "../sections/consultations/composition-codes.ts";
import type { AnyEntry, CarriedText, EntrySection } from "@gp2gp/core";

/** An entry in the section it belongs to. */
export interface RestoredEntry {
  readonly section: EntrySection;
  readonly entry: AnyEntry;
}

/**
 * An entry as its structure gives it, made what it was by the facts its text carried. Undefined when
 * they do not fit. A stand-in code goes when the code it stood in for was carried; codes of a statement
 * whose code a map found, on an earlier way, were not recorded.
 */
export function applyCarried(
  section: EntrySection,
  base: AnyEntry,
  { recordedAs, facts, codeMapped }: Omit<CarriedText, "text">,
): RestoredEntry | undefined {
  const target = recordedAs ?? section;
  const plain = target === section ? { ...base } : sharedMembers(base);
  const codes = facts.some(
    ({ path: [first, second] }) => keyOf(first) === "concept" && keyOf(second) === "codings",
  );
  if (codes && base.concept?.degrade) delete plain.concept;
  if (codeMapped === true && plain.concept) plain.concept = asMapped(plain.concept);
  const named = facts.some(({ path: [first] }) => keyOf(first) === "concept");
  if (named && section === "consultations" && isOtherReport(base.concept)) delete plain.concept;
  const stated = facts.some(
    ({ path: [first, second] }) => keyOf(first) === "content" && keyOf(second) === "state",
  );
  if (stated) delete (plain as { content?: unknown }).content;
  const entry = restoreEntry(target, plain, facts);
  return entry && { section: target, entry };
}

function keyOf(step: CarriedText["facts"][number]["path"][number] | undefined): string | undefined {
  return step && "key" in step ? step.key : undefined;
}

/** The members that entries of all sections have. */
export function sharedMembers(entry: AnyEntry): {
  -readonly [Key in keyof AnyEntry]?: AnyEntry[Key];
} {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key in entryShape));
}
