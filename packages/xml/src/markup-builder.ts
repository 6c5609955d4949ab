import { XMLBuilder } from "fast-xml-parser";

import type { OutputElement, OutputNode, XmlContent } from "./output-element.ts";
import { escapeAttributeValue, escapeText } from "./xml-characters.ts";
import { XmlWriteError } from "./xml-write-error.ts";
import type { XmlWriteErrorCode } from "./xml-write-error.ts";

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "@_",
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  // Escaped below, where what XML cannot hold is refused as well.
  processEntities: false,
  // Bounded below.
  maxNestedTags: 0,
});

const depthLimit = 256;
const nameStart =
  "A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const part = `[${nameStart}][-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040${nameStart}]*`;
const qualifiedName = new RegExp(`^${part}(?::${part})?$`, "u");

type BuilderNode = Record<string, unknown>;

/** A piece of a document: mark-up, or content to be streamed in its place. */
export type OutputPiece = string | { readonly content: XmlContent; readonly path: string };

/** How many nodes are built into one string at once. */
const batch = 2048;

function isOutputElement(node: OutputNode): node is OutputElement {
  return typeof node === "object" && "name" in node;
}

/** One tree to pieces of mark-up, a batch of nodes each, so that a large tree never stands in memory as one string. */
export class MarkupBuilder {
  readonly #indent: number;
  readonly #trail: OutputElement[] = [];
  readonly #names = new Set<string>();

  /** `indent`: spaces for each level, 0 for none. Elements that hold text are left as they are. */
  constructor(indent: number) {
    this.#indent = indent;
  }

  *pieces(element: OutputElement): Generator<OutputPiece> {
    if (remaining(element, batch) >= 0) {
      yield builder.build([this.#element(element)]);
      return;
    }
    this.#enter(element);
    yield this.#startTag(element);
    const indented = this.#isIndented(element);
    let nodes: BuilderNode[] = [];
    let room = batch;
    for (const child of element.children) {
      if (indented) nodes.push(this.#newLine());
      const left = remaining(child, room);
      if (left >= 0) {
        room = left;
        nodes.push(this.#node(child));
        continue;
      }
      if (nodes.length > 0) yield builder.build(nodes);
      nodes = [];
      room = batch;
      if (typeof child === "string") yield this.#text(child);
      else if (isOutputElement(child)) yield* this.pieces(child);
      else yield { content: child, path: this.#path("text()") };
    }
    this.#trail.pop();
    if (indented) nodes.push(this.#newLine());
    if (nodes.length > 0) yield builder.build(nodes);
    yield `</${element.name}>`;
  }

  /** XMLBuilder writes a childless element as one tag, `<name a="b"/>`. */
  #startTag(element: OutputElement): string {
    const tag: string = builder.build([this.#tag(element, [])]);
    return `${tag.slice(0, -2)}>`;
  }

  #element(element: OutputElement): BuilderNode {
    this.#enter(element);
    const nodes: BuilderNode[] = [];
    const built = this.#tag(element, nodes);
    const indented = this.#isIndented(element);
    for (const child of element.children) {
      if (indented) nodes.push(this.#newLine());
      nodes.push(this.#node(child));
    }
    this.#trail.pop();
    if (indented) nodes.push(this.#newLine());
    return built;
  }

  /** Of the element that was entered last. */
  #tag({ name, attributes }: OutputElement, nodes: readonly BuilderNode[]): BuilderNode {
    if (!this.#isName(name)) this.#refuse("name-invalid");
    return attributes.length === 0
      ? { [name]: nodes }
      : { [name]: nodes, ":@": this.#attributes(attributes) };
  }

  #node(node: OutputNode): BuilderNode {
    if (typeof node === "string") return { "#text": this.#text(node) };
    if (isOutputElement(node)) return this.#element(node);
    return this.#refuse("content-not-text", "text()");
  }

  #attributes(attributes: OutputElement["attributes"]): BuilderNode {
    const built: BuilderNode = {};
    for (const [name, value] of attributes) {
      if (!this.#isName(name)) this.#refuse("name-invalid", "@*");
      const key = `@_${name}`;
      if (Object.hasOwn(built, key)) this.#refuse("attribute-repeated", `@${name}`);
      built[key] = escapeAttributeValue(value) ?? this.#refuse("character-not-allowed", `@${name}`);
    }
    return built;
  }

  #text(text: string): string {
    return escapeText(text) ?? this.#refuse("character-not-allowed", "text()");
  }

  #isName(name: string): boolean {
    if (this.#names.has(name)) return true;
    if (name.length > 1024 || !qualifiedName.test(name)) return false;
    this.#names.add(name);
    return true;
  }

  #isIndented({ children }: OutputElement): boolean {
    return this.#indent > 0 && children.length > 0 && children.every(isOutputElement);
  }

  #newLine(): BuilderNode {
    return { "#text": `\n${" ".repeat(this.#indent * this.#trail.length)}` };
  }

  #enter(element: OutputElement): void {
    this.#trail.push(element);
    if (this.#trail.length > depthLimit) this.#refuse("depth-exceeded");
  }

  #refuse(code: XmlWriteErrorCode, step?: string): never {
    throw new XmlWriteError(code, this.#path(step));
  }

  #path(step?: string): string {
    const steps = this.#trail.map((element, depth) => {
      const siblings = this.#trail[depth - 1]?.children.filter(isOutputElement) ?? [element];
      const alike = siblings.filter(({ name }) => name === element.name);
      return `/${this.#isName(element.name) ? element.name : "*"}[${alike.indexOf(element) + 1}]`;
    });
    return `${steps.join("")}${step === undefined ? "" : `/${step}`}`;
  }
}

/** What is left of a budget of nodes; negative where the tree is larger or holds streamed content. */
function remaining(node: OutputNode, budget: number): number {
  if (typeof node === "string") return budget - 1 - Math.floor(node.length / 64);
  if (!isOutputElement(node)) return -1;
  let left = budget - 1;
  for (const child of node.children) {
    if (left < 0) break;
    left = remaining(child, left);
  }
  return left;
}
