import { parseNhsNumber } from "@gp2gp/core";
import type { Identifier, Patient } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { inpsSystems } from "../../inps-systems.ts";
import type { InpsReading } from "../../reading/inps-reading.ts";
import { readDay } from "../../wire/cells.ts";
import { deceased, maritalStatuses, sexes } from "../../wire/code-tables.ts";
import { isKey } from "../../wire/row-keys.ts";
import { readAddresses, readTelecoms } from "./read-contact.ts";
import { readName } from "./read-name.ts";

export const patientTelecoms = [
  ["PHONE_NUMBER", "phone"],
  ["MOBILE_NUMBER", "mobile"],
  ["EMAIL", "email"],
] as const;

export function readPatient(row: Row, inps: InpsReading): void {
  const { cells } = row;
  const { SEX, MARITAL_STATUS, ETHNIC } = cells;
  if (cells["ACTION"] === "D") inps.report("patient-deleted", { source: row.source });
  const name = readName(row);
  const born = dayIn("DATE_OF_BIRTH", row, inps);
  const died = dayIn("DATE_OF_DEATH", row, inps);
  const sex = sexes.find(([letter]) => letter === SEX)?.[1];
  const unknown = (column: string) =>
    inps.report("value-unmapped", { source: { ...row.source, pointer: column } });
  if (SEX !== undefined && !sex) unknown("SEX");
  if (MARITAL_STATUS !== undefined && !maritalStatuses.has(MARITAL_STATUS))
    unknown("MARITAL_STATUS");
  const addresses = readAddresses(row);
  const telecoms = readTelecoms(row, patientTelecoms);
  const gp = inps.agents.staff(cells["GP"]);
  const usualGp = inps.agents.staff(cells["GP_USUAL"]);
  const patient: Patient = {
    identifiers: patientIdentifiers(row),
    ...(name && { names: [name] }),
    ...(born !== undefined && { birthDate: born }),
    ...(died !== undefined && { deathDate: died }),
    ...(cells["ACTIVE"] === deceased && { deceased: true }),
    ...(sex && { sex }),
    ...(addresses && { addresses }),
    ...(telecoms && { telecoms }),
    ...(MARITAL_STATUS !== undefined && { maritalStatus: maritalStatuses.read(MARITAL_STATUS) }),
    // The format has the term of the latest ethnicity code, cut off; the code itself is in the journal.
    ...(ETHNIC !== undefined && { ethnicity: { text: ETHNIC, codings: [] } }),
    ...(gp !== undefined && { registeredGp: gp }),
    ...(usualGp !== undefined && { usualGp }),
  };
  inps.reading.setPatient(patient, { rows: [row] });
}

/** The identifiers in the row of a patient. A PID that a writer made of another is none of its own. */
export function patientIdentifiers({ cells }: Row): Identifier[] {
  const { PID, REFERENCE, NHS_NUMBER, PRACT_NUMBER } = cells;
  const nhs = NHS_NUMBER === undefined ? undefined : (parseNhsNumber(NHS_NUMBER) ?? NHS_NUMBER);
  const isOwn = PID !== undefined && PID !== nhs && !isKey(PID);
  const found: readonly (readonly [system: string, value: string | undefined])[] = [
    ["nhs-number", nhs],
    [inpsSystems.patient, isOwn ? PID : undefined],
    [inpsSystems.reference, REFERENCE],
    [inpsSystems.practiceNumber, PRACT_NUMBER],
  ];
  return found.flatMap(([system, value]) => (value === undefined ? [] : [{ system, value }]));
}

/** A date of the patient; one that cannot be read stays with the format. */
function dayIn(column: string, row: Row, inps: InpsReading): string | undefined {
  const day = readDay(row.cells[column]);
  if (day.is === "malformed")
    inps.report("date-malformed", { source: { ...row.source, pointer: column } });
  return day.is === "value" ? day.value : undefined;
}
