import type { Narrative } from "@gp2gp/core";
import { nativeOf, readAs } from "../../reading/item-start.ts";
import type { ReadItem } from "../../reading/item-start.ts";

/** Free text of an event. Its date is that of the consultation. */
export const readNarrative: ReadItem<"Narrative"> = (node, start) => {
  const entry: Narrative = { ...start.shape, texts: start.texts, ...nativeOf(node, start) };
  return readAs("narratives", entry);
};
