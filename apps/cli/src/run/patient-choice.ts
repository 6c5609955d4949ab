import { identifierSystems, parseNhsNumber } from "@gp2gp/core";
import type { Identifier, Patient } from "@gp2gp/core";
import { UsageError } from "../usage-error.ts";

/** The identifiers `--patient` may mean: an NHS, CHI or H&C number, or SYSTEM=VALUE. */
export function patientChoice(text: string): readonly Identifier[] {
  const equals = text.indexOf("=");
  if (equals > 0) return [{ system: text.slice(0, equals), value: text.slice(equals + 1) }];
  const value = parseNhsNumber(text);
  if (value === undefined)
    throw new UsageError(
      "--patient takes an NHS, CHI or H&C number of ten digits with its check digit, or SYSTEM=VALUE.",
    );
  return [
    identifierSystems.nhsNumber,
    identifierSystems.chiNumber,
    identifierSystems.healthAndCareNumber,
  ].map((system) => ({ system, value }));
}

/** Whether a patient has one of the identifiers. */
export function isChosen(
  patient: Pick<Patient, "identifiers">,
  choice: readonly Identifier[],
): boolean {
  return patient.identifiers.some(({ system, value }) =>
    choice.some((wanted) => wanted.system === system && wanted.value === value),
  );
}
