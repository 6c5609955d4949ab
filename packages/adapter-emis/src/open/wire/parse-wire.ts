import type { SourceLocation } from "@gp2gp/core";
import { elementPath, isXmlElement } from "@gp2gp/xml";
import type { XmlElement, XmlTaker } from "@gp2gp/xml";
import type { AnyWire, AnyWireValue, WireContent, WireFields, WireOf } from "./wire-spec.ts";

/** Where each node of the wire model was read. */
export class WirePlaces {
  readonly #part: string;
  readonly #elements = new WeakMap<object, XmlElement>();

  constructor(part: string) {
    this.#part = part;
  }

  remember(wire: object, element: XmlElement): void {
    this.#elements.set(wire, element);
  }

  of(wire: object): SourceLocation {
    const element = this.#elements.get(wire);
    return element ? this.ofElement(element) : { part: this.#part };
  }

  ofElement(element: XmlElement): SourceLocation {
    return { part: this.#part, pointer: elementPath(element), line: element.line };
  }
}

/** How content that stands outside the tree is found again, and content in the tree decoded. */
export interface ContentTexts {
  content(element: XmlElement, taker: XmlTaker): WireContent | undefined;
}

export interface ParseWireContext {
  readonly taker: XmlTaker;
  readonly places: WirePlaces;
  readonly contents: ContentTexts;
}

/**
 * The node of a type, from its element. What the type does not have, or has once and stands twice,
 * is not taken and so is reported by the taker.
 */
export function parseWire<Fields extends WireFields>(
  fields: Fields,
  element: XmlElement,
  context: ParseWireContext,
): WireOf<Fields> {
  return parseNode(fields, element, context) as WireOf<Fields>;
}

function parseNode(fields: WireFields, element: XmlElement, context: ParseWireContext): AnyWire {
  const { taker, places } = context;
  const wire: Record<string, AnyWireValue> = {};
  places.remember(wire, element);
  for (const { local, namespace } of element.attributes) {
    if (namespace !== "" || fields[`@${local}`]?.kind !== "attribute") continue;
    const value = taker.attribute(element, local, "");
    if (value !== undefined) wire[`@${local}`] = value;
  }
  for (const child of element.children) {
    if (!isXmlElement(child) || child.namespace !== element.namespace) continue;
    const name = child.local;
    const spec = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!spec || spec.kind === "attribute") continue;
    if (spec.kind === "list") {
      const items = (wire[name] ??= []) as AnyWire[];
      if (taker.child(element, name) === child) items.push(parseNode(spec.fields, child, context));
      continue;
    }
    if (wire[name] !== undefined || taker.child(element, name) !== child) continue;
    switch (spec.kind) {
      case "leaf":
        wire[name] = taker.text(child);
        break;
      case "content": {
        const content = context.contents.content(child, taker);
        if (content) wire[name] = content;
        break;
      }
      case "node":
        wire[name] = parseNode(spec.fields, child, context);
        break;
    }
  }
  return wire;
}
