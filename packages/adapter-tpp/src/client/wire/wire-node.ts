import { isXmlElement } from "@gp2gp/xml";
import type { XmlAttribute, XmlElement, XmlTaker } from "@gp2gp/xml";
import type { SourceLocation } from "@gp2gp/core";
import { occursIn, valuesIn } from "./field.ts";
import type { TextField, Version } from "./field.ts";
import { isReadable } from "./lexical.ts";
import { rulesOf } from "./wire-types.ts";
import type {
  AttributeName,
  FlagName,
  NodeName,
  TextName,
  TypeIn,
  WireTypeName,
} from "./wire-types.ts";

/** Why a part of the source was left where it was. */
export type LeftBecause = "date-malformed" | "value-malformed" | "value-unmapped";

/** One document while it is read: who takes from it, and what was found amiss. */
export interface WireSource {
  readonly part: string;
  readonly version: Version;
  readonly taker: XmlTaker;
  /** Parts left untaken because they are not of the form or list of their field. */
  readonly left: Map<XmlElement | XmlAttribute, LeftBecause>;
  /** Elements that became nothing in the record. */
  readonly leftOut: Set<XmlElement>;
  /** Told of a value that was taken and is not on the list of its field. */
  unknownValue(location: SourceLocation): void;
}

/** What a class with these elements can be asked, whatever class it is. */
export interface ReadsText<Field extends string> {
  readonly location: SourceLocation;
  text(field: Field): string | undefined;
}

/** What a class with these attributes can be asked, whatever class it is. */
export interface ReadsAttributes<Name extends string> {
  attribute(name: Name): string | undefined;
}

/** The free text of an item, and where it stands. */
export interface FreeText {
  readonly element: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** One of the elements that an element of a class holds. */
export type ItemOf<Name extends WireTypeName> = {
  [Field in NodeName<Name>]: {
    readonly name: Field;
    /** 1-based, among those of its name. */
    readonly number: number;
    readonly node: WireNode<TypeIn<Name, Field>>;
  };
}[NodeName<Name>];

/**
 * One element of the format, by the rules of its class. Whatever is asked for is taken from the
 * document; what is not of its form is left, so that it is found again as residue.
 */
export class WireNode<Name extends WireTypeName> {
  readonly type: Name;
  readonly element: XmlElement;
  readonly pointer: string;
  readonly #source: WireSource;
  readonly #blanks: string[] = [];
  readonly #offList: string[];

  /** `offList` gathers what an element and those in it hold off their lists. */
  constructor(
    type: Name,
    element: XmlElement,
    pointer: string,
    source: WireSource,
    offList: string[] = [],
  ) {
    this.type = type;
    this.element = element;
    this.pointer = pointer;
    this.#source = source;
    this.#offList = offList;
  }

