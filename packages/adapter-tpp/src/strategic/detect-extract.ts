import type { SourcePeek } from "@gp2gp/core";
import { tableOfPart } from "./wire/bind-part.ts";

/**
 * An extract is known by its file of patients. Two of them are two extracts, which stand in folders of
 * their own; a lone table of another kind may belong to one.
 */
export function detectExtract({ parts }: SourcePeek): "yes" | "maybe" | "no" {
  const patients = parts.filter(({ name }) => tableOfPart(name) === "SRPatient");
  const [patient] = patients;
  if (patient && patients.length === 1) return isTable(patient.head) ? "yes" : "no";
  return "no";
}

/** Whether a file begins with a header row that names the identifier of rows. */
function isTable(head: Uint8Array): boolean {
  const [header = ""] = new TextDecoder("latin1").decode(head).split(/[\r\n]/, 1);
  return /(?:^|\W)RowIdentifier(?:$|\W)/.test(header) && /(?:^|\W)NHSNumber(?:$|\W)/.test(header);
}
