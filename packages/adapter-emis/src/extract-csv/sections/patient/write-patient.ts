import type { Identifier, Patient, PersonName } from "@gp2gp/core";
import type { RowDraft } from "@gp2gp/tabular";
import { guidOfId, isGuidId } from "../../../shared/guid.ts";
import { sexes } from "../../../shared/sexes.ts";
import { bareKey } from "../../reading/live-rows.ts";
import { writeDate } from "../../wire/cells.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { temporaryType } from "../../wire/registration-words.ts";
import { chooseRegistration } from "../registrations/choose-registration.ts";
import { typeWords } from "../registrations/read-registrations.ts";
import { flagColumns } from "../alerts/read-patient-flags.ts";
import { writeAddress } from "../agents/write-location.ts";
import { madeUpPatientKey, madeUpPersonKey, madeUpPracticeKey } from "./patient-keys.ts";
import {
  identifierColumns,
  patientKeySystem,
  patientTelecoms,
  personKeySystem,
  temporaryAddress,
} from "./read-patient.ts";

/** Writes the row of the patient, and the keys all other rows of the patient have. */
export function writePatient(writing: EmisWriting): RowDraft {
  const { patient, registrations } = writing.record;
  const row = writing.row("Admin_Patient");
  for (const [column, system] of identifierColumns)
    writing.put(row, column, valueOf(patient.identifiers, system));
  writing.put(row, "DateOfBirth", writeDate(patient.birthDate));
  writeNames(row, patient.names ?? [], writing);
  const registration = chooseRegistration(registrations);
  writeKeys(row, { patient, practice: registration?.practice }, writing);
  writing.put(row, "Sex", sexes.write(patient.sex));
  writing.put(row, "DateOfDeath", writeDate(patient.deathDate));
  const isTemporary = registration?.type?.codings.some(
    ({ system, code }) => system === typeWords.system && code === temporaryType,
  );
  const addresses = patient.addresses ?? [];
  const address = isTemporary
    ? addresses.find(({ use }) => use === temporaryAddress)
    : (addresses.find(({ use }) => use === undefined || use === "home") ?? addresses[0]);
  if (address) writeAddress(row, address, writing);
  writeTelecoms(row, patient, writing);
  for (const [column] of flagColumns) writing.putFlag(row, column, false);
  writing.put(
    row,
    "UsualGpUserInRoleGuid",
    writing.directory.keyOf("Admin_UserInRole", patient.usualGp),
  );
  reportMissing(patient, writing);
  return row;
}

function valueOf(identifiers: readonly Identifier[], system: string): string | undefined {
  return identifiers.find((one) => one.system === system)?.value;
}

function writeKeys(
  row: RowDraft,
  { patient, practice }: { readonly patient: Patient; readonly practice: string | undefined },
  writing: EmisWriting,
): void {
  const { newId } = writing.rows.context;
  const written = identifierColumns.flatMap(([column, system]): Identifier[] => {
    const value = row.cells[column];
    return value === undefined ? [] : [{ system, value }];
  });
  const own = valueOf(patient.identifiers, patientKeySystem);
  const key =
    own !== undefined && isGuidId(own) ? own : madeUpPatientKey(written, row.cells, newId);
  if (key !== own) writing.rows.report("id-generated", { record: "/patient" });
  const person = valueOf(patient.identifiers, personKeySystem);
  const personKey = person !== undefined && isGuidId(person) ? person : madeUpPersonKey(key, newId);
  const practiceKey =
    writing.directory.keyOf("Admin_Organisation", practice) ??
    guidOfId(madeUpPracticeKey(bareKey(key), newId));
  writing.keys = { patient: guidOfId(key), practice: practiceKey };
  writing.put(row, "PatientGuid", writing.keys.patient);
  writing.put(row, "OrganisationGuid", practiceKey);
  writing.put(row, "PersonGuid", guidOfId(personKey));
}

/** The name people know the patient by; one that is given whole stands where the surname does, so that it is seen. */
function writeNames(row: RowDraft, names: readonly PersonName[], writing: EmisWriting): void {
  const name = names.find(({ use }) => use === undefined || use === "usual") ?? names[0];
  if (!name) return;
  const { prefixes = [], given = [], family = [], text } = name;
  const [first, ...middle] = given;
  writing.put(row, "Title", prefixes.length > 0 ? prefixes.join(" ") : undefined);
  writing.put(row, "GivenName", first);
  writing.put(row, "MiddleNames", middle.length > 0 ? middle.join(" ") : undefined);
  const hasParts = prefixes.length + given.length + family.length > 0;
  writing.put(row, "Surname", family.length > 0 ? family.join(" ") : hasParts ? undefined : text);
}

/** Numbers and addresses in the columns of their kind, as far as they stand in the order of these. */
function writeTelecoms(row: RowDraft, { telecoms = [] }: Patient, writing: EmisWriting): void {
  let next = 0;
  for (const { value, kind, use } of telecoms) {
    const at = patientTelecoms.findIndex(
      ([, about], place) =>
        place >= next && about.kind === kind && ("use" in about ? about.use : undefined) === use,
    );
    const [column] = patientTelecoms[at] ?? [];
    if (column !== undefined && writing.put(row, column, value)) next = at + 1;
  }
}

/** What the extract demands of a patient and nobody has said. */
function reportMissing(patient: Patient, writing: EmisWriting): void {
  const known = {
    DateOfBirth: patient.birthDate,
    Sex: patient.sex,
    Surname: patient.names?.[0],
    GivenName: patient.names?.[0],
  };
  for (const [field, value] of Object.entries(known))
    if (value === undefined)
      writing.rows.report("demographics-missing", { record: "/patient", detail: { field } });
}
