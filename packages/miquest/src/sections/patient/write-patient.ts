import type { Address, Patient, PersonName, Registration } from "@gp2gp/core";
import type { RowDraft } from "@gp2gp/tabular";
import {
  activeStates,
  letterOf,
  maritalStatuses,
  meaningOf,
  sexes,
} from "../../wire/code-tables.ts";
import { dayAlone } from "../../wire/day.ts";
import { codeIn, miquestSystems } from "../../wire/systems.ts";
import type { MiquestWriting } from "../../writing/miquest-writing.ts";
import { addressLines, unknownReference } from "./read-patient.ts";

/** Writes the row of the patient. */
export function writePatient(own: MiquestWriting): void {
  const { record } = own.rows;
  const { patient } = record;
  const row = own.addRow("PATIENTS");
  own.rows.patientRows = [row];
  const [name] = patient.names ?? [];
  const [address] = patient.addresses ?? [];
  if (name) putName(row, name, own);
  if (address) putAddress(row, address, own);
  own.put(row, "DATE_OF_BIRTH", dayAlone(patient.birthDate));
  own.put(row, "DATE_OF_DEATH", dayAlone(patient.deathDate));
  own.put(row, "SEX", letterOf(sexes, patient.sex));
  own.put(row, "MARITAL_STATUS", maritalLetter(patient));
  own.put(
    row,
    "ETHNIC",
    patient.ethnicity?.codings.length === 0 ? patient.ethnicity.text : undefined,
  );
  own.put(row, "GP", own.agents.nameOf(patient.registeredGp, "hcp")?.cell);
  own.put(row, "GP_USUAL", own.agents.nameOf(patient.usualGp, "hcp")?.cell);
  if (patient.deceased === true) own.put(row, "ACTIVE", "D");
  for (const attribute of demanded)
    if (own.prints("PATIENTS", attribute) && !isKnown(row, attribute))
      own.rows.report("demographics-missing", { record: "/patient", detail: { attribute } });
}

/** What every system answers of a patient, and an EHR Extract does not tell. */
const demanded = ["REFERENCE", "SURNAME", "FORENAME", "DATE_OF_BIRTH", "SEX"] as const;

function isKnown({ cells }: RowDraft, attribute: string): boolean {
  return cells[attribute] !== undefined && cells[attribute] !== unknownReference;
}

function putName(
  row: RowDraft,
  { prefixes, given, family }: PersonName,
  own: MiquestWriting,
): void {
  own.put(row, "TITLE", prefixes?.join(" "));
  own.put(row, "FORENAME", given?.join(" "));
  own.put(row, "SURNAME", family?.join(" "));
}

function maritalLetter({ maritalStatus }: Patient): string | undefined {
  if (!maritalStatus || maritalStatus.codings.length > 0) return undefined;
  const { text } = maritalStatus;
  // Other words stand as they are, unless they would be taken for a letter.
  const isLetter = text !== undefined && meaningOf(maritalStatuses, text) !== undefined;
  return letterOf(maritalStatuses, text) ?? (isLetter ? undefined : text);
}

/** Writes an address in lines, made of its parts where it has parts. */
function putAddress(row: RowDraft, address: Address, own: MiquestWriting): void {
  const { houseName, houseNumber, street, locality, town, county, country, postcode } = address;
  const road = [houseNumber, street].filter((part) => part !== undefined).join(" ");
  const parts = [houseName, road === "" ? undefined : road, locality, town, county, country];
  const lines = address.lines ?? parts.filter((part) => part !== undefined);
  own.put(row, "POSTCODE", postcode);
  const printed = addressLines.filter((attribute) => own.prints("PATIENTS", attribute));
  if (lines.length <= printed.length)
    for (const [at, line] of lines.entries()) {
      const attribute = printed[at];
      if (attribute) own.put(row, attribute, line);
    }
  else own.put(row, "ADDRESS", lines.join(", "));
}

/** Writes a registration into the row of the patient; answers whether the row says anything of it. */
export function putRegistration(
  row: RowDraft,
  { type, status, start, end, practice }: Registration,
  own: MiquestWriting,
): boolean {
  const isDead = row.cells["ACTIVE"] !== undefined;
  const state = codeIn(miquestSystems.active, status);
  const isState = state !== undefined && meaningOf(activeStates, state) !== undefined;
  const active = isState ? state : codeIn(miquestSystems.active, type);
  return [
    own.put(row, "REGISTERED_DATE", dayAlone(start)),
    own.put(row, "REMOVED_DATE", dayAlone(end)),
    own.put(row, "PRACTICE", own.agents.nameOf(practice, "practice")?.cell),
    !isDead && active !== "D" && own.put(row, "ACTIVE", active),
  ].includes(true);
}
