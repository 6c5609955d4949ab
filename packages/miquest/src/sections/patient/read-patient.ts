import { identifierSystems, newEntry } from "@gp2gp/core";
import type { Address, Identifier, Patient, PersonName, Registration } from "@gp2gp/core";
import type { Cells, Row } from "@gp2gp/tabular";
import { issue } from "../../miquest-issues.ts";
import type { MiquestReading } from "../../reading/miquest-reading.ts";
import {
  activeStates,
  activeTypes,
  maritalStatuses,
  meaningOf,
  sexes,
} from "../../wire/code-tables.ts";
import { parseDay } from "../../wire/day.ts";
import { nullId } from "../../wire/null-values.ts";
import { codedAs, miquestSystems } from "../../wire/systems.ts";

/** What REFERENCE says where nobody knows how the practice names the patient. */
export const unknownReference = "unknown";

/** The lines of an address, where each has an attribute. */
export const addressLines = [
  "ADDRESS_1",
  "ADDRESS_2",
  "ADDRESS_3",
  "ADDRESS_4",
  "ADDRESS_5",
] as const;

/** How a patient is identified by a row of the patient category. */
export function identifiersOf(
  { NHS_NUMBER, REFERENCE }: Cells,
  supplier: string,
): readonly Identifier[] {
  const isNhsKnown = NHS_NUMBER !== undefined && NHS_NUMBER !== nullId;
  const isOwn = REFERENCE !== NHS_NUMBER && REFERENCE !== unknownReference;
  return [
    ...(isNhsKnown ? [{ system: identifierSystems.nhsNumber, value: NHS_NUMBER }] : []),
    ...(isOwn && REFERENCE !== undefined
      ? [{ system: `${supplier}:patient`, value: REFERENCE }]
      : []),
  ];
}

/** Reads the row of the patient: who it is, and how they are registered. */
export function readPatient(row: Row, own: MiquestReading): void {
  const { cells } = row;
  const { SEX, MARITAL_STATUS, ETHNIC, ACTIVE, GP, GP_USUAL } = cells;
  const sex = SEX === undefined ? undefined : meaningOf(sexes, SEX);
  own.checkLetter(sexes, SEX, row);
  own.checkLetter(maritalStatuses, MARITAL_STATUS, row);
  own.checkLetter({ ...activeTypes, ...activeStates }, ACTIVE, row);
  const name = nameOf(cells);
  const address = addressOf(cells);
  const birthDate = dayOf("DATE_OF_BIRTH", row, own);
  const deathDate = dayOf("DATE_OF_DEATH", row, own);
  const registeredGp = own.agentOf("hcp", GP, row);
  const usualGp = own.agentOf("hcp", GP_USUAL, row);
  const patient: Patient = {
    identifiers: identifiersOf(cells, own.profile.supplier),
    ...(name && { names: [name] }),
    ...(birthDate !== undefined && { birthDate }),
    ...(deathDate !== undefined && { deathDate }),
    ...(ACTIVE === "D" && { deceased: true }),
    ...(sex !== undefined && { sex: sex as NonNullable<Patient["sex"]> }),
    ...(address && { addresses: [address] }),
    ...(MARITAL_STATUS !== undefined && {
      maritalStatus: {
        text: meaningOf(maritalStatuses, MARITAL_STATUS) ?? MARITAL_STATUS,
        codings: [],
      },
    }),
    ...(ETHNIC !== undefined && { ethnicity: { text: ETHNIC, codings: [] } }),
    ...(usualGp !== undefined && { usualGp }),
    ...(registeredGp !== undefined && { registeredGp }),
    source: row.source,
  };
  own.rows.setPatient(patient, { rows: [row] });
  readRegistration(row, own);
}

/** A registration, where the row says more of it than that the patient has died. */
function readRegistration(row: Row, own: MiquestReading): void {
  const { ACTIVE, REGISTERED_DATE, REMOVED_DATE, PRACTICE } = row.cells;
  const said = ACTIVE === "D" ? undefined : ACTIVE;
  if ((said ?? REGISTERED_DATE ?? REMOVED_DATE ?? PRACTICE) === undefined) return;
  const start = dayOf("REGISTERED_DATE", row, own);
  const end = dayOf("REMOVED_DATE", row, own);
  const practice = own.agentOf("practice", PRACTICE, row);
  const state = said !== undefined && meaningOf(activeStates, said) !== undefined;
  const registration: Registration = {
    ...newEntry(own.rows.idOf("PATIENTS", "registration"), own.rows.nextOrder(), row.source),
    ...(said !== undefined &&
      (state
        ? { status: codedAs(miquestSystems.active, said, activeStates) }
        : { type: codedAs(miquestSystems.active, said, activeTypes) })),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(practice !== undefined && { practice }),
  };
  own.rows.add("registrations", registration, { rows: [row] });
}

function dayOf(attribute: string, { cells, source }: Row, own: MiquestReading): string | undefined {
  const cell = cells[attribute];
  const day = cell === undefined ? undefined : parseDay(cell);
  // The patient has no words to say it in: the cell goes home, and the issue names it to people.
  if (cell !== undefined && day === undefined)
    own.rows.issues.push(issue("date-malformed", { source, detail: { attribute, cell } }));
  return day;
}

function nameOf({ TITLE, FORENAME, SURNAME }: Cells): PersonName | undefined {
  if ((TITLE ?? FORENAME ?? SURNAME) === undefined) return undefined;
  return {
    ...(TITLE !== undefined && { prefixes: [TITLE] }),
    ...(FORENAME !== undefined && { given: [FORENAME] }),
    ...(SURNAME !== undefined && { family: [SURNAME] }),
  };
}

function addressOf(cells: Cells): Address | undefined {
  const { ADDRESS, POSTCODE } = cells;
  const lines = addressLines.flatMap((attribute) => cells[attribute] ?? []);
  const all = lines.length > 0 ? lines : ADDRESS === undefined ? [] : [ADDRESS];
  if (all.length === 0 && POSTCODE === undefined) return undefined;
  return {
    ...(all.length > 0 && { lines: all }),
    ...(POSTCODE !== undefined && { postcode: POSTCODE }),
  };
}
