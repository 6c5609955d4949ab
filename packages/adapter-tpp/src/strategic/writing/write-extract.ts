import type { PlacedEntry, RowWriting } from "@gp2gp/tabular";
import { writeAgents } from "../sections/agents/write-agent.ts";
import { writeAlert } from "../sections/alerts/write-alert.ts";
import { writeAllergy } from "../sections/allergies/write-allergy.ts";
import { writeCarePlan } from "../sections/care-plans/write-care-plan.ts";
import { writeEvent } from "../sections/consultations/write-event.ts";
import { writeRelationship } from "../sections/contacts/write-relationship.ts";
import { writeDocument } from "../sections/documents/write-document.ts";
import { writeImmunisation } from "../sections/immunisations/write-immunisation.ts";
import { writeLink } from "../sections/links/write-event-link.ts";
import { writeAuthorisation, writeIssue } from "../sections/medication/write-medication.ts";
import { writeObservation } from "../sections/observations/write-observation.ts";
import { writePatient } from "../sections/patient/write-patient.ts";
import { writeRecall } from "../sections/plans/write-recall.ts";
import { writePractice } from "../sections/practice/write-practice.ts";
import { writeProblem } from "../sections/problems/write-problem.ts";
import { writeQuestionnaire } from "../sections/questionnaires/write-questionnaire.ts";
import { writeReferral } from "../sections/referrals/write-referral.ts";
import { writeRegistration } from "../sections/registrations/write-registration.ts";
import { writePlain, writePlainText } from "../sections/write-plain.ts";
import { ExtractWriting } from "./extract-writing.ts";

/** Writes a record as the rows of an extract. */
export function writeExtract(rows: RowWriting): void {
  const writing = new ExtractWriting(rows);
  writePatient(writing);
  const entries = rows.entries();
  // What is over other entries, or between them, comes once those have their rows.
  const later = entries.filter(({ section }) => section === "problems" || section === "links");
  const agents = entries.filter(({ section }) => section === "agents");
  for (const placed of entries)
    if (!["problems", "links", "agents"].includes(placed.section)) writeEntry(placed, writing);
  for (const placed of later)
    if (placed.section === "problems") writeProblem(placed, writing);
    else writeLink(placed, writing);
  for (const row of rows.rows) writing.blanks.fill(row);
  const before = rows.rows.length;
  writeAgents(agents, writing);
  for (const row of rows.rows.slice(before)) writing.blanks.fill(row);
  writing.lists.write();
}

function writeEntry(placed: PlacedEntry, writing: ExtractWriting): void {
  switch (placed.section) {
    case "registrations":
      return writeRegistration(placed, writing);
    case "contacts":
      return writeRelationship(placed, writing);
    case "consultations":
      return writeEvent(placed, writing);
    case "observations":
      return writeObservation(placed, writing);
    case "allergies":
      return writeAllergy(placed, writing);
    case "authorisations":
      return writeAuthorisation(placed, writing);
    case "issues":
      return writeIssue(placed, writing);
    case "immunisations":
      return writeImmunisation(placed, writing);
    case "plans":
      return writeRecall(placed, writing);
    case "referrals":
      return writeReferral(placed, writing);
    case "documents":
      return writeDocument(placed, writing);
    case "alerts":
      return writeAlert(placed, writing);
    case "carePlans":
      return writeCarePlan(placed, writing);
    case "questionnaires":
      return writeQuestionnaire(placed, writing);
    case "appointmentsAndTasks":
      return writePractice(placed, writing);
    // The code of a heading says what stands under it, not what was found.
    case "groups":
    case "narratives":
      return writePlainText(placed, writing);
    case "dispenses":
    case "discontinuations":
    case "testRequests":
    case "testReports":
      return writePlain(placed, writing);
    case "problems":
    case "links":
    case "agents":
      throw new TypeError("written with what they are over");
  }
}
