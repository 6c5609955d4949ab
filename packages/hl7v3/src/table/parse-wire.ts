import { isXmlElement, type XmlElement } from "@gp2gp/xml";
import { compile, type CompiledElement, type CompiledType } from "./compiled-type.ts";
import type { ModelVersion } from "./field-spec.ts";
import { attributeFault } from "./lexical.ts";
import { xmlnsNamespace, xsiNamespace } from "./names.ts";
import type { ParseReport } from "./parse-report.ts";
import { isBlank, toRawAttribute, toRawElement, toRawText } from "./raw-element.ts";
import {
  wirePosition,
  type ExtraChild,
  type RawAttribute,
  type RawContent,
  type WireExtras,
} from "./wire-node.ts";
import type { WireType } from "./wire-type.ts";

/** How a wire value is parsed. */
export interface ParseWireOptions {
  /** The version of the model that the message says it is; parts of later versions are read, and found fault with. */
  readonly version?: ModelVersion;
}

type Node = Record<PropertyKey, unknown>;

interface Extras {
  attributes?: RawAttribute[];
  children?: ExtraChild[];
}

/**
 * Parses an element as a wire value. It never throws for content: what the class does not have is kept in `extras`,
 * what it should have and is missing stays away, and the report says both. The namespace of the element is taken for
 * HL7's, so that a message without one is read too.
 */
export function parseWire<Value>(
  type: WireType<Value>,
  element: XmlElement,
  report: ParseReport,
  options: ParseWireOptions = {},
): Value {
  const parser = new WireParser(element.namespace, report, options.version);
  // The table says what the value is; a parser driven by the table makes just that.
  return parser.parse(compile(type), element, {}) as Value;
}

/** Parses nodes of one message. Recursion is bounded by the reader's depth limit. */
class WireParser {
  readonly #namespace: string;
  readonly #report: ParseReport;
  readonly #version: ModelVersion | undefined;

  constructor(namespace: string, report: ParseReport, version: ModelVersion | undefined) {
    this.#namespace = namespace;
    this.#report = report;
    this.#version = version;
  }

  parse(type: CompiledType, element: XmlElement, node: Node): Node {
    if (type.variants !== undefined) return this.#parseVariant(type.variants, element, node);
    node[wirePosition] = { line: element.line, column: element.column };
    const extras: Extras = {};
    this.#parseAttributes(type, element, node, extras);
    if (element.children.length > 0 || type.requiredMask !== 0) {
      if (type.text) this.#parseText(type, element, node, extras);
      else this.#parseChildren(type, element, node, extras);
    }
    if (extras.attributes !== undefined || extras.children !== undefined)
      node["extras"] = extras satisfies WireExtras;
    for (const rule of type.rules) {
      const code = rule(node);
      if (code !== undefined) this.#report.add(code, element);
    }
    return node;
  }

