import type { Contact, Telecom } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { codedAs } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import type { ExtractReading } from "../../reading/extract-reading.ts";
import { referenceIn } from "../../wire/cells.ts";
import { readAddress } from "../address.ts";

/** The columns of the ways to reach someone. */
export const contactTelecoms = [
  ["RelationshipWithTelephone", { kind: "phone" }],
  ["RelationshipWithWorkTelephone", { kind: "phone", use: "work" }],
  ["RelationshipWithMobileTelephone", { kind: "mobile" }],
  ["RelationshipWithFax", { kind: "fax" }],
  ["RelationshipWithEmailAddress", { kind: "email" }],
] as const satisfies readonly (readonly [string, Omit<Telecom, "value">])[];

/** Reads relatives, carers and professionals. */
export function readRelationships(extract: ExtractReading): void {
  for (const row of extract.of("SRPatientRelationship")) readRelationship(row, extract);
}

function readRelationship(row: Row, extract: ExtractReading): void {
  const start = extract.start(row);
  const { RelationshipWithName: name, RelationshipWithOrganisation: organisation } = row.cells;
  const type = extract.words(row, "RelationshipType");
  const ended = extract.date(row, "DateEnded");
  const birthDate = extract.date(row, "RelationshipWithDateOfBirth");
  const address = readAddress("SRPatientRelationship", row);
  const telecoms = contactTelecoms.flatMap(([column, how]): Telecom[] => {
    const value = row.cells[column];
    return value === undefined ? [] : [{ value, ...how }];
  });
  const other = referenceIn(row.cells["IDPatientRelationshipWith"]);
  const entry: Contact = {
    ...start.shape,
    ...start.dated,
    identifiers: [
      ...start.shape.identifiers,
      ...(other === undefined ? [] : [{ system: tppSystems.strategicReporting, value: other }]),
    ],
    ...(name !== undefined && { name: { text: name } }),
    ...(type !== undefined && { relationship: codedAs(tppSystems.relationshipType, type) }),
    ...(organisation !== undefined && { organisation }),
    ...(telecoms.length > 0 && { telecoms }),
    ...(address && { addresses: [address] }),
    ...(birthDate !== undefined && { birthDate }),
    ...(ended !== undefined && { ended }),
  };
  extract.add("contacts", entry, start.origin);
}
