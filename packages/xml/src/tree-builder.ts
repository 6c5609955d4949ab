import type { LongTexts } from "./long-texts.ts";
import type { XmlLimits } from "./xml-limits.ts";
import type { XmlAttribute, XmlElement, XmlText } from "./xml-node.ts";
import { XmlReadError } from "./xml-read-error.ts";
import type { XmlReadErrorCode } from "./xml-read-error.ts";
import type { TokenSink, XmlTag } from "./xml-tokeniser.ts";

const noChildren: (XmlElement | XmlText)[] = [];
Object.freeze(noChildren);

class TreeElement implements XmlElement {
  readonly name: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly line: number;
  readonly column: number;
  declare readonly parent?: XmlElement;
  children = noChildren;

  constructor(tag: XmlTag, parent: TreeElement | undefined) {
    this.name = tag.name;
    this.local = tag.local;
    this.namespace = tag.namespace;
    this.attributes = tag.attributes;
    this.line = tag.line;
    this.column = tag.column;
    if (parent === undefined) return;
    this.parent = parent;
    parent.add(this);
  }

  add(child: XmlElement | XmlText): void {
    if (this.children === noChildren) this.children = [child];
    else this.children.push(child);
  }
}

interface TreeText {
  text: string;
  line: number;
  column: number;
  external?: NonNullable<unknown>;
}

/** Tokens to a tree. Text that grows beyond `longTextOver` is offered to `longTexts`. */
export class TreeBuilder implements TokenSink {
  readonly #limits: XmlLimits;
  readonly #longTexts: LongTexts | undefined;
  readonly #longTextOver: number;
  #root: TreeElement | undefined;
  #at: TreeElement | undefined;
  #ancestors: TreeElement[] = [];
  #text: TreeText | undefined;
  #textIs: "undecided" | "kept" | "handed-on" = "undecided";
  #held = 0;
  #nodes = 0;

  constructor(limits: XmlLimits, longTexts: LongTexts | undefined, longTextOver: number) {
    this.#limits = limits;
    this.#longTexts = longTexts;
    this.#longTextOver = longTextOver;
  }

  get root(): XmlElement | undefined {
    return this.#root;
  }

  open(tag: XmlTag): void {
    this.#endText();
    this.#count(1 + tag.attributes.length, tag);
    for (const { value } of tag.attributes) this.#hold(value.length, tag);
    if (this.#at !== undefined) this.#ancestors.push(this.#at);
    this.#at = new TreeElement(tag, this.#at);
    this.#root ??= this.#at;
  }

  close(): void {
    this.#endText();
    this.#at = this.#ancestors.pop();
  }

  skip(): void {
    this.#count(1, undefined);
  }

  text(piece: string, line: number, column: number): void {
    const at = this.#at;
    if (at === undefined) return;
    if (this.#text === undefined) {
      this.#text = { text: piece, line, column };
      this.#textIs = "undecided";
      this.#count(1, this.#text);
      at.add(this.#text);
    } else if (this.#textIs === "handed-on") {
      this.#longTexts?.add(piece);
      return;
    } else {
      this.#text.text += piece;
    }
    this.#hold(piece.length, this.#text);
    if (this.#textIs === "undecided" && this.#text.text.length > this.#longTextOver)
      this.#offer(at, this.#text);
  }

  #offer(element: TreeElement, text: TreeText): void {
    const accepted = this.#longTexts?.begin(element, (external) => {
      text.external = external;
    });
    this.#textIs = accepted === true ? "handed-on" : "kept";
    if (accepted !== true) return;
    this.#longTexts?.add(text.text);
    this.#held -= text.text.length;
    text.text = "";
  }

  #endText(): void {
    if (this.#textIs === "handed-on" && this.#text !== undefined) this.#longTexts?.end();
    this.#text = undefined;
    this.#textIs = "undecided";
  }

  #count(
    nodes: number,
    place: { readonly line: number; readonly column: number } | undefined,
  ): void {
    this.#nodes += nodes;
    if (this.#nodes > this.#limits.nodes) this.#refuse("nodes-exceeded", place);
  }

  #hold(characters: number, place: { readonly line: number; readonly column: number }): void {
    this.#held += characters;
    if (this.#held > this.#limits.text) this.#refuse("text-exceeded", place);
  }

  #refuse(
    code: XmlReadErrorCode,
    place: { readonly line: number; readonly column: number } | undefined,
  ): never {
    throw new XmlReadError(code, place ?? this.#at ?? { line: 1, column: 1 });
  }
}
