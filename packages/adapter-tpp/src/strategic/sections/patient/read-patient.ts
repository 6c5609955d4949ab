import { identifierSystems, parseNhsNumber } from "@gp2gp/core";
import type { Address, Identifier, Patient, PersonName, Telecom } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { sexLetters } from "../../../shared/sex-letters.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import type { ExtractReading } from "../../reading/extract-reading.ts";
import { issue } from "../../tpp-sr-csv-issues.ts";
import { flagFromCell } from "../../wire/cells.ts";
import { isMadeNumber } from "../../wire/row-numbers.ts";
import { readAddress } from "../address.ts";
import { kindOfContact, useOfAddressType } from "./contact-types.ts";

/** The numbers in the row of a patient. */
export function patientIdentifiers({ cells }: Row): Identifier[] {
  const { NHSNumber, RowIdentifier, SSRef } = cells;
  const own = RowIdentifier === undefined || isMadeNumber(RowIdentifier) ? [] : [RowIdentifier];
  return [
    ...(NHSNumber === undefined
      ? []
      : [{ system: identifierSystems.nhsNumber, value: parseNhsNumber(NHSNumber) ?? NHSNumber }]),
    ...own.map((value) => ({ system: tppSystems.strategicReporting, value })),
    ...(SSRef === undefined ? [] : [{ system: tppSystems.socialServices, value: SSRef }]),
  ];
}

/** Reads who the patient is, with the addresses and numbers that stand in tables of their own. */
export function readPatient(extract: ExtractReading): void {
  const [row] = extract.rows.rows.of("SRPatient");
  if (!row) return;
  const addresses = extract.of("SRPatientAddressHistory");
  const numbers = extract.of("SRPatientContactDetails");
  const consents = extract.of("SRSmsConsent");
  const { cells } = row;
  const names = namesOf(row);
  const birthDate = extract.date(row, "DateBirth");
  const deathDate = extract.date(row, "DateDeath");
  const sex = sexLetters.get(cells["Gender"] as "M");
  if (cells["Gender"] !== undefined && !sex)
    extract.rows.issues.push(
      issue("value-unmapped", { source: row.source, detail: { column: "Gender" } }),
    );
  if (flagFromCell(cells["TestPatient"]) === true)
    extract.rows.issues.push(issue("patient-is-test", { source: row.source }));
  const english = flagOrWord(extract.words(row, "SpeaksEnglish"));
  const consent = consents.at(-1) && flagOrWord(consents.at(-1)?.cells["SmsConsent"]);
  const read = addresses.flatMap((address) => addressOf(address, extract));
  const telecoms: Telecom[] = [
    ...numbers.flatMap((number) => telecomOf(number, extract)),
    ...(cells["EmailAddress"] === undefined
      ? []
      : [{ value: cells["EmailAddress"], kind: "email" as const }]),
  ];
  const patient: Patient = {
    identifiers: patientIdentifiers(row),
    ...(names.length > 0 && { names }),
    ...(birthDate !== undefined && { birthDate }),
    ...(deathDate !== undefined && { deathDate }),
    // Whoever has a date of death is dead, whether it can be read or not.
    ...(cells["DateDeath"] !== undefined && deathDate === undefined && { deceased: true }),
    ...(sex && { sex }),
    ...(read.length > 0 && { addresses: read }),
    ...(telecoms.length > 0 && { telecoms }),
    ...(english !== undefined && { speaksEnglish: english }),
    ...(consent !== undefined && { smsConsent: consent }),
    source: row.source,
  };
  extract.rows.setPatient(patient, { rows: [row, ...addresses, ...numbers, ...consents] });
}

function namesOf({ cells }: Row): PersonName[] {
  const { Title, FirstName, MiddleNames, Surname, PreviousSurname } = cells;
  const given = [FirstName, FirstName === undefined ? undefined : MiddleNames].filter(
    (name) => name !== undefined,
  );
  const name: PersonName = {
    ...(Title !== undefined && { prefixes: [Title] }),
    ...(given.length > 0 && { given }),
    ...(Surname !== undefined && { family: [Surname] }),
  };
  return [
    ...(Object.keys(name).length > 0 ? [name] : []),
    ...(PreviousSurname === undefined ? [] : [{ family: [PreviousSurname], use: previous }]),
  ];
}

/** How a name goes that the patient had before. */
export const previous = "previous";

/** A flag, or yes or no in words; undefined for anything else. */
function flagOrWord(words: string | undefined): boolean | undefined {
  const word = words?.toLowerCase();
  if (word === "yes" || word === "no") return word === "yes";
  return flagFromCell(words);
}

function addressOf(row: Row, extract: ExtractReading): Address[] {
  const address = readAddress("SRPatientAddressHistory", row);
  if (!address) return [];
  const type = extract.words(row, "AddressType");
  const start = extract.date(row, "DateEvent");
  const end = extract.date(row, "DateTo");
  return [
    {
      ...address,
      ...(type !== undefined && { use: useOfAddressType(type) }),
      ...((start !== undefined || end !== undefined) && {
        period: {
          ...(start !== undefined && { start }),
          ...(end !== undefined && { end }),
        },
      }),
    },
  ];
}

function telecomOf(row: Row, extract: ExtractReading): Telecom[] {
  const value = row.cells["ContactNumber"];
  if (value === undefined) return [];
  const start = extract.date(row, "DateEvent");
  return [
    {
      value,
      ...kindOfContact(extract.words(row, "ContactType")),
      ...(start !== undefined && { period: { start } }),
    },
  ];
}
