import type { ContentPort } from "@gp2gp/core";
import { element, xmlSafe } from "@gp2gp/xml";
import type { OutputElement, OutputNode } from "@gp2gp/xml";
import { isWireContent } from "./wire-spec.ts";
import type { AnyWire, AnyWireValue, FieldSpec, WireFields } from "./wire-spec.ts";

/** The element of a node, its members in the order of the schema. Content is read from the port while it is written. */
export function serialiseWire(
  name: string,
  fields: WireFields,
  { wire, content, namespace }: { wire: object; content: ContentPort; namespace?: string },
): OutputElement {
  const attributes: [string, string][] = namespace === undefined ? [] : [["xmlns", namespace]];
  const children: OutputNode[] = [];
  for (const [field, spec] of Object.entries(fields)) {
    const value = (wire as AnyWire)[field];
    if (value === undefined) continue;
    if (spec.kind === "attribute") attributes.push([field.slice(1), textOf(value)]);
    else children.push(...elementsOf(field, spec, { value, content }));
  }
  return element(name, attributes, children);
}

function elementsOf(
  name: string,
  spec: FieldSpec,
  { value, content }: { value: AnyWireValue; content: ContentPort },
): OutputElement[] {
  switch (spec.kind) {
    case "leaf":
    case "attribute": {
      const text = textOf(value);
      return [element(name, [], text === "" ? [] : [text])];
    }
    case "content":
      return [element(name, [], [contentNode(value, content)])];
    case "node":
      return [serialiseWire(name, spec.fields, { wire: value as AnyWire, content })];
    case "list":
      return (value as readonly AnyWire[]).map((item) =>
        serialiseWire(name, spec.fields, { wire: item, content }),
      );
  }
}

function contentNode(value: AnyWireValue, content: ContentPort): OutputNode {
  if (!isWireContent(value)) return textOf(value);
  if ("text" in value) return xmlSafe(value.text).text;
  const { stored } = value;
  return { encoding: "base64", stream: () => content.get(stored) };
}

function textOf(value: AnyWireValue): string {
  return typeof value === "string" ? xmlSafe(value).text : "";
}
