import type { Json, Residue } from "@gp2gp/core";
import type { RawContent, WireExtras } from "@gp2gp/hl7v3";
import { positionOf } from "@gp2gp/hl7v3";
import { formatId } from "../format.ts";

const xsi = "http://www.w3.org/2001/XMLSchema-instance";

type Node = Readonly<Record<string, unknown>>;

/** Everything that stood in the message and has no place in its class, in document order, `order` residue after other. */
export function residueOfExtras(root: object, part: string, order: number): Residue[] {
  const residue: Residue[] = [];
  const visit = (node: object, pointer: string): void => {
    if (Array.isArray(node)) {
      for (const [index, item] of node.entries())
        if (typeof item === "object" && item !== null) visit(item, `${pointer}[${index + 1}]`);
      return;
    }
    const { extras } = node as { readonly extras?: WireExtras };
    const line = positionOf(node)?.line;
    const source = { part, pointer, ...(line !== undefined && { line }) };
    for (const attribute of extras?.attributes ?? [])
      if (attribute.namespace !== xsi || attribute.name === "type")
        residue.push(residueOf({ ...attribute }, "technical", order + residue.length, source));
    for (const child of extras?.children ?? []) {
      const kind = hasWords(child.node) ? "clinical" : "technical";
      residue.push(residueOf(toJson(child.node), kind, order + residue.length, source));
    }
    for (const [key, item] of Object.entries(node as Node))
      if (key !== "extras" && typeof item === "object" && item !== null)
        visit(item, `${pointer}/${key}`);
  };
  visit(root, "");
  return residue;
}

function residueOf(
  content: Json,
  kind: Residue["kind"],
  order: number,
  source: Residue["source"],
): Residue {
  return { format: formatId, order, kind, content, source };
}

function hasWords(node: RawContent): boolean {
  if (typeof node === "string") return node.trim() !== "";
  if (!("children" in node)) return true;
  return node.attributes.length > 0 || node.children.some(hasWords);
}

function toJson(node: RawContent): Json {
  if (typeof node === "string") return node;
  if (!("children" in node)) return { external: true };
  return {
    name: node.name,
    attributes: node.attributes.map(({ name, value }) => ({ name, value })),
    children: node.children.map(toJson),
  };
}
