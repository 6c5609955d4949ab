import { labelOf, newEntry, restoreEntry } from "@gp2gp/core";
import type { CarriedText, Coded } from "@gp2gp/core";
import { isStandIn, readEntryCode } from "../../codecs/entry-code.ts";
import type { EntryCode } from "../../codecs/entry-code.ts";
import { carries, isKey } from "../../reading/restored.ts";

export interface ConceptRead {
  readonly concept: Coded | undefined;
  /** What the screen showed, where that is not the term of the concept. */
  readonly shown: string | undefined;
}

/** The concept of an entry, and the words shown for it, in the light of what its text carries of it. */
export function readConcept(
  wire: EntryCode & { readonly DisplayTerm?: string | undefined },
  carried: CarriedText,
): ConceptRead {
  const display = wire.DisplayTerm === "" ? undefined : wire.DisplayTerm;
  const concept = conceptOf(readCode(wire, carried), display, carried);
  const isShown = display !== undefined && display !== labelAfter(concept, carried);
  return { concept, shown: isShown ? display : undefined };
}

/** The codings of an entry, without a mapped or degrade code of the writer's own whose originals the text carries. */
function readCode(wire: EntryCode, carried: CarriedText): ReturnType<typeof readEntryCode> {
  if (carried.codeMapped === true) {
    const recorded = readEntryCode(wire, "mapped");
    return carries(carried, "concept", "codings")
      ? recorded?.filter(({ asserted }) => asserted === "source")
      : recorded;
  }
  const codings = readEntryCode(wire);
  if (codings?.length !== 1 || !isStandIn(wire) || codings[0]?.code !== wire.Code?.Value)
    return codings;
  return carries(carried, "concept", "codings") ? [] : codings;
}

function conceptOf(
  codings: ReturnType<typeof readEntryCode>,
  display: string | undefined,
  carried: CarriedText,
): Coded | undefined {
  if (codings && codings.length > 0) return { codings };
  if (carries(carried, "concept", "codings") || carries(carried, "concept", "text"))
    return { codings: [] };
  if (display === undefined && carries(carried, "concept")) return { codings: [] };
  return display === undefined ? undefined : { text: display, codings: [] };
}

/** The words shown for a concept once what the text carries of it is put back. */
function labelAfter(concept: Coded | undefined, carried: CarriedText): string | undefined {
  if (!carries(carried, "concept")) return labelOf(concept);
  // The label hangs on text and codes alone; qualifiers have items that are not read yet.
  const facts = carried.facts.filter(
    ({ path: [first, second] }) =>
      isKey(first, "concept") && (isKey(second, "text") || isKey(second, "codings")),
  );
  const entry = { ...newEntry("-", 0, {}), ...(concept && { concept }) };
  return labelOf((restoreEntry("narratives", entry, facts) ?? entry).concept);
}
