import { formatId, withEmisData } from "../../emis-data.ts";
import type { Directory } from "../../reading/directory.ts";
import type { Place, Reading } from "../../reading/reading.ts";
import type { WireConsultationElement } from "../../wire/consultation-types.ts";
import type { WireIdent } from "../../wire/ident-types.ts";
import { readAllergy } from "../allergies/read-allergy.ts";
import { readDocument } from "../documents/read-document.ts";
import { readEvent } from "../events/read-event.ts";
import { readInvestigation } from "../groups/read-investigation.ts";
import { readMedication } from "../medication/read-medication.ts";
import { readPlan } from "../plans/read-plan.ts";
import { readReferral } from "../referrals/read-referral.ts";
import { readTestRequestHeader } from "../test-requests/read-test-request.ts";

/** What one element of a consultation holds, if anything. */
export function readItem(element: WireConsultationElement, place: Place, reading: Reading): void {
  const { Event, Medication, Diary, Referral, Allergy, Attachment, TestRequest, Investigation } =
    element;
  if (Event) {
    if (!readReference(Event, reading.entries, { place, reading }))
      readEvent(Event, place, reading);
  } else if (Medication) {
    if (!readReference(Medication, reading.medications, { place, reading }))
      readMedication(Medication, { place, form: "ConsultationElement", reading });
  } else if (Allergy) {
    if (!readReference(Allergy, reading.entries, { place, reading }))
      readAllergy(Allergy, { place, form: "ConsultationElement", reading });
  } else if (Diary) readPlan(Diary, place, reading);
  else if (Referral) readReferral(Referral, place, reading);
  else if (Attachment) readDocument(Attachment, place, reading);
  else if (TestRequest) readTestRequestHeader(TestRequest, place, reading);
  else if (Investigation) readInvestigation(Investigation, place, reading);
}

/**
 * An item that is in a list of the record already: the element says in which consultation it was made.
 * A second element that refers to it is a link.
 */
function readReference(
  item: WireIdent,
  directory: Directory,
  { place, reading }: { place: Place; reading: Reading },
): boolean {
  const id = item.GUID === undefined ? undefined : directory.find({ GUID: item.GUID });
  const found = id === undefined ? undefined : reading.find(id);
  if (id === undefined || !found) return false;
  const { entry } = found;
  if (entry.consultation === undefined && entry.within === undefined) {
    reading.place(id, place);
    return true;
  }
  reading.report("entry-repeated", item);
  const link = {
    ...reading.base(reading.freshId(`${formatId}:reference:${id}`), item, place),
    kind: "refers-to" as const,
    targets: [id],
  };
  reading.put("links", withEmisData(link, { form: "ConsultationElement" }));
  return true;
}
