import type { RowReading } from "@gp2gp/tabular";
import { readDrugSensitivities } from "../sections/allergies/read-drug-sensitivity.ts";
import { readAlerts } from "../sections/alerts/read-alerts.ts";
import { readCarePlans } from "../sections/care-plans/read-care-plans.ts";
import { readEvents } from "../sections/consultations/read-event.ts";
import { readRelationships } from "../sections/contacts/read-relationships.ts";
import { readDocuments } from "../sections/documents/read-document.ts";
import { readImmunisations } from "../sections/immunisations/read-immunisation.ts";
import { readEventLinks } from "../sections/links/read-event-link.ts";
import { readMedication } from "../sections/medication/read-medication.ts";
import { readNarratives } from "../sections/narratives/read-narratives.ts";
import { readCodes } from "../sections/observations/read-code.ts";
import { readPatient } from "../sections/patient/read-patient.ts";
import { readRecalls } from "../sections/plans/read-recall.ts";
import { readPractice } from "../sections/practice/read-practice.ts";
import { readProblems } from "../sections/problems/read-problem.ts";
import { readQuestionnaires } from "../sections/questionnaires/read-questionnaires.ts";
import { readReferrals } from "../sections/referrals/read-referral.ts";
import { readRegistrations } from "../sections/registrations/read-registrations.ts";
import { ExtractReading } from "./extract-reading.ts";
import { keepExtract } from "./keep-extract.ts";

/** Reads the rows of one patient into entries, table by table. */
export function readExtract(rows: RowReading): void {
  const extract = new ExtractReading(rows);
  readPatient(extract);
  readRegistrations(extract);
  readRelationships(extract);
  readEvents(extract);
  readCodes(extract);
  readProblems(extract);
  readDrugSensitivities(extract);
  readMedication(extract);
  readImmunisations(extract);
  readRecalls(extract);
  readReferrals(extract);
  readDocuments(extract);
  readAlerts(extract);
  readCarePlans(extract);
  readQuestionnaires(extract);
  readPractice(extract);
  readEventLinks(extract);
  extract.agents.addAll();
  readNarratives(extract);
  keepExtract(extract);
}
