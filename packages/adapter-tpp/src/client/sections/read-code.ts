import type { Coded } from "@gp2gp/core";
import type { ReadsAttributes, WireNode } from "../wire/wire-node.ts";
import { codedAs } from "../../shared/coded-as.ts";
import { tppSystems } from "../../shared/tpp-systems.ts";

const codeSystemOf = new Map([
  ["CTV3", "ctv3"],
  ["Snomed", "snomed"],
]);
const drugSystemOf = new Map([
  ["Multilex", "multilex"],
  ["Dmd", "snomed"],
]);

/** What the name of a scheme is put after that is not the format's. */
export const oddScheme = "tpp:scheme-";

/** The concept of a code element; undefined where it is there without a code and a term. */
export function readCode(node: ReadsAttributes<"Scheme" | "Code" | "Term">): Coded | undefined {
  const scheme = node.attribute("Scheme");
  const code = node.attribute("Code");
  const term = node.attribute("Term");
  if (code === undefined) return term === undefined ? undefined : { text: term, codings: [] };
  return codedAs(systemOf(codeSystemOf, scheme), code, term);
}

/** The concept of a drug: product, and the pack where Multilex gives one. */
export function readDrug(node: WireNode<"Drug">): Coded | undefined {
  const name = node.attribute("FullName");
  const scheme = node.attribute("Scheme");
  const product = node.attribute("ProductID");
  const pack = node.attribute("PackID");
  const packs = pack === undefined ? [] : codedAs(tppSystems.multilexPack, pack).codings;
  if (product !== undefined) {
    const drug = codedAs(systemOf(drugSystemOf, scheme), product, name);
    return { codings: [...drug.codings, ...packs] };
  }
  if (name === undefined && pack === undefined) return undefined;
  return { ...(name !== undefined && { text: name }), codings: packs };
}

/** The concept of a drug ingredient; `Details`, what SystmOne shows, is the text of the code. */
export function readIngredient(node: WireNode<"Ingredient">): Coded | undefined {
  const scheme = node.attribute("Scheme");
  const id = node.attribute("IngredientID");
  const name = node.attribute("Name");
  const details = node.attribute("Details");
  const text = details === undefined ? {} : { text: details };
  if (id === undefined) {
    const words = [name, details].filter((word) => word !== undefined).join(", ");
    return words === "" ? undefined : { text: words, codings: [] };
  }
  const system = scheme === "Dmd" ? "snomed" : tppSystems.multilexIngredient;
  const { codings } = codedAs(system, id, name);
  return { codings: codings.map((coding) => ({ ...coding, ...text })) };
}

/** A scheme that is not of the format is kept by its name. */
function systemOf(systems: ReadonlyMap<string, string>, scheme: string | undefined): string {
  return systems.get(scheme ?? "") ?? oddScheme + (scheme ?? "none").replaceAll(/\s+/g, "-");
}
