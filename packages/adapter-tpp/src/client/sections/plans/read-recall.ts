import type { Plan } from "@gp2gp/core";
import { nativeOf, readAs } from "../../reading/item-start.ts";
import type { ReadItem } from "../../reading/item-start.ts";

/** A recall: what for, when, and where it stands. */
export const readRecall: ReadItem<"Recall"> = (node, start) => {
  const due = node.text("RecallDate");
  const type = node.text("Type");
  const state = node.text("Status");
  const entry: Plan = {
    ...start.shape,
    ...start.dated,
    texts: start.texts,
    kind: "recall",
    ...(type !== undefined && { concept: { text: type, codings: [] } }),
    ...(due !== undefined && { due }),
    ...(state !== undefined && { state }),
    ...nativeOf(node, start),
  };
  return readAs("plans", entry);
};
