import { asMapped, entryShape, restoreEntry } from "@gp2gp/core";
import type { AnyEntry, CarriedText, EntrySection } from "@gp2gp/core";

/** An entry in the section it belongs to. */
export interface RestoredEntry {
  readonly section: EntrySection;
  readonly entry: AnyEntry;
}

/**
 * An entry as its structure gives it, made what it was by the facts its text carried. Undefined when
 * they do not fit. Codes of a statement whose code a map found, on an earlier way, were not recorded.
 */
export function applyCarried(
  section: EntrySection,
  base: AnyEntry,
  { recordedAs, facts, codeMapped }: Omit<CarriedText, "text">,
): RestoredEntry | undefined {
  const target = recordedAs ?? section;
  const plain = target === section ? { ...base } : sharedMembers(base);
  if (codeMapped === true && plain.concept) plain.concept = asMapped(plain.concept);
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
