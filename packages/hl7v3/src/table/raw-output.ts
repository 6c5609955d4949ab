import type { OutputElement, OutputNode, XmlContent } from "@gp2gp/xml";
import { xmlNamespace, xmlnsNamespace, xsiNamespace } from "./names.ts";
import type { ExternalText, RawAttribute, RawContent, RawElement } from "./wire-node.ts";

/** Opens text that the reader of the XML put elsewhere, to be written in its place. */
export type Splice = (external: unknown) => XmlContent;

/** Text that was put elsewhere, as content to be streamed. */
export function spliced(text: ExternalText, splice: Splice | undefined): XmlContent {
  if (splice === undefined)
    throw new TypeError(
      "Text that was put elsewhere is to be written: expected the option splice.",
    );
  return splice(text.external);
}

/** Raw content as it is written where `namespace` is the default namespace. */
export function rawOutput(
  content: RawContent,
  namespace: string,
  splice: Splice | undefined,
): OutputNode {
  if (typeof content === "string") return content;
  if ("external" in content) return spliced(content, splice);
  return rawElementOutput(content, namespace, splice);
}

function rawElementOutput(
  raw: RawElement,
  namespace: string,
  splice: Splice | undefined,
): OutputElement {
  return {
    name: raw.name,
    attributes: [
      ...(raw.namespace === namespace ? [] : [["xmlns", raw.namespace] as const]),
      ...rawAttributesOutput(raw.attributes),
    ],
    children: raw.children.map((child) => rawOutput(child, raw.namespace, splice)),
  };
}

/** Raw attributes as they are written where the prefix `xsi` is declared; other prefixes are declared on the spot. */
export function rawAttributesOutput(
  attributes: readonly RawAttribute[],
): (readonly [string, string])[] {
  const declared = new Map([
    ["", ""],
    [xsiNamespace, "xsi:"],
    [xmlNamespace, "xml:"],
    [xmlnsNamespace, "xmlns:"],
  ]);
  return attributes.flatMap(({ name, namespace, value }) => {
    const known = declared.get(namespace);
    if (known !== undefined) return [[`${known}${name}`, value] as const];
    const prefix = `ns${declared.size}`;
    declared.set(namespace, `${prefix}:`);
    return [[`xmlns:${prefix}`, namespace] as const, [`${prefix}:${name}`, value] as const];
  });
}
