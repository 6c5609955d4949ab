import { SaxesParser } from "saxes";

import { NamespaceScope } from "./namespace-scope.ts";
import { readErrorOfSaxes } from "./read-error-of-saxes.ts";
import { saxesInternals, saxesOptions, saxesPlace } from "./saxes-internals.ts";
import type { XmlDeclaration } from "./xml-document.ts";
import type { XmlLimits } from "./xml-limits.ts";
import type { XmlAttribute } from "./xml-node.ts";
import { XmlReadError } from "./xml-read-error.ts";
import type { XmlPosition, XmlReadErrorCode } from "./xml-read-error.ts";

/** A start tag. */
export interface XmlTag {
  readonly name: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly line: number;
  readonly column: number;
}

/** What the tokeniser tells, in document order, while `write` runs. */
export interface TokenSink {
  open(tag: XmlTag): void;
  /** A piece of character data inside the root. Pieces with no `open` or `close` between them are one text. */
  text(piece: string, line: number, column: number): void;
  close(): void;
  /** A comment or processing instruction, which are not handed out, or the end of a CDATA section: they count. */
  skip(): void;
}

/** Errors of which the beginning of the tag says more than the place where saxes noticed. */
const saidAtMark: ReadonlySet<XmlReadErrorCode> = new Set(["attribute-repeated", "root-repeated"]);
const noAttributes: readonly XmlAttribute[] = Object.freeze([]);

/** Strings of one document to tokens: strict, namespaces resolved, every accumulator bounded after each chunk. */
export class XmlTokeniser {
  readonly #sink: TokenSink;
  readonly #limits: XmlLimits;
  readonly #offset: XmlPosition;
  readonly #parser = new SaxesParser(saxesOptions);
  readonly #internals = saxesInternals(this.#parser);
  readonly #scope = new NamespaceScope();
  #attributes: { readonly name: string; readonly value: string }[] = [];
  #depth = 0;
  #declaration: XmlDeclaration | undefined;
  /** The end of the last token: where the next text or tag begins. */
  #markLine = 1;
  #markPosition = 0;
  #markLineStart = 0;

  /** `offset` is where the first character of the first chunk stands. */
  constructor(sink: TokenSink, limits: XmlLimits, offset: XmlPosition) {
    this.#sink = sink;
    this.#limits = limits;
    this.#offset = offset;
    // Makes saxes refuse a document type declaration where it begins, not where it ends.
    this.#internals.doctype = true;
    this.#listen();
  }

  get declaration(): XmlDeclaration | undefined {
    return this.#declaration;
  }

  /** The place of the next character. */
  get position(): XmlPosition {
    return this.#place(this.#parser.line, this.#parser.columnIndex);
  }

  /** Where the token that is being read begins. */
  get mark(): XmlPosition {
    return this.#place(this.#markLine, this.#markPosition - this.#markLineStart);
  }

  /** At most 64 Ki characters at once: what saxes gathers is checked only between chunks. */
  write(chunk: string): void {
    this.#parser.write(chunk);
    // saxes counts the last chunk twice until the next one comes.
    this.#internals.i = 0;
    this.#settle();
  }

  end(): void {
    this.#parser.close();
  }

