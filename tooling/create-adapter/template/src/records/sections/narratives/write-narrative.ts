import type { AdapterContext, EntryFacts, Narrative } from "@gp2gp/core";
import { narrativeId } from "./narrative-id.ts";

/** The words of a narrative as a note; undefined where a line cannot hold them. What the note holds is taken. */
export function writeNarrative(
  { id, texts }: Narrative,
  facts: EntryFacts,
  about: { readonly patient: string; readonly place: number; readonly context: AdapterContext },
): string | undefined {
  const [first] = texts;
  if (!first || first.role !== "note" || first.text.includes("\n")) return undefined;
  facts.take("texts", 0, "text");
  facts.take("texts", 0, "role");
  if (id === narrativeId(about.patient, about.place, about.context)) facts.take("id");
  return first.text;
}
