import type { PatientRecord } from "@gp2gp/core";
import type { PlacedEntry, Placement, RowDraft, RowWriting, TextPlace } from "@gp2gp/tabular";
import { writeAllergy } from "../sections/allergies/write-allergy.ts";
import { writeAppointment } from "../sections/appointments-and-tasks/write-appointment.ts";
import { writeLocation } from "../sections/agents/write-location.ts";
import { writeOrganisation } from "../sections/agents/write-organisation.ts";
import { writeUser } from "../sections/agents/write-user.ts";
import { writeConsultation, writeSlotLink } from "../sections/consultations/write-consultation.ts";
import { writeAttachedDocument, writeDocument } from "../sections/documents/write-document.ts";
import { writeImmunisation } from "../sections/immunisations/write-immunisation.ts";
import { writeAuthorisation } from "../sections/medication/write-authorisation.ts";
import { writeIssue } from "../sections/medication/write-issue.ts";
import { writeObservation } from "../sections/observations/write-observation.ts";
import { writePlain } from "../sections/observations/write-plain.ts";
import { writeQualifierCell } from "../sections/observations/qualifiers.ts";
import { placeObservation, writeObservationRow } from "../sections/observations/write-row.ts";
import {
  isExternalGp,
  patientRowWriters,
  writeExternalGp,
} from "../sections/patient/write-patient-row.ts";
import { writePatient } from "../sections/patient/write-patient.ts";
import { writePlan } from "../sections/plans/write-plan.ts";
import { linkProblems, writeProblem } from "../sections/problems/write-problem.ts";
import { writeReferral } from "../sections/referrals/write-referral.ts";
import { writeStatus } from "../sections/registrations/write-status.ts";
import { writeTestReport } from "../sections/test-reports/write-test-report.ts";
import { codeCategories } from "../wire/observation-types.ts";
import { EmisWriting } from "./writing.ts";

const writings = new WeakMap<RowWriting, EmisWriting>();

/** Writes a record as rows. */
export function writeEmisCsv(_: PatientRecord, rows: RowWriting): void {
  const writing = new EmisWriting(rows);
  writings.set(rows, writing);
  const patientRow = writePatient(writing);
  rows.patientRows = [patientRow];
  const later: PlacedEntry[] = [];
  for (const placed of rows.entries()) {
    const form = writing.forms.of(placed.entry.id);
    if (form === "agent" || form === "slot-link" || form === "attached") later.push(placed);
    else writeEntry(placed, patientRow, writing);
  }
  for (const placed of later) {
    const form = writing.forms.of(placed.entry.id);
    if (form === "slot-link") writeSlotLink(placed, writing);
    else if (form === "attached") writeAttachedDocument(placed, writing);
  }
  linkProblems(
    rows.entries().filter(({ section }) => section === "problems"),
    writing,
  );
  writeAgents(
    later.filter((placed): placed is PlacedEntry<"agents"> => placed.section === "agents"),
    patientRow,
    writing,
  );
}

function writeEntry(placed: PlacedEntry, patientRow: RowDraft, writing: EmisWriting): void {
  const form = writing.forms.of(placed.entry.id);
  switch (form) {
    case "consultation":
      return writeConsultation(placed, writing);
    case "observation":
      return writeCoded(placed, writing);
    case "problem":
      return writeProblem(placed, writing);
    case "plan":
      return writePlan(placed, writing);
    case "authorisation":
      return writeAuthorisation(placed, writing);
    case "issue":
      return writeIssue(placed, writing);
    case "slot":
      return writeAppointment(placed, writing);
    case "status":
      return writeStatus(placed, writing);
    case "registration":
    case "carer":
    case "flags":
    case "contact-comments":
      return patientRowWriters[form](placed, patientRow, writing);
    case "plain":
    case "agent":
    case "slot-link":
    case "attached":
    case undefined:
      return writePlain(placed, writing);
  }
}

/** Entries that are rows of observations. */
function writeCoded(placed: PlacedEntry, writing: EmisWriting): void {
  switch (placed.section) {
    case "observations":
      return writeObservation(placed, writing);
    case "allergies":
      return writeAllergy(placed, writing);
    case "immunisations":
      return writeImmunisation(placed, writing);
    case "referrals":
      return writeReferral(placed, writing);
    case "documents":
      return writeDocument(placed, writing);
    case "testReports":
      return writeTestReport(placed, writing);
    default:
      return writeFiled(placed, writing);
  }
}

/** What a row of its type says without further columns. */
function writeFiled(placed: PlacedEntry, writing: EmisWriting): void {
  const written = writeObservationRow(placed, filingOf(placed), writing);
  const qualifiers = writeQualifierCell([], placed.entry.concept?.qualifiers ?? []);
  writing.put(written.row, "Qualifiers", qualifiers);
  placeObservation(placed, written, {}, writing);
}

function filingOf({ section }: PlacedEntry) {
  switch (section) {
    case "testRequests":
      return { form: "test-request", category: codeCategories.request } as const;
    case "groups":
      return { form: "investigation" } as const;
    case "alerts":
      return { form: "alert" } as const;
    default:
      return { form: "observation" } as const;
  }
}

/** Agents that rows refer to, and those they refer to; others are words, for the directory has them only for the sake of rows. */
function writeAgents(
  agents: readonly PlacedEntry<"agents">[],
  patientRow: RowDraft,
  writing: EmisWriting,
): void {
  const { directory, record } = writing;
  for (const placed of agents) {
    const { id } = placed.entry;
    if (directory.isReferred(id) || !isExternalGp(placed.entry, record.patient.registeredGp))
      continue;
    directory.except(id);
    writeExternalGp(placed, patientRow, writing);
  }
  for (let next = directory.next(); next; next = directory.next()) {
    switch (next.entry.kind) {
      case "organisation":
        writeOrganisation(next, writing);
        break;
      case "place":
        writeLocation(next, writing);
        break;
      default:
        writeUser(next, writing);
    }
  }
  for (const placed of agents)
    if (!directory.isReferred(placed.entry.id)) writePlain(placed, writing);
}

/** A row of words of nobody's own, in the consultation of the entry it is about and as confidential as that. */
export function addDetails(rows: RowWriting, about: Placement | undefined): TextPlace {
  const writing = writings.get(rows);
  if (!writing) throw new TypeError("details are added to rows that were not written");
  const row = writing.row("CareRecord_Observation");
  const patient = rows.patientRows[0];
  writing.put(row, "PatientGuid", patient?.cells["PatientGuid"]);
  writing.put(row, "ObservationGuid", writing.detailsKey());
  writing.put(row, "ObservationType", "Observation");
  writing.put(row, "CodeId", writing.codes.marker("words"));
  const entry = about?.entry;
  const consultation = [entry?.id, entry?.consultation].find(
    (id) => writing.forms.of(id) === "consultation",
  );
  writing.put(row, "ConsultationGuid", consultation && writing.keyOf(consultation));
  writing.putBoolean(row, "IsConfidential", (entry?.confidentiality.length ?? 0) > 0);
  return { row, column: "AssociatedText" };
}
