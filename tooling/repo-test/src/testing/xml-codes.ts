import { isXmlElement, parseXml } from "@gp2gp/xml";
import type { XmlElement } from "@gp2gp/xml";

/** The code EMIS is shown for an entry, and the mapped code beside it. */
export interface EmisCode {
  readonly scheme: string;
  /** With its term code, where that is known. */
  readonly code: string;
  readonly map?: string;
}

/** The codes of an EMIS Open record by the id of their entry, in upper case. */
export async function codesInEmisOpen(xml: string): Promise<ReadonlyMap<string, EmisCode>> {
  const codes = new Map<string, EmisCode>();
  for (const node of elementsOf((await parseXml(xml)).root)) {
    const code = childOf(node, "Code");
    const id = textOf(childOf(node, "GUID")).slice(1, -1).toUpperCase();
    if (!code || id === "") continue;
    const map = textOf(childOf(code, "MapCode"));
    const value = textOf(childOf(code, "Value"));
    const scheme = textOf(childOf(code, "Scheme"));
    const termId = childOf(node, "TermID");
    // Where the mapped code was recorded first, TermID leads with it.
    const isFirst = textOf(childOf(termId, "Scheme")) === scheme;
    const term = textOf(childOf(termId, isFirst ? "Value" : "MapCode"));
    codes.set(id, {
      scheme,
      code: term.length === 7 && term.startsWith(value) ? term : value,
      ...(map !== "" && { map: `${textOf(childOf(code, "MapScheme"))} ${map}` }),
    });
  }
  return codes;
}

/**
 * The codes of an EHR Extract, each with its translations, words and qualifiers in one line, by the id of
 * their statement; those of a statement's drug by the id of that.
 */
export async function codesInExtract(xml: string): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>();
  for (const node of elementsOf((await parseXml(xml)).root)) {
    const product = childOf(
      childOf(childOf(node, "consumable"), "manufacturedProduct"),
      "manufacturedMaterial",
    );
    const code = childOf(product ?? node, "code");
    const id = childOf(node, "id")?.attributes.find(({ name }) => name === "root")?.value;
    if (code && id !== undefined) codes.set(id.toUpperCase(), lineOf(code));
  }
  return codes;
}

function* elementsOf(node: XmlElement): Generator<XmlElement> {
  yield node;
  for (const child of node.children) if (isXmlElement(child)) yield* elementsOf(child);
}

function childOf(node: XmlElement | undefined, name: string): XmlElement | undefined {
  return node?.children.filter(isXmlElement).find(({ local }) => local === name);
}

function textOf(node: XmlElement | undefined): string {
  return (node?.children ?? []).map((child) => (isXmlElement(child) ? "" : child.text)).join("");
}

/** An element on one line: its attributes sorted, its text, its children in order. */
function lineOf(node: XmlElement): string {
  const attributes = node.attributes.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`);
  const children = node.children.filter(isXmlElement).map(lineOf);
  return `${node.local}(${attributes.toSorted().join("")} ${textOf(node).trim()}${children.join("")})`;
}
