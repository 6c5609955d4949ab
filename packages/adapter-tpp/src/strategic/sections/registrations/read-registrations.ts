import type { Coded, Participant, Registration } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { codedAs } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import type { ExtractReading } from "../../reading/extract-reading.ts";
import { pharmacyRole } from "../../wire/parts.ts";

/** Reads the registrations with units, and the practices the patient was registered with before. */
export function readRegistrations(extract: ExtractReading): void {
  for (const table of unitTables) for (const row of extract.of(table)) readUnit(row, extract);
  for (const row of extract.of("SRGPPracticeHistory")) {
    const start = extract.start(row);
    const practice = extract.agents.find("SROrganisation", row.cells["IDPractice"], row);
    const { IDProfileRegisteredGP } = row.cells;
    const gp = extract.agents.find("SRStaffMemberProfile", IDProfileRegisteredGP, row);
    const entry: Registration = {
      ...start.shape,
      ...stretchOf(row, ["DateFrom", "DateTo"], extract),
      ...(practice !== undefined && { practice }),
      ...(gp !== undefined && { gp }),
    };
    extract.add("registrations", entry, start.origin);
  }
}

/** The tables of registrations with units, the second with the patient as the unit knows them. */
export const unitTables = ["SRPatientRegistration", "SRPatientInformation"] as const;

function readUnit(row: Row, extract: ExtractReading): void {
  const start = extract.start(row);
  const { RegistrationStatus: status, PreferredPharmacy: pharmacy } = row.cells;
  const practice = extract.agents.find("SROrganisation", row.cells["IDOrganisation"], row);
  const entry: Registration = {
    ...start.shape,
    ...(status !== undefined && { type: typeFromPhrase(status) }),
    ...stretchOf(row, ["DateRegistration", "DateDeRegistration"], extract),
    ...(practice !== undefined && { practice }),
    participants: [
      ...start.shape.participants,
      ...(pharmacy === undefined ? [] : [pharmacyNamed(pharmacy)]),
    ],
  };
  extract.add("registrations", entry, start.origin);
}

/** The words of a phrase such as `GMS,Applied`, each a code of the type. */
function typeFromPhrase(phrase: string): Coded {
  return {
    codings: phrase
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== "")
      .flatMap((word) => codedAs(tppSystems.registrationType, word).codings),
  };
}

function pharmacyNamed(name: string): Participant {
  return { role: pharmacyRole, person: { names: [{ text: name }] } };
}

function stretchOf(
  row: Row,
  [from, to]: readonly [string, string],
  extract: ExtractReading,
): Pick<Registration, "end" | "start"> {
  const start = extract.date(row, from);
  const end = extract.date(row, to);
  return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
}
