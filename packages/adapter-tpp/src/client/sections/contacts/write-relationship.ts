import { labelOf } from "@gp2gp/core";
import type { Contact } from "@gp2gp/core";
import { nativeDataOf } from "../../native-data.ts";
import { relationshipTypes } from "../../wire/relationship-types.ts";
import type { WireInput } from "../../wire/wire-types.ts";
import { wholeForm } from "../../writing/form.ts";
import type { Form } from "../../writing/form.ts";
import type { Taking } from "../../writing/taking.ts";
import { writeAddress, writeName } from "../write-address.ts";
import { openEnd, otherRelationship, unknownRelationship } from "./read-relationship.ts";
import { isSaid, isSameFacts, onlyCodeIn } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

/** A relative, carer or professional. A relationship that is not a code of the format's list is carried beside the nearest that is. */
export function writeRelationship(taking: Taking<Contact>): Form | undefined {
  const { entry } = taking;
  const isOpen = nativeDataOf(entry).openEnd === true && entry.ended === undefined;
  const fields: WireInput<"Relationship"> = {
    ...writeName(entry.name, taking, "name"),
    Address: writeAddress(entry.addresses?.[0], taking, "addresses", 0),
    Type: typeOf(taking),
    OrganisationName: taking.words("organisation"),
    ...telecomFields(taking),
    EndDate: isOpen ? openEnd : endOf(taking),
    DateOfBirth: taking.date("date", "birthDate"),
  };
  return wholeForm(taking, "Relationship", fields, {
    text: taking.words("description"),
    reasons: { relationship: "value-not-representable" },
  });
}

function typeOf(taking: Taking<Contact>): string {
  const { relationship } = taking.entry;
  if (!isSaid(relationship)) return unknownRelationship;
  const type = onlyCodeIn(tppSystems.relationshipType, relationship);
  const isOpen =
    taking.version === "client-integration" &&
    nativeDataOf(taking.entry).offList?.includes("Type") === true;
  if (type !== undefined && type !== unknownRelationship && (isOpen || onList(type) === type)) {
    taking.take("relationship");
    return type;
  }
  // What is shown beside the relationship that is carried: the same word where the list has it.
  return onList(labelOf(relationship) ?? "") ?? otherRelationship;
}

function onList(words: string): string | undefined {
  const wanted = words.trim().toLowerCase();
  const type = relationshipTypes.find((known) => known.toLowerCase() === wanted);
  return type === unknownRelationship ? undefined : type;
}

/** The date that means an open end cannot be the end. */
function endOf(taking: Taking<Contact>): string | undefined {
  return taking.entry.ended === openEnd ? undefined : taking.date("date", "ended");
}

/** The first number the format has an element for, of either kind, as long as they stand in its order. */
function telecomFields(
  taking: Taking<Contact>,
): Pick<WireInput<"Relationship">, "Telephone" | "WorkContact"> {
  const telecoms = taking.entry.telecoms ?? [];
  const telephone = telecoms.findIndex(({ value: _, ...how }) =>
    isSameFacts(how, { kind: "phone" }),
  );
  const work = telecoms.findIndex(({ value: _, ...how }) =>
    isSameFacts(how, { kind: "phone", use: "work" }),
  );
  const take = (index: number): string | undefined => {
    if (index < 0) return undefined;
    const words = taking.words("telecoms", index, "value");
    if (words !== undefined) taking.take("telecoms", index);
    return words;
  };
  const isInOrder = telephone < 0 || work < 0 || telephone < work;
  return { Telephone: take(telephone), WorkContact: isInOrder ? take(work) : undefined };
}
