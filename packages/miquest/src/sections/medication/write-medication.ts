import type { Authorisation, MedicationIssue, PatientRecord, Quantity } from "@gp2gp/core";
import type { RowDraft } from "@gp2gp/tabular";
import { isDecimal } from "../../wire/decimal.ts";
import type { MiquestWriting } from "../../writing/miquest-writing.ts";

/** What EPISODE says of a course. One that is dispensed or issued by itself is a repeat to the format. */
export function episodeOfAuthorisation({ kind }: Authorisation): string | undefined {
  if (kind === "acute") return "A";
  return kind === "repeat" || kind === "repeat-dispensing" ? "R" : undefined;
}

/** What EPISODE says of an issue: that it is one of a repeat, where that is known. */
export function episodeOfIssue(
  { repeat, course }: MedicationIssue,
  repeats: ReadonlySet<string>,
): string | undefined {
  const isOfRepeat = repeat ?? (course !== undefined && repeats.has(course.id));
  return isOfRepeat ? "I" : undefined;
}

/** The ids of the courses that are repeats. */
export function repeatsOf({ authorisations }: PatientRecord): ReadonlySet<string> {
  return new Set(
    authorisations.flatMap((one) => (episodeOfAuthorisation(one) === "R" ? [one.id] : [])),
  );
}

/** Writes how much of a medicine. */
export function writeQuantity(
  row: RowDraft,
  { quantity, quantityText }: Authorisation | MedicationIssue,
  own: MiquestWriting,
): void {
  if (quantity) own.put(row, "VALUE1", numberOf(quantity));
  else if (quantityText !== undefined && !isDecimal(quantityText))
    own.put(row, "VALUE1", quantityText);
}

function numberOf({ value, comparator, absent }: Quantity): string | undefined {
  return comparator === undefined && absent === undefined ? value : undefined;
}
