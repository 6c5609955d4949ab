import { element, isXmlElement, parseXmlText, XmlError, xmlSafe, xmlText } from "@gp2gp/xml";
import type { XmlElement } from "@gp2gp/xml";

/** A key or value of a qualifier: its words, and a code where EMIS gives one. */
export interface QualifierWords {
  readonly text: string;
  readonly codeId?: string;
}

/** One qualifier of an observation, such as the batch of a vaccine or the side of the body. */
export interface QualifierItem {
  readonly key: QualifierWords;
  readonly value?: QualifierWords;
}

/** What EMIS writes for a key that has no code. */
const noCode = "0";

/** The qualifiers of a cell: `<qualifier><item><key codeId="0">…</key><value>…</value></item></qualifier>`; undefined where it is anything else. */
export function readQualifiers(cell: string): readonly QualifierItem[] | undefined {
  const root = rootOf(cell);
  if (root?.name !== "qualifier" || root.attributes.length > 0) return undefined;
  const items: QualifierItem[] = [];
  for (const child of elementsOf(root) ?? []) {
    const item = itemOf(child);
    if (!item) return undefined;
    items.push(item);
  }
  return elementsOf(root) && items.length > 0 ? items : undefined;
}

function rootOf(cell: string): XmlElement | undefined {
  try {
    return parseXmlText(cell);
  } catch (error) {
    if (XmlError.isInstance(error)) return undefined;
    throw error;
  }
}

function itemOf(node: XmlElement): QualifierItem | undefined {
  const [key, value, ...more] = elementsOf(node) ?? [];
  if (node.name !== "item" || node.attributes.length > 0 || more.length > 0) return undefined;
  const [name, words] = [wordsOf(key, "key"), wordsOf(value, "value")];
  if (!name || (value && !words)) return undefined;
  return { key: name, ...(words && { value: words }) };
}

function wordsOf(node: XmlElement | undefined, name: string): QualifierWords | undefined {
  if (node?.name !== name || node.children.some(isXmlElement)) return undefined;
  const text = node.children.map((child) => (isXmlElement(child) ? "" : child.text)).join("");
  const [code, ...more] = node.attributes;
  if (text === "" || more.length > 0 || (code && code.name !== "codeId")) return undefined;
  return {
    text,
    ...(code && code.value !== noCode && code.value !== "" && { codeId: code.value }),
  };
}

/** The elements in a node that holds nothing else but white space. */
function elementsOf(node: XmlElement): readonly XmlElement[] | undefined {
  const isPlain = node.children.every((child) => isXmlElement(child) || child.text.trim() === "");
  return isPlain ? node.children.filter(isXmlElement) : undefined;
}

/** The cell of qualifiers; undefined for none, and for words XML cannot hold. */
export function writeQualifiers(items: readonly QualifierItem[]): string | undefined {
  if (items.length === 0) return undefined;
  const words = items.flatMap(({ key, value }) => [key, value]);
  if (words.some((one) => one && xmlSafe(one.text).text !== one.text)) return undefined;
  return xmlText(
    element(
      "qualifier",
      {},
      items.map(({ key, value }) =>
        element("item", {}, [
          element("key", { codeId: key.codeId ?? noCode }, [key.text]),
          ...(value
            ? [
                element("value", value.codeId === undefined ? {} : { codeId: value.codeId }, [
                  value.text,
                ]),
              ]
            : []),
        ]),
      ),
    ),
  );
}
