import type { AnyEntry, EntryFacts, EntryOf, EntrySection, Loss } from "@gp2gp/core";
import type { ClientWriting } from "../writing/client-writing.ts";
import type { Form } from "../writing/form.ts";
import { plainForm } from "../writing/plain-form.ts";
import { Taking } from "../writing/taking.ts";
import { writeAllergy } from "./allergies/write-allergy.ts";
import { writeReminder } from "./alerts/write-reminder.ts";
import { writeCarePlan } from "./care-plans/write-care-plan.ts";
import { writeRelationship } from "./contacts/write-relationship.ts";
import { writeDocument } from "./documents/write-document.ts";
import { writeVaccination } from "./immunisations/write-vaccination.ts";
import { writeMedication, writeRepeatMedication } from "./medication/write-medication.ts";
import { writeNarrative } from "./narratives/write-narrative.ts";
import { writeObservation } from "./observations/write-observation.ts";
import { writeRecall } from "./plans/write-recall.ts";
import { writeActivity } from "./practice/write-activity.ts";
import { writePracticeItem } from "./practice/write-practice-item.ts";
import { writeReport } from "./test-reports/write-report.ts";

interface Given {
  readonly section: EntrySection;
  readonly entry: AnyEntry;
  readonly facts: EntryFacts;
  readonly record: Loss["record"];
}

/** Writes an entry as the element made for it, or in its plainest form. */
export function writeItem(given: Given, writing: ClientWriting): Form {
  const { section, entry, facts, record } = given;
  return (
    ownForm(given, writing) ??
    plainForm(new Taking(facts, entry, writing.version), section, writing, record)
  );
}

function ownForm(
  { section, entry, facts, record }: Given,
  writing: ClientWriting,
): Form | undefined {
  const fresh = <Section extends EntrySection>() =>
    new Taking(facts, entry as EntryOf<Section>, writing.version);
  switch (section) {
    case "observations":
      return writeObservation(fresh<"observations">(), writing, record);
    case "allergies":
      return writeAllergy(fresh<"allergies">(), writing, record);
    case "issues":
      return writeMedication(fresh<"issues">(), writing, record);
    case "authorisations":
      return writeRepeatMedication(fresh<"authorisations">(), writing, record);
    case "immunisations":
      return writeVaccination(fresh<"immunisations">());
    case "plans":
      return writeRecall(fresh<"plans">());
    case "carePlans":
      return writeCarePlan(fresh<"carePlans">(), () => fresh<"carePlans">());
    case "contacts":
      return writeRelationship(fresh<"contacts">());
    case "documents":
      return writeDocument(fresh<"documents">(), writing, () => fresh<"documents">());
    case "testReports":
      return writeReport(fresh<"testReports">());
    case "alerts":
      return writeReminder(fresh<"alerts">());
    case "narratives":
      return writeNarrative(fresh<"narratives">());
    case "appointmentsAndTasks":
      return (entry as EntryOf<"appointmentsAndTasks">).kind === "activity"
        ? writeActivity(fresh<"appointmentsAndTasks">())
        : writePracticeItem(fresh<"appointmentsAndTasks">(), writing);
    case "registrations":
    case "agents":
    case "consultations":
    case "groups":
    case "problems":
    case "dispenses":
    case "discontinuations":
    case "testRequests":
    case "referrals":
    case "questionnaires":
    case "links":
      return undefined;
  }
}
