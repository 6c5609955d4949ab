import { isXmlElement, type XmlElement } from "@gp2gp/xml";
import { ElementPaths } from "../table/element-paths.ts";
import { hl7Namespace, xmlnsNamespace } from "../table/names.ts";
import { isBlank } from "../table/raw-element.ts";

/** One fact of what stands around a message: an attribute or a text of the envelope. */
export interface EnvelopeLeaf {
  /** The path of the element; an attribute's ends in `/@name`. */
  readonly path: string;
  readonly value: string;
  readonly line: number;
  readonly column: number;
}

/** A message in a document. */
export interface FoundMessage {
  readonly element: XmlElement;
  /** Other elements of the kind that stand in the document; the first in document order is `element`. */
  readonly others: readonly XmlElement[];
}

/** True for an element of HL7's namespace, or of none: some messages lack the declaration. */
function isHl7(element: XmlElement): boolean {
  return element.namespace === hl7Namespace || element.namespace === "";
}

/** The elements of a name at or below `root` that do not stand in one another, in document order. */
export function findMessage(root: XmlElement, name: RegExp): FoundMessage | undefined {
  const found: XmlElement[] = [];
  const waiting: XmlElement[] = [root];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (isHl7(at) && name.test(at.local)) found.push(at);
    else for (const child of at.children.toReversed()) if (isXmlElement(child)) waiting.push(child);
  }
  const [element, ...others] = found;
  return element === undefined ? undefined : { element, others };
}

/** What stands around a message: every attribute and text of the document outside it, in document order. */
export function envelopeLeaves(root: XmlElement, message: XmlElement): readonly EnvelopeLeaf[] {
  const leaves: EnvelopeLeaf[] = [];
  const paths = new ElementPaths();
  const visit = (element: XmlElement): void => {
    if (element === message) return;
    const path = paths.pathOf(element);
    const { line, column } = element;
    for (const { name, namespace, value } of element.attributes)
      if (namespace !== xmlnsNamespace)
        leaves.push({ path: `${path}/@${name}`, value, line, column });
    for (const child of element.children) {
      if (isXmlElement(child)) visit(child);
      else if (!isBlank(child))
        leaves.push({ path, value: child.text, line: child.line, column: child.column });
    }
  };
  visit(root);
  return leaves;
}
