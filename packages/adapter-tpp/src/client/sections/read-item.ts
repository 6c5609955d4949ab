import type { ClientReading } from "../reading/client-reading.ts";
import type { ItemReading, ItemStart } from "../reading/item-start.ts";
import type { ItemOf } from "../wire/wire-node.ts";
import { readDrugSensitivity } from "./allergies/read-drug-sensitivity.ts";
import { readReminder } from "./alerts/read-reminder.ts";
import { readCarePlan, readPatientPlan, readScratchPad } from "./care-plans/read-care-plan.ts";
import { readRelationship } from "./contacts/read-relationship.ts";
import { readAttachment, readLetter } from "./documents/read-document.ts";
import { readVaccination } from "./immunisations/read-vaccination.ts";
import { readMedication, readRepeatMedication } from "./medication/read-medication.ts";
import { readNarrative } from "./narratives/read-narrative.ts";
import { readClinicalCode } from "./observations/read-clinical-code.ts";
import { readRecall } from "./plans/read-recall.ts";
import { readActivity } from "./practice/read-activity.ts";
import { readReport } from "./test-reports/read-report.ts";

/** Reads any item of an event. */
export function readItem(
  item: ItemOf<"Event">,
  start: ItemStart,
  reading: ClientReading,
): ItemReading {
  switch (item.name) {
    case "Medication":
      return readMedication(item.node, start, reading);
    case "ClinicalCode":
      return readClinicalCode(item.node, start, reading);
    case "Reminder":
      return readReminder(item.node, start, reading);
    case "Recall":
      return readRecall(item.node, start, reading);
    case "Vaccination":
      return readVaccination(item.node, start, reading);
    case "RepeatMedication":
      return readRepeatMedication(item.node, start, reading);
    case "Letter":
      return readLetter(item.node, start, reading);
    case "PatientPlan":
      return readPatientPlan(item.node, start, reading);
    case "ScratchPad":
      return readScratchPad(item.node, start, reading);
    case "CarePlan":
      return readCarePlan(item.node, start, reading);
    case "Relationship":
      return readRelationship(item.node, start, reading);
    case "Report":
      return readReport(item.node, start, reading);
    case "Attachment":
      return readAttachment(item.node, start, reading);
    case "Activity":
      return readActivity(item.node, start, reading);
    case "Narrative":
      return readNarrative(item.node, start, reading);
    case "DrugSensitivity":
      return readDrugSensitivity(item.node, start, reading);
  }
}
