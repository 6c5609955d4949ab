import type { Contact, Telecom } from "@gp2gp/core";
import { nativeOf, readAs } from "../../reading/item-start.ts";
import type { ReadItem } from "../../reading/item-start.ts";
import { readAddress, readName } from "../read-address.ts";
import { codedAs } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

/** The end date of a relationship that has no end. */
export const openEnd = "9999-12-31";
/** The type of a relationship nobody knows, and of one that is on no list. */
export const unknownRelationship = "Unknown";
export const otherRelationship = "Other";

/** A relative, carer or professional. */
export const readRelationship: ReadItem<"Relationship"> = (node, start) => {
  const name = readName(node);
  const address = node.node("Address");
  const read = address && readAddress(address);
  const type = node.text("Type");
  const organisation = node.text("OrganisationName");
  const birthDate = node.text("DateOfBirth");
  const end = node.text("EndDate");
  const telecoms: Telecom[] = [
    ...telecomOf(node.text("Telephone"), "phone"),
    ...telecomOf(node.text("WorkContact"), "phone", "work"),
  ];
  const entry: Contact = {
    ...start.shape,
    ...start.dated,
    ...(name && { name }),
    ...(type !== undefined &&
      type !== unknownRelationship && { relationship: codedAs(tppSystems.relationshipType, type) }),
    ...(organisation !== undefined && { organisation }),
    ...(telecoms.length > 0 && { telecoms }),
    ...(read && { addresses: [read] }),
    ...(birthDate !== undefined && { birthDate }),
    ...(end !== undefined && end !== openEnd && { ended: end }),
    ...(start.text !== undefined && { description: start.text }),
    ...nativeOf(node, start, end === openEnd ? { openEnd: true } : {}),
  };
  return readAs("contacts", entry, { standIns: { relationship: ["relationship"] } });
};

function telecomOf(value: string | undefined, kind: Telecom["kind"], use?: string): Telecom[] {
  if (value === undefined) return [];
  return [{ value, ...(kind && { kind }), ...(use !== undefined && { use }) }];
}
