import { consultationFields } from "../../wire/consultation-types.ts";
import type { WireConsultation } from "../../wire/consultation-types.ts";
import type { WireEvent } from "../../wire/coded-item-types.ts";
import { apart } from "../../wire/wire-spec.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";
import { isLocation } from "../agents/write-agents.ts";
import { writeEffective } from "../coded-items/write-coded-item.ts";
import {
  namedSlot,
  personSlot,
  writeAuthor,
  writePeople,
} from "../coded-items/write-participants.ts";

/** A consultation without its elements, and the event that carries what it has no place for. */
export function writeConsultation(
  work: EntryWork<"consultations">,
  writing: Writing,
): { readonly wire: WireConsultation; readonly carrier: WireEvent | undefined } {
  const { entry, facts } = work;
  const people = writePeople(
    work,
    [
      personSlot("UserID", "author", writing),
      personSlot("enteredBy", "entered-by", writing),
      personSlot("AccompanyingHCPID", "secondary-performer", writing),
      namedSlot("ExternalConsultant", "performer"),
    ],
    writing,
  );
  const { UserID, enteredBy, AccompanyingHCPID, ExternalConsultant } = people;
  const { location, durationMinutes } = entry;
  const placed = location !== undefined && isLocation(location, writing);
  if (placed) facts.take("location");
  const type = writing.locationTypes.refer(entry.concept);
  if (type?.exact) facts.take("concept");
  const lasting =
    durationMinutes !== undefined && /^\d+$/.test(durationMinutes) && !/^0*$/.test(durationMinutes);
  if (lasting) facts.take("durationMinutes");
  const { AssignedDate, DatePart, AssignedTime } = writeEffective(work);
  const wire: WireConsultation = {
    ...writing.head(work),
    AssignedDate: [AssignedDate ?? "", ...(AssignedTime === undefined ? [] : [AssignedTime])].join(
      " ",
    ),
    DatePart,
    UserID: typeof UserID === "object" ? UserID : undefined,
    ExternalConsultant: typeof ExternalConsultant === "string" ? ExternalConsultant : undefined,
    LocationID: placed ? writing.idents.of(location) : undefined,
    LocationTypeID: type?.ident,
    AccompanyingHCPID: typeof AccompanyingHCPID === "object" ? AccompanyingHCPID : undefined,
    Duration: lasting ? durationMinutes : undefined,
    PolicyID: writing.policies.refer(work),
    OriginalAuthor: writeAuthor(work, enteredBy),
  };
  return {
    wire: writing.finish(withoutElements, wire, work),
    carrier: writing.carrier(work),
  };
}

const withoutElements = { ...consultationFields, ElementList: apart };
