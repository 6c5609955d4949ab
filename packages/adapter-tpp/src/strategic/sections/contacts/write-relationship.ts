import { labelOf, sayName } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { isSameFacts } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { writeAddress } from "../address.ts";
import { contactTelecoms } from "./read-relationships.ts";

/** Writes a relative, carer or professional the patient has named. */
export function writeRelationship(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "contacts");
  const row = writing.start(placed, "SRPatientRelationship");
  const type =
    entry.relationship?.codings.find(({ system }) => system === tppSystems.relationshipType)
      ?.code ?? labelOf(entry.relationship);
  writing.putListed(row, "RelationshipType", type);
  writing.put(row, "RelationshipWithName", sayName(entry.name));
  writing.put(row, "RelationshipWithOrganisation", entry.organisation);
  writing.putDate(row, "RelationshipWithDateOfBirth", entry.birthDate);
  writing.putDate(row, "DateEnded", entry.ended);
  writeAddress("SRPatientRelationship", row, entry.addresses?.[0], writing);
  const other = entry.identifiers.find(({ system }) => system === tppSystems.strategicReporting);
  writing.put(row, "IDPatientRelationshipWith", other?.value);
  for (const [column, how] of contactTelecoms) {
    const telecom = entry.telecoms?.find(({ value: _, ...own }) => isSameFacts(own, how));
    writing.put(row, column, telecom?.value);
  }
  const { rows, text } = writeWords(row, entry, writing);
  writing.place(placed, { rows: [row, ...rows], ...(text && { text }) });
}
