import type { Json, Residue } from "@gp2gp/core";
import { isXmlElement } from "@gp2gp/xml";
import type { Untaken, XmlElement } from "@gp2gp/xml";
import { formatId } from "../native-data.ts";
import { elementToJson } from "../wire/xml-json.ts";
import type { ClientReading, Home } from "./client-reading.ts";

const schemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

/** Keeps what nobody took as residue beside the entry it stands in, and reports each piece. */
export function readResidue(record: XmlElement, reading: ClientReading): void {
  const { draft, part, left } = reading;
  for (const untaken of reading.taker.untaken()) {
    const { path, line, node } = untaken;
    const source = { part, pointer: path, line };
    const { within, home, steps } = placeOf(untaken, record, reading);
    const residue: Residue = {
      format: formatId,
      ...(home && { parent: home.path }),
      order: draft.residue.length,
      kind: within && !isOfSchema(untaken) ? "clinical" : "technical",
      content: contentOf(untaken, steps, home),
      source,
    };
    const reason = untaken.kind === "text" ? undefined : left.get(node as never);
    reading.report(reason ?? "element-unmapped", {
      source,
      record: `/residue/${draft.residue.length}`,
    });
    draft.residue.push(residue);
  }
}

/** An attribute that tells of the schema and not of the patient. */
function isOfSchema({ kind, node }: Untaken): boolean {
  return kind === "attribute" && node.namespace === schemaInstance;
}

/**
 * The entry a piece stands in, and the elements from there to it; none of these where one of them became
 * nothing in the record. `within` tells whether it is in the record at all.
 */
function placeOf(
  { within: parent }: Untaken,
  record: XmlElement,
  { homes, leftOut }: ClientReading,
): {
  readonly within: boolean;
  readonly home: Home | undefined;
  readonly steps: readonly string[] | undefined;
} {
  let steps: string[] | undefined = [];
  for (let at = parent; at !== undefined; at = at.parent) {
    steps = leftOut.has(at) ? undefined : steps && [stepTo(at, leftOut), ...steps];
    const home = homes.get(at);
    if (home) return { within: true, home, steps };
    if (at === record) return { within: true, home: undefined, steps };
  }
  return { within: false, home: undefined, steps };
}

/** The name of an element with its number among those of its name beside it that the record has. */
function stepTo(element: XmlElement, leftOut: ReadonlySet<XmlElement>): string {
  let number = 1;
  for (const sibling of element.parent?.children ?? []) {
    if (sibling === element) break;
    if (isXmlElement(sibling) && sibling.local === element.local && !leftOut.has(sibling))
      number += 1;
  }
  return number === 1 ? element.local : `${element.local}[${number}]`;
}

function contentOf(
  untaken: Untaken,
  at: readonly string[] | undefined,
  home: Home | undefined,
): Json {
  const place = { ...(at && { at: [...at] }), ...(home?.id !== undefined && { entry: home.id }) };
  switch (untaken.kind) {
    case "attribute":
      return { ...place, attribute: untaken.node.name, value: untaken.node.value };
    case "element":
      return { ...place, element: elementToJson(untaken.node) };
    case "text":
      return { ...place, text: untaken.node.text };
  }
}
