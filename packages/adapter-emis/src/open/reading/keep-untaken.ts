import type { Json } from "@gp2gp/core";
import { isXmlElement } from "@gp2gp/xml";
import type { Untaken, XmlDocument, XmlElement, XmlTaker } from "@gp2gp/xml";
import { issue } from "../emis-open-issues.ts";
import type { Reading } from "./reading.ts";

const schemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

/**
 * Keeps what the schema has no place for. Within the medical record that is reported; the envelope around
 * it, and what is said to schema validators, is the message's business and only kept.
 */
export function keepUntaken(
  root: XmlElement,
  { document, taker, reading }: { document: XmlDocument; taker: XmlTaker; reading: Reading },
): void {
  const inside = new Set(taker.untaken(root).map(({ node }) => node));
  for (const untaken of taker.untaken(document.root)) {
    const source = { ...reading.places.ofElement(root), pointer: untaken.path, line: untaken.line };
    const technical = !inside.has(untaken.node) || isForValidators(untaken);
    reading.residue(contentOf(untaken), { kind: technical ? "technical" : "clinical", source });
    if (!technical) reading.issues.push(issue("element-unmapped", { source }));
  }
}

function isForValidators(untaken: Untaken): boolean {
  return untaken.kind === "attribute" && untaken.node.namespace === schemaInstance;
}

function contentOf(untaken: Untaken): Json {
  switch (untaken.kind) {
    case "attribute":
      return { attribute: untaken.node.name, value: untaken.node.value };
    case "text":
      return { text: untaken.node.text };
    case "element":
      return jsonOf(untaken.node);
  }
}

/** Recursion is bounded by the reader's depth limit. */
function jsonOf(element: XmlElement): Json {
  const attributes = Object.fromEntries(element.attributes.map(({ name, value }) => [name, value]));
  const children = element.children.flatMap((child): Json[] => {
    if (isXmlElement(child)) return [jsonOf(child)];
    return child.text.trim() === "" ? [] : [child.text];
  });
  return {
    element: element.name,
    ...(element.attributes.length > 0 && { attributes }),
    ...(children.length > 0 && { children }),
  };
}
