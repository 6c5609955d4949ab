import { readFileSync } from "node:fs";
import { bytesOf, sourceOfBytes } from "@gp2gp/core";
import type { Artefact, Source } from "@gp2gp/core";
import { isXmlElement, parseXml } from "@gp2gp/xml";
import type { XmlElement } from "@gp2gp/xml";
import type { Version } from "../client/wire/field.ts";

/** The artefacts of our own, and the version each is in. */
export const cases = [
  ["patient-record-whole", "patient-record"],
  ["patient-record-sparse", "patient-record"],
  ["patient-record-enveloped", "patient-record"],
  ["client-integration-whole", "client-integration"],
  ["client-integration-odd", "client-integration"],
] as const satisfies readonly (readonly [string, Version])[];

export type CaseName = (typeof cases)[number][0];

function fixtureUrl(name: string, file: string): URL {
  return new URL(`../client/__fixtures__/${name}/${file}`, import.meta.url);
}

export function sourceXml(name: CaseName): string {
  return readFileSync(fixtureUrl(name, "source.xml"), "latin1");
}

export function sourceBytes(name: CaseName): Uint8Array {
  return new Uint8Array(readFileSync(fixtureUrl(name, "source.xml")));
}

export function sourceOfCase(name: CaseName): Source {
  return sourceOfBytes("source.xml", sourceBytes(name));
}

export function sourceOfText(xml: string): Source {
  return sourceOfBytes("source.xml", new TextEncoder().encode(xml));
}

/** The record part of an artefact, as text. */
export async function xmlOf({ parts }: Artefact): Promise<string> {
  const [record] = parts;
  if (!record) throw new Error("the artefact has no part");
  return new TextDecoder().decode(await bytesOf(record));
}

/** Every leaf of the record in a document by its place: attributes, texts that say anything, elements with nothing in them. */
export async function leavesOf(xml: string | Uint8Array): Promise<Map<string, string>> {
  const { root } = await parseXml(xml);
  const leaves = new Map<string, string>();
  const record = recordIn(root);
  if (record) collect(record, `/${record.name}`, leaves);
  return leaves;
}

function recordIn(element: XmlElement): XmlElement | undefined {
  if (element.name === "PatientRecord" || element.name === "ClientIntegrationResponse")
    return element;
  for (const child of element.children) {
    const found = isXmlElement(child) ? recordIn(child) : undefined;
    if (found) return found;
  }
  return undefined;
}

const flags = new Set([
  "RepeatIssue",
  "IsAllergy",
  "IsFamilyHistory",
  "PatientToBeInformed",
  "EndedWithUnknownDate",
]);

function collect(element: XmlElement, path: string, leaves: Map<string, string>): void {
  for (const { name, value } of element.attributes)
    if (!name.startsWith("xmlns") && value !== "") leaves.set(`${path}/@${name}`, value);
  const counts = new Map<string, number>();
  let text = "";
  for (const child of element.children) {
    if (!isXmlElement(child)) {
      text += child.text;
      continue;
    }
    const count = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, count);
    collect(child, `${path}/${child.name}[${count}]`, leaves);
  }
  if (text.trim() !== "") leaves.set(path, text.trim());
  else if (flags.has(element.name)) leaves.set(path, "");
}
