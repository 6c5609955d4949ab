import type { OutputElement, OutputNode, XmlContent } from "./output-element.ts";
import { escapeAttributeValue, escapeText } from "./xml-characters.ts";
import { XmlWriteError } from "./xml-write-error.ts";
import type { XmlWriteErrorCode } from "./xml-write-error.ts";

const depthLimit = 256;
const nameStart =
  "A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const part = `[${nameStart}][-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040${nameStart}]*`;
const qualifiedName = new RegExp(`^${part}(?::${part})?$`, "u");

/** A piece of a document: mark-up, or content to be streamed in its place. */
export type OutputPiece = string | { readonly content: XmlContent; readonly path: string };

/** How many characters a piece of mark-up has at least, but for the last one and those before content. */
const pieceLength = 65_536;

function isOutputElement(node: OutputNode): node is OutputElement {
  return typeof node === "object" && "name" in node;
}

/** An element that was begun and not yet ended. */
interface OpenElement {
  readonly element: OutputElement;
  readonly indented: boolean;
  /** How many of its children were written. */
  written: number;
}

/** One tree to pieces of mark-up, so that a large tree never stands in memory as one string. */
export class MarkupBuilder {
  readonly #indent: number;
  readonly #open: OpenElement[] = [];
  readonly #names = new Set<string>();

  /** `indent`: spaces for each level, 0 for none. Elements that hold text are left as they are. */
  constructor(indent: number) {
    this.#indent = indent;
  }

  *pieces(root: OutputElement): Generator<OutputPiece> {
    let markup = this.#begin(root);
    for (let top = this.#open.at(-1); top; top = this.#open.at(-1)) {
      const child = top.element.children[top.written];
      if (child === undefined) markup += this.#end(top);
      else {
        top.written += 1;
        if (top.indented) markup += this.#newLine();
        if (typeof child === "string")
          markup += escapeText(child) ?? this.#refuse("character-not-allowed", "text()");
        else if (isOutputElement(child)) markup += this.#begin(child);
        else {
          yield markup;
          markup = "";
          yield { content: child, path: this.#path("text()") };
        }
      }
      if (markup.length < pieceLength) continue;
      yield markup;
      markup = "";
    }
    yield markup;
  }

  /** The start tag of an element, which is open from now on; its one tag where it has no content. */
  #begin(element: OutputElement): string {
    const indented = this.#indent > 0 && element.children.every(isOutputElement);
    this.#open.push({ element, indented, written: 0 });
    if (this.#open.length > depthLimit) this.#refuse("depth-exceeded");
    if (!this.#isName(element.name)) this.#refuse("name-invalid");
    const tag = `<${element.name}${this.#attributes(element.attributes)}`;
    if (element.children.some((child) => child !== "")) return `${tag}>`;
    this.#open.pop();
    return `${tag}/>`;
  }

  #end({ element, indented }: OpenElement): string {
    this.#open.pop();
    const tag = `</${element.name}>`;
    return indented ? this.#newLine() + tag : tag;
  }

  #attributes(attributes: OutputElement["attributes"]): string {
    let markup = "";
    for (const [at, [name, value]] of attributes.entries()) {
      if (!this.#isName(name)) this.#refuse("name-invalid", "@*");
      if (attributes.findIndex(([other]) => other === name) < at)
        this.#refuse("attribute-repeated", `@${name}`);
      const escaped = escapeAttributeValue(value);
      markup += ` ${name}="${escaped ?? this.#refuse("character-not-allowed", `@${name}`)}"`;
    }
    return markup;
  }

  #isName(name: string): boolean {
    if (this.#names.has(name)) return true;
    if (name.length > 1024 || !qualifiedName.test(name)) return false;
    this.#names.add(name);
    return true;
  }

  #newLine(): string {
    return `\n${" ".repeat(this.#indent * this.#open.length)}`;
  }

  #refuse(code: XmlWriteErrorCode, step?: string): never {
    throw new XmlWriteError(code, this.#path(step));
  }

  #path(step?: string): string {
    const steps = this.#open.map(({ element }, depth) => {
      const siblings = this.#open[depth - 1]?.element.children.filter(isOutputElement) ?? [element];
      const alike = siblings.filter(({ name }) => name === element.name);
      return `/${this.#isName(element.name) ? element.name : "*"}[${alike.indexOf(element) + 1}]`;
    });
    return `${steps.join("")}${step === undefined ? "" : `/${step}`}`;
  }
}
