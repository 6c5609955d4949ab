import { isXmlElement } from "@gp2gp/xml";
import type { OutputElement, XmlElement } from "@gp2gp/xml";

/** An element of an extract that can be changed. Text stands among the children as it is. */
export interface ExtractNode {
  name: string;
  attributes: Map<string, string>;
  children: (ExtractNode | string)[];
}

/** A tree to be changed of one that was parsed; white space between elements falls away. */
export function extractTree(element: XmlElement): ExtractNode {
  const mixed = element.children.some(isXmlElement);
  const children = element.children.flatMap((child): (ExtractNode | string)[] => {
    if (isXmlElement(child)) return [extractTree(child)];
    return mixed && child.text.trim() === "" ? [] : [child.text];
  });
  const attributes = new Map(element.attributes.map(({ name, value }) => [name, value]));
  return { name: element.name, attributes, children };
}

/** The tree as it is written. */
export const outputOf = (node: ExtractNode): OutputElement => ({
  name: node.name,
  attributes: [...node.attributes],
  children: node.children.map((child) => (typeof child === "string" ? child : outputOf(child))),
});

export const elementsOf = (node: ExtractNode): ExtractNode[] =>
  node.children.filter((child) => typeof child !== "string");

/** Every element at and below a node with the one it stands in, in document order. */
export function* walk(
  node: ExtractNode,
  parent?: ExtractNode,
): Generator<{ readonly node: ExtractNode; readonly parent: ExtractNode | undefined }> {
  yield { node, parent };
  for (const child of elementsOf(node)) yield* walk(child, node);
}

/** The first element at or below a node whose name is of a form. */
export function find(node: ExtractNode, name: RegExp): ExtractNode | undefined {
  for (const one of walk(node)) if (name.test(one.node.name)) return one.node;
  return undefined;
}