  get location(): SourceLocation {
    return { part: this.#source.part, pointer: this.pointer, line: this.element.line };
  }

  /** Mandatory texts that were asked for and are there without words. */
  get blanks(): readonly string[] {
    return this.#blanks;
  }

  /** Says that the record has nothing of this element: what stands in it has no place to go back to. */
  leave(): void {
    this.#source.leftOut.add(this.element);
  }

  /** The name of an element that was left because it is not of its form or list; nothing where it was not. */
  leftOf(field: TextName<Name>): string[] {
    const { left } = this.#source;
    const isLeft = this.element.children.some(
      (node) => isXmlElement(node) && node.local === field && left.has(node),
    );
    return isLeft ? [field] : [];
  }

  /** What the richer grammar leaves open: whether something demanded is missing, and what was off its list. */
  get oddities(): { readonly partial?: true; readonly offList?: string[] } {
    if (this.#source.version !== "client-integration") return {};
    return {
      ...(this.#isPartial(this.type, this.element) && { partial: true as const }),
      ...(this.#offList.length > 0 && { offList: [...this.#offList] }),
    };
  }

  /** The text of an element; undefined when there is none, it is blank, or not of its form. */
  text(field: TextName<Name>): string | undefined {
    return this.#text(field, () => true, "value-malformed");
  }

  /** Whether an element is there, whatever it holds. Takes nothing. */
  hasElement(field: TextName<Name>): boolean {
    return this.element.children.some((node) => isXmlElement(node) && node.local === field);
  }

  /** The text of an element whose value has to be on the list; others are left. */
  listed(field: TextName<Name>): string | undefined {
    return this.#text(field, isListed, "value-unmapped");
  }

  /** The text of an element whose value has to match; others are left. */
  matching(field: TextName<Name>, pattern: RegExp): string | undefined {
    return this.#text(field, (text) => pattern.test(text.trim()), "value-malformed");
  }

  /** All texts of an element that may stand several times, blank ones included. */
  texts(field: TextName<Name>): string[] {
    return this.#source.taker
      .children(this.element, field)
      .map((child) => this.#source.taker.text(child));
  }

  /** The free text of an item, in whichever of its elements it stands; the lines of a text in lines. */
  freeText(): FreeText | undefined {
    for (const [name, field] of Object.entries(rulesOf(this.type).elements)) {
      if (field.kind !== "text" || field.carries !== true) continue;
      const lines = this.texts(name as TextName<Name>);
      const text = lines.join("\n");
      if (text.trim() !== "") return { element: name, text, lines };
      if (field.occurs === "one") this.#blanks.push(name);
    }
    return undefined;
  }

  has(field: FlagName<Name>): boolean {
    return this.#source.taker.child(this.element, field) !== undefined;
  }

  node<Field extends NodeName<Name>>(field: Field): WireNode<TypeIn<Name, Field>> | undefined {
    const child = this.#source.taker.child(this.element, field);
    return child && this.#child(field, child, 1);
  }

  nodes<Field extends NodeName<Name>>(field: Field): WireNode<TypeIn<Name, Field>>[] {
    return this.#source.taker
      .children(this.element, field)
      .map((child, index) => this.#child(field, child, index + 1));
  }

  /** The elements in it that hold elements, of whatever name, as they stand, each with its number among those of its name. */
  items(): ItemOf<Name>[] {
    const { elements } = rulesOf(this.type);
    const counts = new Map<string, number>();
    const items: ItemOf<Name>[] = [];
    for (const child of this.element.children) {
      if (!isXmlElement(child) || elements[child.local]?.kind !== "node") continue;
      const name = child.local as NodeName<Name>;
      const number = (counts.get(name) ?? 0) + 1;
      counts.set(name, number);
      this.#source.taker.child(this.element, name);
      items.push({ name, number, node: this.#child(name, child, number) } as ItemOf<Name>);
    }
    return items;
  }

  attribute(name: AttributeName<Name>): string | undefined {
    const field = rulesOf(this.type).attributes[name];
    const attribute = this.element.attributes.find(({ local }) => local === name);
    if (!field || !attribute) return undefined;
    if (attribute.value.trim() !== "" && !this.#isOfForm(attribute, attribute.value, field))
      return undefined;
    const value = this.#source.taker.attribute(this.element, name) ?? "";
    return this.#known(value, field, name);
  }

  #text(
    name: TextName<Name>,
    accepts: (text: string, field: TextField) => boolean,
    otherwise: LeftBecause,
  ): string | undefined {
    const field = rulesOf(this.type).elements[name];
    const child = this.element.children.find((node) => isXmlElement(node) && node.local === name);
    if (field?.kind !== "text" || !child || !isXmlElement(child)) return undefined;
    const text = textOf(child);
    if (text.trim() !== "") {
      if (!this.#isOfForm(child, text, field)) return undefined;
      if (!accepts(text, field)) {
        this.#source.left.set(child, otherwise);
        return undefined;
      }
    } else if (field.occurs === "one") this.#blanks.push(name);
    this.#source.taker.child(this.element, name);
    return this.#known(this.#source.taker.text(child), field, name);
  }

  #isOfForm(node: XmlElement | XmlAttribute, text: string, field: TextField): boolean {
    if (isReadable(text, field.lexical)) return true;
    const isDate = field.lexical === "date" || field.lexical === "dateTime";
    this.#source.left.set(node, isDate ? "date-malformed" : "value-malformed");
    return false;
  }

  #known(text: string, field: TextField, name: string): string | undefined {
    if (text.trim() === "") return undefined;
    const { part } = this.#source;
    if (!isListed(text, field)) {
      this.#offList.push(name);
      this.#source.unknownValue({
        part,
        pointer: `${this.pointer}/${name}`,
        line: this.element.line,
      });
    }
    return field.lexical === "string" ? text : text.trim();
  }

  #child<Field extends NodeName<Name>>(
    field: Field,
    element: XmlElement,
    number: number,
  ): WireNode<TypeIn<Name, Field>> {
    const rule = rulesOf(this.type).elements[field];
    const type = (rule?.kind === "node" ? rule.type : this.type) as TypeIn<Name, Field>;
    const pointer = `${this.pointer}/${field}[${number}]`;
    return new WireNode(type, element, pointer, this.#source, this.#offList);
  }

  #isPartial(type: WireTypeName, element: XmlElement): boolean {
    const { attributes, elements } = rulesOf(type);
    const children = element.children.filter(isXmlElement);
    return (
      Object.entries(attributes).some(
        ([name, field]) =>
          occursIn(field, "client-integration") === "one" &&
          !element.attributes.some(({ local }) => local === name),
      ) ||
      Object.entries(elements).some(([name, field]) => {
        const own = children.filter(({ local }) => local === name);
        const isDemanded = occursIn(field, "client-integration") === "one";
        if (isDemanded && (own.length === 0 || own.some((child) => this.#source.left.has(child))))
          return true;
        return (
          field.kind === "node" &&
          own.some((child) => this.#isPartial(field.type as WireTypeName, child))
        );
      })
    );
  }
}

function textOf(element: XmlElement): string {
  return element.children.map((child) => (isXmlElement(child) ? "" : child.text)).join("");
}

function isListed(text: string, field: TextField): boolean {
  return valuesIn(field, "client-integration")?.includes(text) ?? true;
}
