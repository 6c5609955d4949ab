import { identifierSystems } from "@gp2gp/core";
import type { Address, Patient, Telecom } from "@gp2gp/core";
import type { RowDraft } from "@gp2gp/tabular";
import { sexLetters } from "../../../shared/sex-letters.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import { dateToCell } from "../../wire/cells.ts";
import { isMadeNumber } from "../../wire/row-numbers.ts";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeAddress } from "../address.ts";
import { addressTypeOf, contactTypeOf } from "./contact-types.ts";
import { previous } from "./read-patient.ts";

/** Writes who the patient is, addresses and numbers in tables of their own. */
export function writePatient(writing: ExtractWriting): void {
  const { patient } = writing.rows.record;
  const row = writing.add("SRPatient");
  const number = numberOf(patient, writing);
  writing.put(row, "RowIdentifier", number);
  writing.rows.patientRows = [row];
  const identifier = (system: string) =>
    patient.identifiers.find((one) => one.system === system && one.assigner === undefined)?.value;
  writing.put(row, "NHSNumber", identifier(identifierSystems.nhsNumber));
  writing.put(row, "SSRef", identifier(tppSystems.socialServices));
  writeNames(row, patient, writing);
  for (const [column, date] of [
    ["DateBirth", patient.birthDate],
    ["DateDeath", patient.deathDate],
  ] as const)
    writing.put(row, column, date && dateToCell(date, "minute"));
  const letter = [...sexLetters].find(([, sex]) => sex === patient.sex)?.[0];
  writing.put(row, "Gender", letter);
  if (patient.speaksEnglish !== undefined)
    writing.putListed(row, "SpeaksEnglish", patient.speaksEnglish ? "Yes" : "No");
  writing.put(row, "EmailAddress", emailOf(patient)?.value);
  writing.rows.patientRows = [
    row,
    ...(patient.addresses ?? []).map((address, place) => addressRow(address, place, writing)),
    ...numbersOf(patient).map((telecom, place) => numberRow(telecom, place, writing)),
    ...consentRows(patient, writing),
  ];
}

/** What the rows of the patient are named by. */
function numberOf({ identifiers }: Patient, writing: ExtractWriting): string {
  const own = identifiers.find(
    ({ system, value }) =>
      system === tppSystems.strategicReporting && value !== "-1" && !isMadeNumber(value),
  );
  return own?.value ?? writing.make(`patient ${JSON.stringify(identifiers)}`);
}

function writeNames(row: RowDraft, { names = [] }: Patient, writing: ExtractWriting): void {
  const usual = names.find(({ use }) => use !== previous);
  const before = names.find(({ use }) => use === previous);
  writing.put(row, "Title", usual?.prefixes?.[0]);
  writing.put(row, "FirstName", usual?.given?.[0]);
  writing.put(row, "MiddleNames", usual?.given?.slice(1).join(" "));
  writing.put(row, "Surname", usual?.family?.join(" "));
  writing.put(row, "PreviousSurname", before?.family?.[0]);
}

/** The address for mail, which stands with the patient; the last, as it is read. */
function emailOf({ telecoms = [] }: Patient): Telecom | undefined {
  const last = telecoms.at(-1);
  return last?.kind === "email" && last.use === undefined ? last : undefined;
}

function numbersOf(patient: Patient): readonly Telecom[] {
  const email = emailOf(patient);
  return (patient.telecoms ?? []).filter((telecom) => telecom !== email);
}

function addressRow(address: Address, place: number, writing: ExtractWriting): RowDraft {
  const row = patientRow("SRPatientAddressHistory", place, writing);
  writeAddress("SRPatientAddressHistory", row, address, writing);
  if (address.use !== undefined) writing.putListed(row, "AddressType", addressTypeOf(address.use));
  writing.putDate(row, "DateEvent", address.period?.start);
  writing.putDate(row, "DateTo", address.period?.end);
  return row;
}

function numberRow(telecom: Telecom, place: number, writing: ExtractWriting): RowDraft {
  const row = patientRow("SRPatientContactDetails", place, writing);
  writing.put(row, "ContactNumber", telecom.value);
  writing.putListed(row, "ContactType", contactTypeOf(telecom));
  writing.putDate(row, "DateEvent", telecom.period?.start);
  return row;
}

function consentRows({ smsConsent }: Patient, writing: ExtractWriting): RowDraft[] {
  if (smsConsent === undefined) return [];
  const row = patientRow("SRSmsConsent", 0, writing);
  writing.putFlag(row, "SmsConsent", smsConsent);
  return [row];
}

function patientRow(table: string, place: number, writing: ExtractWriting): RowDraft {
  const row = writing.add(table);
  const { patientNumber } = writing;
  writing.put(row, "RowIdentifier", writing.make(`${table} ${patientNumber} ${place}`));
  writing.put(row, "IDPatient", patientNumber);
  return row;
}
