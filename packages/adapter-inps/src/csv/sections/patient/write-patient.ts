import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { labelOf } from "@gp2gp/core";
import { inpsSystems } from "../../inps-systems.ts";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { currentRegistration } from "../../writing/practice-of.ts";
import { writeDay } from "../../wire/cells.ts";
import { deceased, maritalStatuses, sexes } from "../../wire/code-tables.ts";
import { writeRegistration } from "../registrations/write-registration.ts";
import { patientTelecoms } from "./read-patient.ts";
import { writeAddress, writeTelecoms } from "./write-contact.ts";
import { writeName } from "./write-name.ts";

export function writePatient(inps: InpsWriting): void {
  const { writing } = inps;
  const { patient } = writing.record;
  const registration = currentRegistration(writing.record);
  const row = inps.addRow("patient");
  const identifierIn = (system: string) =>
    patient.identifiers.find((identifier) => identifier.system === system)?.value;
  writing.set(row, "REFERENCE", identifierIn(inpsSystems.reference));
  writing.set(row, "NHS_NUMBER", identifierIn("nhs-number"));
  writing.set(row, "PRACT_NUMBER", inps.practiceNumber);
  writing.set(row, "DATE_OF_BIRTH", writeDay(patient.birthDate));
  writing.set(row, "DATE_OF_DEATH", writeDay(patient.deathDate));
  writing.set(row, "SEX", sexes.find(([, sex]) => sex === patient.sex)?.[0]);
  writing.set(row, "MARITAL_STATUS", maritalStatuses.write(patient.maritalStatus));
  writing.set(row, "ETHNIC", labelOf(patient.ethnicity));
  writing.set(row, "GP", inps.staff(patient.registeredGp ?? registration?.gp));
  writing.set(row, "GP_USUAL", inps.staff(patient.usualGp));
  if (patient.deceased === true) writing.set(row, "ACTIVE", deceased);
  writeName(row, patient.names?.[0], writing);
  writeAddress(row, patient.addresses, writing);
  writeTelecoms(row, patient.telecoms, patientTelecoms, writing);
  writing.patientRows = [row];
  placeRegistration(row, inps);
}

/** The current registration stands in the row of the patient, where it says anything there. */
function placeRegistration(row: RowDraft, inps: InpsWriting): void {
  const { writing } = inps;
  const current = currentRegistration(writing.record);
  const placed = writing
    .entries()
    .find(({ section, entry }) => section === "registrations" && entry === current);
  if (placed) writeRegistration(row, placed as PlacedEntry<"registrations">, inps);
}
