import type { PatientRecord } from "@gp2gp/core";
import type { PlacedEntry, RowWriting } from "@gp2gp/tabular";
import { writeAgent } from "../sections/agents/write-agent.ts";
import { writeAllergy } from "../sections/allergies/write-allergy.ts";
import { writeEncounter } from "../sections/consultations/write-encounter.ts";
import { writeDocument } from "../sections/documents/write-document.ts";
import { isImmunisationRow } from "../sections/immunisations/immunisation-row.ts";
import { writeImmunisation } from "../sections/immunisations/write-immunisation.ts";
import { writeNarrative } from "../sections/journal/write-narrative.ts";
import { writePlain } from "../sections/journal/write-plain.ts";
import { writeAuthorisation, writeIssue } from "../sections/medication/write-medication.ts";
import { writeObservation } from "../sections/observations/write-observation.ts";
import { writePatient } from "../sections/patient/write-patient.ts";
import { writeReferral } from "../sections/referrals/write-referral.ts";
import { InpsWriting } from "./inps-writing.ts";

/** Writes a record as rows. Relations stand in the rows of what has them, and agents where rows refer to them: both come last. */
export function writeInpsCsv(_: PatientRecord, writing: RowWriting): void {
  const inps = new InpsWriting(writing);
  writePatient(inps);
  const last = new Set(["links", "agents"]);
  const entries = writing.entries();
  for (const placed of entries) if (!last.has(placed.section)) writeEntry(placed, inps);
  for (const placed of entries) if (placed.section === "links") writeEntry(placed, inps);
  for (const placed of entries) if (placed.section === "agents") writeEntry(placed, inps);
}

function writeEntry(placed: PlacedEntry, inps: InpsWriting): void {
  const { section, entry } = placed;
  switch (section) {
    case "agents":
      return writeAgent(placed as PlacedEntry<"agents">, inps);
    case "consultations":
      return writeEncounter(placed as PlacedEntry<"consultations">, inps);
    case "observations":
      return writeObservation(placed as PlacedEntry<"observations">, inps);
    case "allergies":
      return writeAllergy(placed as PlacedEntry<"allergies">, inps);
    case "authorisations":
      return writeAuthorisation(placed as PlacedEntry<"authorisations">, inps);
    case "issues":
      return writeIssue(placed as PlacedEntry<"issues">, inps);
    case "immunisations": {
      const immunisation = placed as PlacedEntry<"immunisations">;
      return isImmunisationRow(immunisation.entry)
        ? writeImmunisation(immunisation, inps)
        : writePlain(placed, inps);
    }
    case "documents":
      return writeDocument(placed as PlacedEntry<"documents">, inps);
    case "referrals":
      return writeReferral(placed as PlacedEntry<"referrals">, inps);
    case "narratives":
      return writeNarrative(placed as PlacedEntry<"narratives">, inps);
    case "registrations":
      return entry.id === inps.registration ? undefined : writePlain(placed, inps);
    case "problems":
      return inps.problems.isFacet(entry.id) ? undefined : writePlain(placed, inps);
    case "groups":
      return inps.compounds.has(entry.id) ? undefined : writePlain(placed, inps);
    case "links":
      return inps.furtherLinks.isPlaced(entry.id) ? undefined : writePlain(placed, inps);
    case "contacts":
    case "dispenses":
    case "discontinuations":
    case "testRequests":
    case "testReports":
    case "plans":
    case "carePlans":
    case "alerts":
    case "appointmentsAndTasks":
    case "questionnaires":
      return writePlain(placed, inps);
  }
}
