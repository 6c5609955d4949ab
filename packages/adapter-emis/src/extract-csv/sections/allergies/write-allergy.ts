import type { Allergy } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { codeCategories } from "../../wire/observation-types.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { writeQualifierCell } from "../observations/qualifiers.ts";
import { placeObservation, writeObservationRow } from "../observations/write-row.ts";
import { episodes } from "../../wire/value-tables.ts";

/** Kinds of allergy the extract has under adverse drug reactions. */
const drugKinds: ReadonlySet<Allergy["kind"]> = new Set([
  "drug",
  "drug-group",
  "ingredient",
  "drug-and-ingredient",
]);

/** An allergy, as a coded entry; what it is to is carried. */
export function writeAllergy(placed: PlacedEntry, writing: EmisWriting): void {
  const { kind, concept, episodicity } = placed.entry as Allergy;
  const category = drugKinds.has(kind) ? codeCategories.drugAllergy : codeCategories.allergy;
  const written = writeObservationRow(placed, { form: "allergy", category }, writing);
  writing.put(written.row, "Episode", episodes.write(episodicity));
  writing.put(written.row, "Qualifiers", writeQualifierCell([], concept?.qualifiers ?? []));
  placeObservation(placed, written, {}, writing);
}
