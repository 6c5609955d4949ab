import type { Identifier } from "@gp2gp/core";
import type { Cells } from "@gp2gp/tabular";

type NewId = (seed: string) => string;

/*
 * Every row names its patient by GUID, and a record from elsewhere has none: it is given one made of the
 * patient's other identifiers, name and date of birth, which is known for made up when it is read.
 */

/** The key of a patient who has none of EMIS's, without braces. */
export function madeUpPatientKey(
  identifiers: readonly Identifier[],
  { Surname, GivenName, DateOfBirth }: Cells,
  newId: NewId,
): string {
  const own = identifiers.map(({ system, value }) => `${system} ${value}`);
  return newId(`emis-csv patient ${JSON.stringify([...own, Surname, GivenName, DateOfBirth])}`);
}

/** The key of the person a patient is, of whom no other is known. */
export function madeUpPersonKey(patientKey: string, newId: NewId): string {
  return newId(`emis-csv person of ${patientKey}`);
}

/** The key of the practice of a patient whose practice is not known. */
export function madeUpPracticeKey(patientKey: string, newId: NewId): string {
  return newId(`emis-csv practice of ${patientKey}`);
}
