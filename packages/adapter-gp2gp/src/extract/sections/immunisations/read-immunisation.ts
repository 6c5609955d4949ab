import type { ObservationStatement } from "@gp2gp/hl7v3";
import { readObservation } from "../observations/read-observation.ts";
import { immunisationOutcome } from "../shared/filings.ts";
import type { ReadScope, Reading } from "../shared/scopes.ts";

/** An immunisation, where a writer filed an observation as one; undefined where it is none. */
export function readImmunisation(
  statement: ObservationStatement,
  scope: ReadScope,
): Reading<"immunisations"> | undefined {
  const { code, filedAs: outcome } = immunisationOutcome.read(statement.code);
  if (outcome === undefined || statement.value || statement.interpretationCode) return undefined;
  if ((statement.referenceRange ?? []).length > 0) return undefined;
  const { entry, carried } = readObservation({ ...statement, code }, scope);
  const { value: _v, referenceRanges: _r, interpretation: _i, category: _c, ...shared } = entry;
  return { section: "immunisations", entry: { ...shared, outcome }, carried };
}