  #listen(): void {
    const handlers = this.#internals;
    handlers.errorHandler = (error) => {
      const code = readErrorOfSaxes(error);
      if (saidAtMark.has(code)) throw new XmlReadError(code, this.mark);
      if (code === "text-outside-root") this.#refuseOutsideRoot(this.#internals.text);
      const { line, column } = this.position;
      throw new XmlReadError(code, { line, column: Math.max(1, column - 1) });
    };
    handlers.xmldeclHandler = ({ version, encoding, standalone }) => {
      this.#declaration = {
        ...(version === undefined ? {} : { version }),
        ...(encoding === undefined ? {} : { encoding }),
        ...(standalone === undefined ? {} : { standalone }),
      };
      this.#setMark(0);
    };
    handlers.textHandler = (text) => {
      this.#text(text);
      this.#setMark(-1);
    };
    handlers.cdataHandler = (text) => {
      this.#sink.skip();
      this.#text(text);
      this.#setMark(0);
    };
    handlers.commentHandler = () => {
      this.#sink.skip();
      this.#setMark(1);
    };
    handlers.piHandler = ({ target }) => {
      if (target.length > this.#limits.name) this.#refuse("name-too-long");
      if (target.includes(":")) this.#refuse("markup-malformed");
      this.#sink.skip();
      this.#setMark(0);
    };
    handlers.openTagStartHandler = ({ name }) => {
      if (name.length > this.#limits.name) this.#refuse("name-too-long");
      if (this.#depth >= this.#limits.depth) this.#refuse("depth-exceeded");
      this.#depth += 1;
    };
    handlers.attributeHandler = (attribute) => {
      flatten(attribute.value);
      this.#attributes.push(attribute);
      if (this.#attributes.length > this.#limits.attributes) this.#refuse("attributes-exceeded");
      if (attribute.name.length > this.#limits.name) this.#refuse("name-too-long");
      if (attribute.value.length > this.#limits.attributeValue) this.#refuse("attribute-too-long");
    };
    handlers.openTagHandler = ({ name }) => {
      this.#open(name);
      this.#setMark(0);
    };
    handlers.closeTagHandler = () => {
      this.#depth -= 1;
      this.#scope.leave();
      this.#sink.close();
      this.#setMark(0);
    };
  }

  #open(name: string): void {
    const raw = this.#attributes;
    if (raw.length > 0) this.#attributes = [];
    if (!this.#scope.enter(raw)) this.#refuse("namespace-malformed");
    const resolved = this.#scope.element(name) ?? this.#refuse("namespace-malformed");
    const { line, column } = this.mark;
    this.#sink.open({
      name,
      local: resolved.local,
      namespace: resolved.namespace,
      attributes: raw.length === 0 ? noAttributes : this.#resolve(raw),
      line,
      column,
    });
  }

  #resolve(
    raw: readonly { readonly name: string; readonly value: string }[],
  ): readonly XmlAttribute[] {
    let prefixed = 0;
    const attributes = raw.map(({ name, value }): XmlAttribute => {
      const { local, namespace } =
        this.#scope.attribute(name) ?? this.#refuse("namespace-malformed");
      if (namespace !== "") prefixed += 1;
      return { name, local, namespace, value };
    });
    // One name written with two prefixes; saxes refuses what is written the same.
    if (prefixed > 1) {
      const expanded = new Set(attributes.map(({ local, namespace }) => `${namespace} ${local}`));
      if (expanded.size < attributes.length) this.#refuse("attribute-repeated");
    }
    return attributes;
  }

  #text(text: string): void {
    if (this.#depth === 0) return this.#refuseOutsideRoot(text);
    if (text === "") return;
    flatten(text);
    const { line, column } = this.mark;
    this.#sink.text(text, line, column);
  }

  /** After each chunk: hands on the text so far and bounds what saxes holds of anything else. */
  #settle(): void {
    const internals = this.#internals;
    const limits = this.#limits;
    const { name, entity, piTarget, text } = internals;
    if (Math.max(name.length, entity.length, piTarget.length) > limits.name) {
      this.#refuse("name-too-long");
    }
    if (saxesPlace(internals) === "text") {
      if (text === "") return;
      this.#text(text);
      internals.text = "";
      this.#setMark(0);
      return;
    }
    flatten(text);
    if (name !== "" && text.length > limits.attributeValue) this.#refuse("attribute-too-long");
    if (this.#parser.position - this.#markPosition > limits.markup) this.#refuse("markup-too-long");
  }

  #setMark(shift: number): void {
    const { position, columnIndex, line } = this.#parser;
    this.#markLine = line;
    this.#markPosition = position + shift;
    this.#markLineStart = position - columnIndex;
  }

  #place(line: number, columnIndex: number): XmlPosition {
    const { line: firstLine, column: firstColumn } = this.#offset;
    return { line: line + firstLine - 1, column: columnIndex + (line === 1 ? firstColumn : 1) };
  }

  /** Text before or after the root may only be white space. */
  #refuseOutsideRoot(text: string): void {
    const space = /^[ \t\n]*/.exec(text)?.[0] ?? "";
    if (space === text) return;
    const lines = space.split("\n");
    const { line, column } = this.mark;
    const last = lines.at(-1) ?? "";
    throw new XmlReadError("text-outside-root", {
      line: line + lines.length - 1,
      column: last.length + (lines.length === 1 ? column : 1),
    });
  }

  #refuse(code: XmlReadErrorCode): never {
    throw new XmlReadError(code, this.mark);
  }
}

/**
 * V8 keeps a concatenation as a tree of its parts: 32 bytes for each reference in a text. Reading a character makes
 * it one string again.
 */
function flatten(text: string): void {
  text.charCodeAt(0);
}
