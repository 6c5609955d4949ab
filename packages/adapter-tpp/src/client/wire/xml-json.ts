import type { Json, Residue } from "@gp2gp/core";
import { element, isXmlElement, xmlSafe } from "@gp2gp/xml";
import type { OutputElement, OutputNode, XmlElement } from "@gp2gp/xml";

/** What residue holds. */
export type ResidueContent = Residue["content"];

/** An element as it stands in residue: its name, attributes and content. */
export function elementToJson(xml: XmlElement): Json {
  return {
    name: xml.name,
    ...(xml.attributes.length > 0 && {
      attributes: Object.fromEntries(xml.attributes.map(({ name, value }) => [name, value])),
    }),
    ...(xml.children.length > 0 && {
      children: xml.children.map((child) =>
        isXmlElement(child) ? elementToJson(child) : child.text,
      ),
    }),
  };
}

/** The element residue holds, to be written again; undefined when it is none that XML can hold. */
export function elementFromJson(
  json: ResidueContent | undefined,
  depth = 0,
): OutputElement | undefined {
  if (!isObject(json) || typeof json["name"] !== "string" || depth > 200) return undefined;
  const attributes = isObject(json["attributes"]) ? Object.entries(json["attributes"]) : [];
  const children = Array.isArray(json["children"]) ? json["children"] : [];
  const nodes: OutputNode[] = [];
  for (const child of children) {
    const node = typeof child === "string" ? writable(child) : elementFromJson(child, depth + 1);
    if (node === undefined) return undefined;
    nodes.push(node);
  }
  const written: [string, string][] = [];
  for (const [name, value] of attributes) {
    if (typeof value !== "string" || !isName(name) || writable(value) === undefined)
      return undefined;
    written.push([name, value]);
  }
  return isName(json["name"]) ? element(json["name"], written, nodes) : undefined;
}

/** The words in a piece of residue, one text or attribute a line. */
export function wordsOfJson(json: ResidueContent | undefined): string[] {
  if (typeof json === "string") return json.trim() === "" ? [] : [json.trim()];
  if (typeof json === "number" || typeof json === "boolean") return [String(json)];
  if (Array.isArray(json)) return json.flatMap((item) => wordsOfJson(item));
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([key, value]) => {
    const words = wordsOfJson(value);
    const single = typeof value === "object" ? undefined : words[0];
    return single === undefined ? words : [`${key}: ${single}`];
  });
}

export function isObject(
  json: ResidueContent | undefined,
): json is Readonly<Record<string, ResidueContent>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** A name without a prefix, which might be declared somewhere else. */
const isName = (name: string): boolean => /^[A-Za-z_][\w.-]*$/.test(name);
const writable = (text: string): string | undefined =>
  xmlSafe(text).replaced === 0 ? text : undefined;
