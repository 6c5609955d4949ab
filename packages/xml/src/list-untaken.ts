import { elementPath } from "./element-path.ts";
import { isXmlElement } from "./xml-node.ts";
import type { XmlAttribute, XmlElement, XmlText } from "./xml-node.ts";

/** A part of a document that nobody took. */
export type Untaken = {
  /** Where, by names as written and 1-based counts among siblings of that name: `/a[1]/b[2]/@c`, `/a[1]/b[2]/text()[1]`. */
  readonly path: string;
  /** Of the attribute's start tag, of the element, or of where the text begins; 1-based. */
  readonly line: number;
  readonly column: number;
  /** The element it stands in; absent for the root. */
  readonly within?: XmlElement;
} & (
  | { readonly kind: "attribute"; readonly node: XmlAttribute }
  | { readonly kind: "element"; readonly node: XmlElement }
  | { readonly kind: "text"; readonly node: XmlText }
);

interface TakenParts {
  readonly taken: ReadonlySet<XmlElement | XmlAttribute | XmlText>;
  readonly whole: ReadonlySet<XmlElement>;
}

/** The parts of `element` that are not among those taken, in document order. */
export function listUntaken(element: XmlElement, parts: TakenParts): Untaken[] {
  const found: Untaken[] = [];
  if (isWithinWhole(element, parts.whole)) return found;
  if (parts.taken.has(element)) walk(element, elementPath(element), parts, found);
  else found.push(untakenElement(element, elementPath(element)));
  return found;
}

/** Recursion is bounded by the reader's depth limit. */
function walk(element: XmlElement, path: string, parts: TakenParts, found: Untaken[]): void {
  for (const attribute of element.attributes) {
    if (parts.taken.has(attribute) || isDeclaration(attribute)) continue;
    const { line, column } = element;
    found.push({
      kind: "attribute",
      node: attribute,
      path: `${path}/@${attribute.name}`,
      line,
      column,
      within: element,
    });
  }
  const counts = new Map<string, number>();
  let texts = 0;
  for (const child of element.children) {
    if (!isXmlElement(child)) {
      texts += 1;
      if (parts.taken.has(child) || isBlank(child)) continue;
      const { line, column } = child;
      found.push({
        kind: "text",
        node: child,
        path: `${path}/text()[${texts}]`,
        line,
        column,
        within: element,
      });
      continue;
    }
    const count = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, count);
    if (parts.whole.has(child)) continue;
    const childPath = `${path}/${child.name}[${count}]`;
    if (parts.taken.has(child)) walk(child, childPath, parts, found);
    else found.push(untakenElement(child, childPath));
  }
}

function untakenElement(element: XmlElement, path: string): Untaken {
  const { line, column, parent } = element;
  return {
    kind: "element",
    node: element,
    path,
    line,
    column,
    ...(parent === undefined ? {} : { within: parent }),
  };
}

function isWithinWhole(element: XmlElement, whole: ReadonlySet<XmlElement>): boolean {
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent)
    if (whole.has(at)) return true;
  return false;
}

function isDeclaration(attribute: XmlAttribute): boolean {
  return attribute.name === "xmlns" || attribute.name.startsWith("xmlns:");
}

function isBlank(text: XmlText): boolean {
  return text.external === undefined && !/[^ \t\r\n]/.test(text.text);
}
