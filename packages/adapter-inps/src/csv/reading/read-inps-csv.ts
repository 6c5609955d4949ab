import type { RowReading } from "@gp2gp/tabular";
import { inpsSystems } from "../inps-systems.ts";
import { readAllergy } from "../sections/allergies/read-allergy.ts";
import { readEncounter } from "../sections/consultations/read-encounter.ts";
import { isDocument, readDocument } from "../sections/documents/read-document.ts";
import { readImmunisation } from "../sections/immunisations/read-immunisation.ts";
import { isNarrative } from "../sections/journal/is-narrative.ts";
import { EntryRow } from "../sections/journal/entry-row.ts";
import { readMedication } from "../sections/medication/read-medication.ts";
import { readObservation } from "../sections/observations/read-observation.ts";
import { readPatient } from "../sections/patient/read-patient.ts";
import { readProblem } from "../sections/problems/read-problem.ts";
import { readReferral } from "../sections/referrals/read-referral.ts";
import { readRegistration } from "../sections/registrations/read-registration.ts";
import { parseFileName } from "../wire/file-names.ts";
import { subsetOf } from "../wire/subset.ts";
import { InpsReading } from "./inps-reading.ts";

/** Reads the rows of one patient. */
export function readInpsCsv(reading: RowReading): void {
  const inps = new InpsReading(reading);
  readExtraction(reading);
  for (const row of inps.of("patient")) {
    readPatient(row, inps);
    readRegistration(row, inps);
  }
  for (const row of inps.of("encounter"))
    readLinked(new EntryRow("encounter", row, inps), readEncounter);
  for (const row of inps.of("journal"))
    readLinked(new EntryRow("journal", row, inps), readJournalEntry);
  for (const row of inps.of("referral"))
    readLinked(new EntryRow("referral", row, inps), readReferral);
}

function readLinked(entry: EntryRow, read: (entry: EntryRow) => void): void {
  read(entry);
  entry.inps.links.addFurther(entry.row, entry.id);
}

function readJournalEntry(entry: EntryRow): void {
  const { row, inps, text } = entry;
  const subset = subsetOf(row);
  switch (subset) {
    case undefined:
      return;
    case "A":
    case "R":
    case "S":
      return readMedication(entry, subset);
    case "I":
      return readImmunisation(entry);
    case "L":
      return readAllergy(entry);
    case "P": {
      const observation = readObservation(entry);
      inps.reading.add("observations", observation, { rows: [row], text });
      return readProblem(entry, observation);
    }
    case "C":
    case "T":
      return readClinical(entry);
  }
}

function readClinical(entry: EntryRow): void {
  const { row, inps, text } = entry;
  const { reading } = inps;
  if (!isNarrative(row)) {
    if (isDocument(row)) readDocument(entry);
    else reading.add("observations", readObservation(entry), { rows: [row], text });
  } else if (!reading.takeDetails(text)) {
    const narrative = { ...entry.start("performer"), texts: entry.texts("note") };
    reading.add("narratives", narrative, { rows: [row], text });
  }
}

/** What the names of the files say of the extract, and the service it came from. */
function readExtraction(reading: RowReading): void {
  const [row] = reading.rows.of("patient");
  const name = row?.source.part === undefined ? undefined : parseFileName(row.source.part);
  const service = row?.cells["SERVICE_ID"];
  const senders = [
    ...(service === undefined ? [] : [{ system: inpsSystems.service, value: service }]),
    ...(name?.ods === undefined ? [] : [{ system: "ods", value: name.ods }]),
  ];
  reading.extraction = {
    ...reading.extraction,
    ...(name?.at !== undefined && { at: name.at }),
    ...(name?.kind !== undefined && { scope: { text: name.kind, codings: [] } }),
    ...(senders.length > 0 && { senders }),
  };
}
