import type { OutputElement, OutputNode } from "@gp2gp/xml";
import { compile, type CompiledField, type CompiledType } from "./compiled-type.ts";
import { hl7Namespace, xsiNamespace } from "./names.ts";
import { rawAttributesOutput, rawOutput, spliced, type Splice } from "./raw-output.ts";
import type { ExtraChild, RawElement, WireExtras } from "./wire-node.ts";
import type { WireType } from "./wire-type.ts";

/** How a wire value is serialised. */
export interface SerialiseWireOptions {
  /**
   * `write`, where not given: what has no place in its class is written where it stood. `omit`: it is left out, so that
   * it cannot make the message invalid; the caller has to account for it.
   */
  readonly extras?: "write" | "omit";
  /** Opens text that the reader of the XML put elsewhere. Needed only where there is such text. */
  readonly splice?: Splice;
}

type Node = Readonly<Record<PropertyKey, unknown>>;
type Attribute = readonly [name: string, value: string];

/**
 * Serialises a wire value as the root element of a document, or of a part that is put into one. Exactly what the value
 * says is written: no default is added. Elements stand in schema order, attributes in the order of the class table.
 */
export function serialiseWire<Value>(
  type: WireType<Value>,
  value: Value,
  name: string,
  options: SerialiseWireOptions = {},
): OutputElement {
  const written = new WireSerialiser(options).element(compile(type), value as Node, name);
  const declarations: readonly Attribute[] = [
    ["xmlns", hl7Namespace],
    ["xmlns:xsi", xsiNamespace],
  ];
  return { ...written, attributes: [...declarations, ...written.attributes] };
}

class WireSerialiser {
  readonly #extras: boolean;
  readonly #splice: Splice | undefined;

  constructor(options: SerialiseWireOptions) {
    this.#extras = options.extras !== "omit";
    this.#splice = options.splice;
  }

  element(type: CompiledType, node: Node, name: string): OutputElement {
    if (type.variants !== undefined) return this.#variant(type.variants, node, name);
    const extras = this.#extras ? (node["extras"] as WireExtras | undefined) : undefined;
    const attributes: Attribute[] = [];
    if (typeof node["xsiType"] === "string") pushType(attributes, node["xsiType"]);
    for (const attribute of type.attributes.keys()) {
      const value = node[attribute];
      if (typeof value === "string") attributes.push([attribute, value]);
    }
    if (extras?.attributes !== undefined)
      attributes.push(...rawAttributesOutput(extras.attributes));
    const children: OutputNode[] = [];
    if (type.text) this.#pushText(children, node);
    for (const field of type.fields) {
      const value = node[field.property];
      if (value === undefined) continue;
      if (Array.isArray(value)) for (const item of value) this.#push(children, type, field, item);
      else this.#push(children, type, field, value as Node);
    }
    return {
      name,
      attributes,
      children: extras?.children === undefined ? children : this.#merge(children, extras.children),
    };
  }

  #variant(
    variants: ReadonlyMap<string, () => CompiledType>,
    node: Node,
    name: string,
  ): OutputElement {
    const dataType = String(node["dataType"]);
    const variant = variants.get(dataType);
    if (variant !== undefined)
      return this.element(variant(), { ...node, xsiType: node["xsiType"] ?? dataType }, name);
    const raw = node["raw"] as RawElement | undefined;
    if (raw === undefined)
      throw new TypeError(
        `An element ${name} is of a type that is not known, and has no raw form.`,
      );
    return rawOutput({ ...raw, name }, hl7Namespace, this.#splice) as OutputElement;
  }

  #pushText(children: OutputNode[], node: Node): void {
    const { content, external } = node;
    if (typeof content === "string" && content !== "") children.push(content);
    else if (external !== undefined) children.push(spliced({ external }, this.#splice));
  }

  #push(children: OutputNode[], type: CompiledType, field: CompiledField, value: Node): void {
    const name = field.kind === "element" ? field.property : String(value["kind"]);
    const element = field.elements.get(name);
    if (element !== undefined) {
      children.push(this.element(element.type, value, name));
    } else if (field.kind === "parts" && name === "text") {
      children.push(String(value["content"]));
    } else {
      throw new TypeError(`The class ${type.name} has no element ${name}.`);
    }
  }

  /** Puts the extras back where they stood among the children. They come in the order of their places. */
  #merge(children: readonly OutputNode[], extras: readonly ExtraChild[]): OutputNode[] {
    const merged: OutputNode[] = [];
    let next = 0;
    for (const { index, node } of extras) {
      while (merged.length < index && next < children.length) {
        const child = children[next];
        next += 1;
        if (child !== undefined) merged.push(child);
      }
      merged.push(rawOutput(node, hl7Namespace, this.#splice));
    }
    return merged.concat(children.slice(next));
  }
}

/** A type that was written with a prefix needs the prefix. */
function pushType(attributes: Attribute[], type: string): void {
  const colon = type.indexOf(":");
  if (colon > 0) attributes.push([`xmlns:${type.slice(0, colon).trim()}`, hl7Namespace]);
  attributes.push(["xsi:type", type]);
}
