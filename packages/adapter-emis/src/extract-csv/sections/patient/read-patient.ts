import { identifierSystems, newEntry, parseNhsNumber } from "@gp2gp/core";
import type { Identifier, Patient, Telecom } from "@gp2gp/core";
import type { Cells, Row } from "@gp2gp/tabular";
import { emisSystems } from "../../../shared/emis-systems.ts";
import { sexes } from "../../../shared/sexes.ts";
import { listOf, wordsOf } from "../../../shared/words.ts";
import { issue } from "../../emis-csv-issues.ts";
import { bareKey } from "../../reading/live-rows.ts";
import type { EmisReading } from "../../reading/reading.ts";
import { isTrue } from "../../wire/cells.ts";
import { patientTypeWords, temporaryType } from "../../wire/registration-words.ts";
import { addressOf } from "../agents/read-location.ts";
import { madeUpPatientKey, madeUpPersonKey } from "./patient-keys.ts";

/** Columns of the patient that hold identifiers, in the order the record has them. */
export const identifierColumns = [
  ["NhsNumber", identifierSystems.nhsNumber],
  ["PatientNumber", "emis:patient-number"],
] as const;
/** Columns that name the patient, and the person across registrations, by GUID. */
export const patientKeySystem = emisSystems.patient;
export const personKeySystem = "emis:person";

export const patientTelecoms = [
  ["HomePhone", { kind: "phone", use: "home" }],
  ["MobilePhone", { kind: "mobile" }],
  ["EmailAddress", { kind: "email" }],
] as const satisfies readonly (readonly [string, Omit<Telecom, "value">])[];

/** The patient of a row; what else the row says stands in entries of its own. */
export function readPatient(row: Row, reading: EmisReading): void {
  const { cells, source } = row;
  const { Title, GivenName, MiddleNames, Surname, Sex, PatientTypeDescription } = cells;
  const sex = sexes.read(Sex?.trim().toUpperCase());
  if (Sex !== undefined && sex === undefined) reading.rows.report("value-unmapped", { source });
  const birthDate = reading.date(row, "DateOfBirth");
  const deathDate = reading.date(row, "DateOfDeath");
  const name = {
    ...listOf("prefixes", Title),
    ...listOf("given", GivenName),
    ...listOf("family", Surname),
  };
  const given = [...(name.given ?? []), ...(wordsOf("given", MiddleNames).given ?? [])];
  const named = given.length > 0 ? { ...name, given } : name;
  const address = addressOf(cells);
  const isTemporary = patientTypeWords.numberOf(PatientTypeDescription ?? "") === temporaryType;
  const telecoms = patientTelecoms.flatMap(([column, about]): Telecom[] => {
    const value = cells[column];
    return value === undefined ? [] : [{ value, ...about }];
  });
  const usualGp = reading.directory.user(row, "UsualGpUserInRoleGuid");
  const registeredGp = readExternalGp(row, reading);
  const patient: Patient = {
    identifiers: identifiersOf(cells, reading.rows.context.newId),
    ...(Object.keys(named).length > 0 && { names: [named] }),
    ...(birthDate !== undefined && { birthDate }),
    ...(deathDate !== undefined && { deathDate, deceased: true }),
    ...(sex && { sex }),
    ...(address && {
      addresses: [isTemporary ? { use: temporaryAddress, ...address } : address],
    }),
    ...(telecoms.length > 0 && { telecoms }),
    ...(usualGp !== undefined && { usualGp }),
    ...(registeredGp !== undefined && { registeredGp }),
    source,
  };
  reading.rows.setPatient(patient, { rows: [row] });
  if (cells["NhsNumber"] !== undefined && parseNhsNumber(cells["NhsNumber"]) === undefined)
    reading.rows.issues.push(issue("nhs-number-invalid", { source }));
  if (isTrue(cells["DummyType"])) reading.rows.issues.push(issue("patient-is-test", { source }));
}

/** Use of the address of a temporary patient, which stands in the place of the patient's own. */
export const temporaryAddress = "temporary";

/** Identifiers that tell one patient from all others of a bundle: a number of a practice's own does not. */
export function tellingIdentifiers(cells: Cells, newId: (seed: string) => string): Identifier[] {
  const numbers: readonly string[] = identifierColumns.slice(1).map(([, system]) => system);
  return identifiersOf(cells, newId).filter(({ system }) => !numbers.includes(system));
}

/** The identifiers of a row; keys made up for a patient who has none are none. */
function identifiersOf(cells: Cells, newId: (seed: string) => string): Identifier[] {
  const own = identifierColumns.flatMap(([column, system]): Identifier[] => {
    const cell = cells[column]?.trim() ?? "";
    const value = system === identifierSystems.nhsNumber ? (parseNhsNumber(cell) ?? cell) : cell;
    return value === "" ? [] : [{ system, value }];
  });
  const patientKey = bareKey(cells["PatientGuid"] ?? "");
  const isMadeUp = patientKey === madeUpPatientKey(own, cells, newId);
  const all = isMadeUp ? own : [...own, { system: patientKeySystem, value: patientKey }];
  const person = cells["PersonGuid"];
  if (person === undefined || bareKey(person) === madeUpPersonKey(patientKey, newId)) return all;
  return [...all, { system: personKeySystem, value: bareKey(person) }];
}

/** The usual GP of a patient who is registered elsewhere: a name, and seldom more. */
function readExternalGp(row: Row, reading: EmisReading): string | undefined {
  const { ExternalUsualGP, ExternalUsualGPGuid } = row.cells;
  if (ExternalUsualGP === undefined && ExternalUsualGPGuid === undefined) return undefined;
  const id =
    ExternalUsualGPGuid === undefined
      ? reading.newId("external usual gp")
      : reading.idOf("external usual gp", ExternalUsualGPGuid);
  const represents = reading.directory.organisation(row, "ExternalUsualGPOrganisation");
  reading.rows.add(
    "agents",
    {
      ...newEntry(id, reading.rows.nextOrder(), row.source),
      kind: "person",
      ...(ExternalUsualGP !== undefined && { person: { text: ExternalUsualGP } }),
      ...(represents !== undefined && { represents }),
    },
    { rows: [row] },
  );
  return id;
}
