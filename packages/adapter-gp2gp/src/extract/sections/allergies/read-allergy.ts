import type { Allergy } from "@gp2gp/core";
import type { ObservationStatement } from "@gp2gp/hl7v3";
import { readObservation } from "../observations/read-observation.ts";
import { allergyKind } from "../shared/filings.ts";
import type { ReadScope, Reading } from "../shared/scopes.ts";

/** An allergy: the code as recorded, its causative agent from the value, its kind from the category. */
export function readAllergy(
  statement: ObservationStatement,
  kind: Allergy["kind"],
  scope: ReadScope,
): Reading<"allergies"> {
  const { code, filedAs } = allergyKind.read(statement.code);
  const { entry, carried } = readObservation(filedAs ? { ...statement, code } : statement, scope);
  const { value, referenceRanges: _ranges, interpretation: _interpretation, ...shared } = entry;
  return {
    section: "allergies",
    entry: { ...shared, kind: filedAs ?? kind, substances: substancesOf(value) },
    carried,
  };
}

function substancesOf(value: Reading<"observations">["entry"]["value"]): Allergy["substances"] {
  if (value?.kind === "coded") return [value.coded];
  return value?.kind === "text" ? [{ text: value.text, codings: [] }] : [];
}
