import { isXmlElement, type XmlAttribute, type XmlElement, type XmlText } from "@gp2gp/xml";
import { xmlnsNamespace, xsiNamespace } from "./names.ts";
import type { RawAttribute, RawContent, RawElement } from "./wire-node.ts";

/** True for text that is nothing but XML's white space. */
export function isBlank(text: XmlText): boolean {
  return text.external === undefined && !/[^ \t\r\n]/u.test(text.text);
}

/** A text as it is kept. */
export function toRawText(text: XmlText): RawContent {
  return text.external === undefined ? text.text : { external: text.external };
}

/** An attribute as it is kept. */
export function toRawAttribute(attribute: XmlAttribute): RawAttribute {
  return { name: attribute.local, namespace: attribute.namespace, value: attribute.value };
}

/** An element with everything in it. Recursion is bounded by the reader's depth limit. */
export function toRawElement(element: XmlElement): RawElement {
  const hasElements = element.children.some(isXmlElement);
  const children: RawContent[] = [];
  for (const child of element.children) {
    if (isXmlElement(child)) children.push(toRawElement(child));
    else if (!hasElements || !isBlank(child)) children.push(toRawText(child));
  }
  return {
    name: element.local,
    namespace: element.namespace,
    attributes: [
      ...typePrefix(element),
      ...element.attributes
        .filter((attribute) => attribute.namespace !== xmlnsNamespace)
        .map(toRawAttribute),
    ],
    children,
  };
}

/** The declaration of the prefix that an `xsi:type` is written with: the value is not understood without it. */
function typePrefix(element: XmlElement): RawAttribute[] {
  const type = element.attributes.find(
    ({ local, namespace }) => local === "type" && namespace === xsiNamespace,
  )?.value;
  const name = type === undefined ? "" : type.slice(0, Math.max(type.indexOf(":"), 0)).trim();
  if (name === "") return [];
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent) {
    const declaration = at.attributes.find(
      ({ local, namespace }) => local === name && namespace === xmlnsNamespace,
    );
    if (declaration !== undefined)
      return [{ name, namespace: xmlnsNamespace, value: declaration.value }];
  }
  return [];
}
