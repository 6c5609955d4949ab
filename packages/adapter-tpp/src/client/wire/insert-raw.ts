import type { OutputElement, OutputNode } from "@gp2gp/xml";
import { occursIn } from "./field.ts";
import type { Version } from "./field.ts";
import { fits } from "./wire-output.ts";
import { rulesOf } from "./wire-types.ts";
import type { WireTypeName } from "./wire-types.ts";

/** A piece of the format that the record had no place for. */
export type RawPiece =
  | { readonly kind: "attribute"; readonly name: string; readonly value: string }
  | { readonly kind: "element"; readonly element: OutputElement }
  | { readonly kind: "text"; readonly text: string };

/**
 * Puts a piece back where it stood: `steps` lead to it from within the element. Undefined when there is
 * no such place any more, when something else has taken it, or when the version does not allow it there.
 */
export function insertRaw(
  target: OutputElement,
  type: WireTypeName | undefined,
  steps: readonly string[],
  piece: RawPiece,
  version: Version,
): OutputElement | undefined {
  const [step, ...more] = steps;
  if (step === undefined) return put(target, type, piece, version);
  const [, name = "", number] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? [];
  const alike = [...target.children.entries()].filter(([, child]) => isNamed(child, name));
  const [place, child] = alike[Number(number ?? 1) - 1] ?? [];
  if (place === undefined || !isElement(child)) return undefined;
  const field = type && rulesOf(type).elements[name];
  const inner = field?.kind === "node" ? (field.type as WireTypeName) : undefined;
  const changed = insertRaw(child, inner, more, piece, version);
  return changed && { ...target, children: target.children.with(place, changed) };
}

function put(
  target: OutputElement,
  type: WireTypeName | undefined,
  piece: RawPiece,
  version: Version,
): OutputElement | undefined {
  const isFree = version === "client-integration";
  switch (piece.kind) {
    case "text":
      return isFree ? { ...target, children: [...target.children, piece.text] } : undefined;
    case "attribute": {
      const { name, value } = piece;
      const field = type && rulesOf(type).attributes[name];
      const isAllowed =
        isFree || (field && occursIn(field, version) && fits(value, field, version));
      if (!isAllowed || target.attributes.some(([known]) => known === name)) return undefined;
      return { ...target, attributes: [...target.attributes, [name, value]] };
    }
    case "element":
      if (isFree) return { ...target, children: [...target.children, piece.element] };
      return type && isAllowedIn(target, type, piece.element, version)
        ? { ...target, children: inOrder([...target.children, piece.element], type) }
        : undefined;
  }
}

/** A known element that stands alone in its form, where there is none of it yet. */
function isAllowedIn(
  target: OutputElement,
  type: WireTypeName,
  { name, attributes, children }: OutputElement,
  version: Version,
): boolean {
  const field = rulesOf(type).elements[name];
  const occurs = field && occursIn(field, version);
  if (!field || !occurs || attributes.length > 0) return false;
  if (occurs !== "many" && target.children.some((child) => isNamed(child, name))) return false;
  const texts = children.filter((child) => typeof child === "string");
  if (texts.length < children.length) return false;
  const text = texts.join("");
  return field.kind === "text" ? fits(text, field, version) : field.kind === "flag" && text === "";
}

function inOrder(children: readonly OutputNode[], type: WireTypeName): OutputNode[] {
  const names = Object.keys(rulesOf(type).elements);
  const placeOf = (node: OutputNode): number => {
    const place = isElement(node) ? names.indexOf(node.name) : -1;
    return place < 0 ? names.length : place;
  };
  return children.toSorted((left, right) => placeOf(left) - placeOf(right));
}

function isElement(node: OutputNode | undefined): node is OutputElement {
  return typeof node === "object" && "name" in node;
}

function isNamed(node: OutputNode, name: string): boolean {
  return isElement(node) && node.name === name;
}
