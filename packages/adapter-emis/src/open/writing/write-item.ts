import type { EntryOf } from "@gp2gp/core";
import { writeAllergy } from "../sections/allergies/write-allergy.ts";
import { writeAlert } from "../sections/alerts/write-alert.ts";
import { writeDocument } from "../sections/documents/write-document.ts";
import { writeEvent } from "../sections/events/write-event.ts";
import { writeIssue } from "../sections/medication/write-issue.ts";
import { writeMedication } from "../sections/medication/write-medication.ts";
import { isComposite, writeComposite } from "../sections/observations/write-composite.ts";
import { writePlan } from "../sections/plans/write-plan.ts";
import { writeReferral } from "../sections/referrals/write-referral.ts";
import { writeTestRequestHeader } from "../sections/test-requests/write-test-request.ts";
import type { AnyWire } from "../wire/wire-spec.ts";
import type { EntryForm } from "./entry-form.ts";
import { workOn } from "./entry-work.ts";
import type { EntryWork, Position } from "./entry-work.ts";
import type { IndexedEntry } from "./record-index.ts";
import type { Writing } from "./writing.ts";

/** The nodes of an entry in one of the elements that lists and consultations hold. A composite has several. */
export function writeItem(
  { section, index, entry }: IndexedEntry,
  { form, position, writing }: { form: EntryForm; position: Position; writing: Writing },
): readonly AnyWire[] {
  const work: EntryWork = workOn(section, index, { entry, position });
  switch (form) {
    case "Allergy":
      return [writeAllergy(work as EntryWork<"allergies">, writing) as AnyWire];
    case "Alert":
      return [writeAlert(work as EntryWork<"alerts">, writing) as AnyWire];
    case "Attachment":
      return [writeDocument(work as EntryWork<"documents">, writing) as AnyWire];
    case "Referral":
      return [writeReferral(work as EntryWork<"referrals">, writing) as AnyWire];
    case "Diary":
      return [writePlan(work as EntryWork<"plans">, writing) as AnyWire];
    case "Medication":
      return [writeMedication(work as EntryWork<"authorisations">, writing) as AnyWire];
    case "Issue":
      return [writeIssue(work as EntryWork<"issues">, writing) as AnyWire];
    case "TestRequestHeader":
      return [writeTestRequestHeader(work as EntryWork<"testRequests">, writing) as AnyWire];
    default:
      return isComposite(work, writing)
        ? (writeComposite(work, writing) as readonly AnyWire[])
        : [writeEvent(work, writing) as AnyWire];
  }
}

/** The ids of the entries whose nodes `writeItem` gives, in their order. */
export function ownersOf({ section, entry }: IndexedEntry, count: number): readonly string[] {
  const { components = [] } = section === "observations" ? (entry as EntryOf<"observations">) : {};
  const ids = components.map(({ id }) => id);
  if (count === 1 || components.length === 0) return [entry.id];
  return count > ids.length ? [entry.id, ...ids] : ids;
}
