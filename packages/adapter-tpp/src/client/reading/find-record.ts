import { isXmlElement } from "@gp2gp/xml";
import type { XmlElement, XmlTaker } from "@gp2gp/xml";
import type { Version } from "../wire/field.ts";

export interface FoundRecord {
  readonly element: XmlElement;
  readonly version: Version;
}

/** How deep an envelope may hide the record, and how many elements of it are looked at. */
const envelopeDepth = 8;
const envelopeWidth = 1000;

const versionOf = new Map<string, Version>([
  ["PatientRecord", "patient-record"],
  ["ClientIntegrationResponse", "client-integration"],
]);

/** The records of a document: its root, or what an envelope holds. An answer without a record is none. */
export function findRecords(root: XmlElement): FoundRecord[] {
  const found: FoundRecord[] = [];
  let level: readonly XmlElement[] = [root];
  for (let depth = 0; depth < envelopeDepth && level.length > 0; depth++) {
    const next: XmlElement[] = [];
    for (const element of level.slice(0, envelopeWidth)) {
      const version = versionOf.get(element.local);
      const record = version && { element, version };
      if (record && holdsRecord(record)) found.push(record);
      else for (const child of element.children) if (isXmlElement(child)) next.push(child);
    }
    level = next;
  }
  return found;
}

function holdsRecord({ element, version }: FoundRecord): boolean {
  const holder = version === "patient-record" ? "Patient" : "Response";
  return childOf(childOf(element, holder), "Identity") !== undefined;
}

/** Takes the elements around the record, so that only what else stands in them is left. */
export function takeWayTo(record: XmlElement, taker: XmlTaker): void {
  const way: XmlElement[] = [];
  for (let at: XmlElement | undefined = record; at?.parent; at = at.parent) way.unshift(at);
  for (const step of way) {
    let taken = step.parent && taker.child(step.parent, step.local);
    while (step.parent && taken && taken !== step) taken = taker.child(step.parent, step.local);
  }
}

/** What ids are made from: the number the artefact names the patient by. */
export function patientKeyOf({ element, version }: FoundRecord): string {
  const holder = version === "patient-record" ? "Patient" : "Response";
  const identity = childOf(childOf(element, holder), "Identity");
  for (const name of ["NHSNumber", "NhsNumber", "PseudoNumber"]) {
    const number = childOf(identity, name);
    const text = number?.children.map((child) => (isXmlElement(child) ? "" : child.text)).join("");
    if (text !== undefined && text.trim() !== "") return text;
  }
  return "";
}

function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(
    (child): child is XmlElement => isXmlElement(child) && child.local === name,
  );
}
