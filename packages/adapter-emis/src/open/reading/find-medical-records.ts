import { isXmlElement } from "@gp2gp/xml";
import type { XmlElement } from "@gp2gp/xml";
import { medicalRecordNamespace } from "../wire/medical-record-type.ts";

/** The medical records of a document, whatever envelope they stand in. */
export function findMedicalRecords(root: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const waiting: XmlElement[] = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (isMedicalRecord(element)) {
      found.push(element);
      continue;
    }
    for (const child of element.children) if (isXmlElement(child)) waiting.push(child);
  }
  return found;
}

/** Some systems leave the namespace out. */
function isMedicalRecord({ local, namespace }: XmlElement): boolean {
  return local === "MedicalRecord" && (namespace === medicalRecordNamespace || namespace === "");
}
