import type { Immunisation } from "@gp2gp/core";
import { nativeOf, readAs } from "../../reading/item-start.ts";
import type { ReadItem } from "../../reading/item-start.ts";

/** A vaccination given; the format has refusals and consent elsewhere, outside the record XML. */
export const readVaccination: ReadItem<"Vaccination"> = (node, start) => {
  const name = node.text("Name");
  const batchNumber = node.text("BatchNumber");
  const part = node.text("PartType");
  const doseText = node.text("Dosage");
  const contents = node.texts("Contents").filter((content) => content.trim() !== "");
  const entry: Immunisation = {
    ...start.shape,
    ...start.dated,
    texts: start.texts,
    outcome: "given",
    ...(name !== undefined && { vaccine: { text: name, codings: [] } }),
    ...(contents.length > 0 && { contents }),
    ...(part !== undefined && { part }),
    ...(batchNumber !== undefined && { batchNumber }),
    ...(doseText !== undefined && { doseText }),
    ...nativeOf(node, start),
  };
  return readAs("immunisations", entry);
};