  #parseVariant(
    variants: ReadonlyMap<string, () => CompiledType>,
    element: XmlElement,
    node: Node,
  ): Node {
    const written = element.attributes.find(
      ({ local, namespace }) => local === "type" && namespace === xsiNamespace,
    )?.value;
    const dataType = written?.slice(written.indexOf(":") + 1).trim();
    const variant = dataType === undefined ? undefined : variants.get(dataType);
    if (variant === undefined) {
      this.#report.add(written === undefined ? "type-missing" : "type-unknown", element);
      node["dataType"] = "unknown";
      node[wirePosition] = { line: element.line, column: element.column };
      node["raw"] = toRawElement(element);
      return node;
    }
    node["dataType"] = dataType;
    this.parse(variant(), element, node);
    if (node["xsiType"] === dataType) delete node["xsiType"];
    return node;
  }

  #parseAttributes(type: CompiledType, element: XmlElement, node: Node, extras: Extras): void {
    for (const attribute of element.attributes) {
      const { namespace, local, value } = attribute;
      if (namespace === "") {
        const spec = type.attributes.get(local);
        if (spec !== undefined) {
          node[local] = value;
          const fault = attributeFault(spec, value);
          if (fault !== undefined) this.#report.add(fault, element, local);
          continue;
        }
      } else if (namespace === xmlnsNamespace) {
        continue;
      } else if (namespace === xsiNamespace && local === "type" && mayBe(type, value)) {
        node["xsiType"] = value;
        continue;
      }
      (extras.attributes ??= []).push(toRawAttribute(attribute));
      if (namespace !== xsiNamespace || local === "type")
        this.#report.add("attribute-unknown", element, local);
    }
    for (const name of type.requiredAttributes)
      if (node[name] === undefined) this.#report.add("attribute-missing", element, name);
  }

  /** The words of a text, before its parts or after them; a comment cuts them in two that are one. */
  #parseText(type: CompiledType, element: XmlElement, node: Node, extras: Extras): void {
    const { children } = element;
    const hasElements = children.some(isXmlElement);
    const from = children.findIndex(
      (child) => !isXmlElement(child) && !(hasElements && isBlank(child)),
    );
    let to = from < 0 ? 0 : from;
    for (; from >= 0 && to < children.length; to += 1) {
      const child = children[to];
      if (child === undefined || isXmlElement(child) || node["external"] !== undefined) break;
      if (hasElements && isBlank(child)) continue;
      if (child.external === undefined)
        node["content"] = ((node["content"] as string | undefined) ?? "") + child.text;
      else if (node["content"] === undefined) node["external"] = child.external;
      else break;
    }
    this.#parseChildren(type, element, node, extras, { from, to });
  }

  /** `taken`: the children that are already taken as the words of a text. */
  #parseChildren(
    type: CompiledType,
    element: XmlElement,
    node: Node,
    extras: Extras,
    taken = nothingTaken,
  ): void {
    const { children } = element;
    let seen = 0;
    let order = 0;
    let index = 0;
    for (let at = 0; at < children.length; at += 1) {
      if (at === taken.from && taken.to > at) {
        at = taken.to - 1;
        index += 1;
        continue;
      }
      const child = children[at];
      if (child === undefined) continue;
      if (!isXmlElement(child)) {
        if (isBlank(child)) continue;
        if (type.parts !== undefined && child.external === undefined) {
          push(node, type.parts.property, { kind: "text", content: child.text });
        } else {
          addExtra(extras, index, toRawText(child));
          this.#report.add("text-stray", element, undefined, child);
        }
        index += 1;
        continue;
      }
      const known =
        child.namespace === this.#namespace ? type.elements.get(child.local) : undefined;
      if (known === undefined) {
        addExtra(extras, index, toRawElement(child));
        this.#report.add("element-unknown", child);
      } else {
        const { field } = known;
        if (field.order < order) this.#report.add("order-wrong", child);
        else order = field.order;
        if (field.max === 0) this.#report.add("element-not-allowed", child);
        if (field.since !== undefined && this.#isLater(field.since))
          this.#report.add("version-later", child);
        if (!field.many && (seen & field.bit) !== 0) {
          addExtra(extras, index, toRawElement(child));
          this.#report.add("element-repeated", child);
        } else {
          this.#parseField(known, child, node);
        }
        seen |= field.bit;
      }
      index += 1;
    }
    this.#checkCounts(type, element, node, seen);
  }

  #parseField(known: CompiledElement, child: XmlElement, node: Node): void {
    const { field } = known;
    const value = this.parse(
      known.type,
      child,
      field.kind === "element" ? {} : { kind: known.name },
    );
    if (field.many) push(node, field.property, value);
    else node[field.property] = value;
  }

  #checkCounts(type: CompiledType, element: XmlElement, node: Node, seen: number): void {
    if ((seen & type.requiredMask) !== type.requiredMask) {
      for (const field of type.fields)
        if (field.min > 0 && (seen & field.bit) === 0)
          this.#report.add("element-missing", element, field.property);
    }
    for (const group of type.exclusiveMasks) {
      const present = seen & group;
      if ((present & (present - 1)) !== 0) this.#report.add("element-exclusive", element);
    }
    for (const field of type.counted) {
      const values = node[field.property];
      if (!Array.isArray(values)) continue;
      if (values.length > field.max) this.#report.add("element-excess", element, field.property);
      else if (values.length < field.min)
        this.#report.add("element-missing", element, field.property);
    }
  }

  #isLater(since: ModelVersion): boolean {
    return this.#version !== undefined && this.#version < since;
  }
}

/** The data types that may stand for another, as the schema derives them. */
const derived: Readonly<Record<string, readonly string[]>> = {
  CD: ["CE", "CV", "CO", "CS"],
  CE: ["CV", "CO", "CS"],
  CV: ["CO", "CS"],
  ED: ["ST"],
  EN: ["PN", "ON", "TN"],
  TS: ["SXCM_TS", "IVL_TS", "IVXB_TS"],
};

/** Whether an element of a type may say by `xsi:type` that it is of another. */
function mayBe(type: CompiledType, written: string): boolean {
  const name = written.slice(written.indexOf(":") + 1).trim();
  return name === type.name || derived[type.name]?.includes(name) === true;
}

const nothingTaken = { from: 0, to: 0 };

function push(node: Node, property: string, value: unknown): void {
  const values = node[property];
  if (Array.isArray(values)) values.push(value);
  else node[property] = [value];
}

function addExtra(extras: Extras, index: number, node: RawContent): void {
  (extras.children ??= []).push({ index, node });
}
