import {
  patientSchema,
  pointerOf,
  readCarriedText,
  restoreFacts,
  withCarriedText,
} from "@gp2gp/core";
import type { AnyEntry, CarriedText, Patient } from "@gp2gp/core";
import { addressesWithoutStandIns, namesWithoutStandIns } from "../agents/stand-ins.ts";
import { linesOf } from "../../writing/entry-work.ts";
import type { EntryWork } from "../../writing/entry-work.ts";

/*
 * What the registration has no place for stands in its custom fields, one a fact, in the grammar of
 * carried text.
 */

const carriedFieldName = "Carried from the sending system";

export interface CarriedField {
  readonly FieldName?: string | undefined;
  readonly FieldValue?: string | undefined;
}

/** The fields for every fact of the patient that nobody took, and where each fact is. */
export function carriedFields(work: EntryWork): {
  readonly fields: readonly CarriedField[];
  readonly paths: readonly string[];
} {
  const lines = linesOf(work);
  return {
    fields: lines.map(({ line }) => ({ FieldName: carriedFieldName, FieldValue: line })),
    paths: lines.map(({ path }) => pointerOf(...path)),
  };
}

/** The facts of the fields among `fields` that carry some. */
export function readCarriedFields(fields: readonly CarriedField[]): CarriedText["facts"] {
  const lines = fields.flatMap(({ FieldName, FieldValue }) =>
    FieldName === carriedFieldName && FieldValue !== undefined ? [FieldValue] : [],
  );
  return lines.length === 0 ? [] : readCarriedText(withCarriedText(undefined, lines)).facts;
}

/** The patient with the facts put back; undefined where they do not fit. */
export function restoredPatient(
  patient: Patient,
  facts: CarriedText["facts"],
): Patient | undefined {
  const parsed = patientSchema.safeParse(restoreFacts(withoutStandIns(patient, facts), facts));
  return parsed.success ? parsed.data : undefined;
}

/** Without what the registration could only say in another way than the carried facts do. */
function withoutStandIns(patient: Patient, facts: CarriedText["facts"]): Patient {
  return {
    ...patient,
    ...(patient.names && { names: namesWithoutStandIns(patient.names, facts) }),
    ...(patient.addresses && { addresses: addressesWithoutStandIns(patient.addresses, facts) }),
  };
}

/** A patient as carried text sees it: facts, and no section of its own. */
export function asEntry(patient: Patient): AnyEntry {
  return patient as unknown as AnyEntry;
}
