import type { Allergy } from "@gp2gp/core";
import { nativeOf, readAs } from "../../reading/item-start.ts";
import type { ReadItem } from "../../reading/item-start.ts";
import { readDrug, readIngredient } from "../read-code.ts";

/** A sensitivity to a drug or an ingredient; which one, only the richer grammar says outside the free text. */
export const readDrugSensitivity: ReadItem<"DrugSensitivity"> = (node, start) => {
  const type = node.listed("Type");
  const drug = node.node("Drug");
  const ingredient = node.node("Ingredient");
  const ended = node.text("EndDate");
  const endedUnknown = node.has("EndedWithUnknownDate");
  const substances = [drug && readDrug(drug), ingredient && readIngredient(ingredient)];
  const entry: Allergy = {
    ...start.shape,
    ...start.dated,
    texts: start.texts,
    kind: type === "Drug" ? "drug" : type === "Ingredient" ? "ingredient" : "unspecified",
    substances: substances.filter((substance) => substance !== undefined),
    ...(ended !== undefined && { ended }),
    ...(endedUnknown && { endedUnknown }),
    ...nativeOf(node, start),
  };
  return readAs("allergies", entry);
};
