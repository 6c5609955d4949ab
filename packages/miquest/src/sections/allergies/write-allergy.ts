import type { Allergy, Coded } from "@gp2gp/core";
import type { RowDraft } from "@gp2gp/tabular";
import { certainties, meaningOf, severities } from "../../wire/code-tables.ts";
import { codeIn } from "../../wire/systems.ts";
import type { MiquestWriting } from "../../writing/miquest-writing.ts";
import { putEpisodicity } from "../observations/write-observation.ts";

/** Writes what an allergy has beside its code. */
export function writeAllergy(row: RowDraft, entry: Allergy, own: MiquestWriting): void {
  putEpisodicity(row, entry, own);
  own.put(row, "CERTAINTY", gradeCell(entry.certainty, certainties));
  own.put(row, "SEVERITY", gradeCell(entry.severity, severities));
}

/** The cell of a grade: a SNOMED CT id of the table, else the words. */
function gradeCell(
  grade: Coded | undefined,
  table: Readonly<Record<string, string>>,
): string | undefined {
  const id = codeIn("snomed", grade);
  if (id !== undefined) return meaningOf(table, id) === undefined ? undefined : id;
  const words = grade?.text;
  return words === undefined || meaningOf(table, words) !== undefined ? undefined : words;
}
