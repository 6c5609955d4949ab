import { listUntaken } from "./list-untaken.ts";
import type { Untaken } from "./list-untaken.ts";
import { isXmlElement } from "./xml-node.ts";
import type { XmlAttribute, XmlElement, XmlText } from "./xml-node.ts";

/** Below this many children a scan is cheaper than an index. */
const narrow = 8;

interface NameIndex {
  readonly elements: readonly XmlElement[];
  next: number;
}

/**
 * Hands out the parts of a document and remembers which were taken, so that what nobody took can be reported.
 * One for each document; every call is O(1) in the width of the document. An element is taken without what is in it,
 * but by `takeAll`. The root is taken from the start.
 */
export class XmlTaker {
  readonly #root: XmlElement;
  readonly #taken = new Set<XmlElement | XmlAttribute | XmlText>();
  readonly #whole = new Set<XmlElement>();
  readonly #indexes = new Map<XmlElement, Map<string, NameIndex>>();

  constructor(root: XmlElement) {
    this.#root = root;
    this.#taken.add(root);
  }

  /**
   * Takes an attribute by its local name and gives its value; `undefined` where there is none. Without `namespace`, the
   * one in no namespace comes first, then the first of that local name (so that `type` finds `xsi:type`).
   */
  attribute(element: XmlElement, local: string, namespace?: string): string | undefined {
    let found: XmlAttribute | undefined;
    for (const attribute of element.attributes) {
      if (attribute.local !== local) continue;
      if (attribute.namespace === (namespace ?? "")) {
        found = attribute;
        break;
      }
      if (namespace === undefined) found ??= attribute;
    }
    if (found !== undefined) this.#taken.add(found);
    return found?.value;
  }

  /** Takes the first child element of that local name that was not taken yet; `undefined` where there is none. */
  child(element: XmlElement, local: string): XmlElement | undefined {
    const found =
      element.children.length <= narrow
        ? this.#scanForUntaken(element, local)
        : this.#nextUntaken(element, local);
    if (found !== undefined) this.#taken.add(found);
    return found;
  }

  /** Takes all child elements of that local name that were not taken yet, in document order. */
  children(element: XmlElement, local: string): XmlElement[] {
    const found: XmlElement[] = [];
    for (
      let child = this.child(element, local);
      child !== undefined;
      child = this.child(element, local)
    ) {
      found.push(child);
    }
    return found;
  }

  /** Takes all child elements that were not taken yet, whatever their name, in document order. */
  elements(element: XmlElement): XmlElement[] {
    const found: XmlElement[] = [];
    for (const child of element.children) {
      if (!isXmlElement(child) || this.#taken.has(child)) continue;
      this.#taken.add(child);
      found.push(child);
    }
    return found;
  }

  /** Takes the element's own text, all pieces joined; `''` where there is none. Text that was handed on (`external`) stays untaken. */
  text(element: XmlElement): string {
    let joined = "";
    for (const child of element.children) {
      if (isXmlElement(child) || child.external !== undefined) continue;
      this.#taken.add(child);
      joined += child.text;
    }
    return joined;
  }

  /** Takes the element's first text that was handed on and gives what the `longText` reader made of it; `undefined` where there is none. */
  external(element: XmlElement): NonNullable<unknown> | undefined {
    for (const child of element.children) {
      if (isXmlElement(child) || child.external === undefined || this.#taken.has(child)) continue;
      this.#taken.add(child);
      return child.external;
    }
    return undefined;
  }

  /** Takes an element with everything in it. What is in it can still be asked for. */
  takeAll(element: XmlElement): void {
    this.#taken.add(element);
    this.#whole.add(element);
  }

  /**
   * Everything in `element` (the whole document without it) that nobody took, in document order: attributes, elements
   * (the topmost only) and text other than white space. Namespace declarations are the reader's own and not listed.
   */
  untaken(element: XmlElement = this.#root): Untaken[] {
    return listUntaken(element, { taken: this.#taken, whole: this.#whole });
  }

  #scanForUntaken(element: XmlElement, local: string): XmlElement | undefined {
    for (const child of element.children) {
      if (isXmlElement(child) && child.local === local && !this.#taken.has(child)) return child;
    }
    return undefined;
  }

  #nextUntaken(element: XmlElement, local: string): XmlElement | undefined {
    const index = this.#index(element).get(local);
    if (index === undefined) return undefined;
    let candidate = index.elements[index.next];
    while (candidate !== undefined && this.#taken.has(candidate)) {
      index.next += 1;
      candidate = index.elements[index.next];
    }
    return candidate;
  }

  #index(element: XmlElement): Map<string, NameIndex> {
    const known = this.#indexes.get(element);
    if (known !== undefined) return known;
    const lists = new Map<string, XmlElement[]>();
    for (const child of element.children) {
      if (!isXmlElement(child)) continue;
      const list = lists.get(child.local);
      if (list === undefined) lists.set(child.local, [child]);
      else list.push(child);
    }
    const index = new Map<string, NameIndex>();
    for (const [local, elements] of lists) index.set(local, { elements, next: 0 });
    this.#indexes.set(element, index);
    return index;
  }
}
