import { newEntry } from "@gp2gp/core";
import type { AdapterContext, Narrative } from "@gp2gp/core";
import type { WireNote } from "../../wire/acme-records-wire.ts";
import { narrativeId } from "./narrative-id.ts";

/** A note as a narrative. */
export function readNarrative(
  { words, line }: WireNote,
  about: { readonly patient: string; readonly place: number; readonly part: string },
  context: AdapterContext,
): Narrative {
  const { patient, place, part } = about;
  return {
    ...newEntry(narrativeId(patient, place, context), place, { part, line }),
    texts: [{ text: words, role: "note" }],
  };
}
