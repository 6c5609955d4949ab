import type { PlacedEntry } from "@gp2gp/tabular";
import { shownWords } from "../../writing/shown-words.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { observationTypes } from "../../wire/observation-types.ts";

/** What the extract has no rows for: a row of words, which says of what section it is. */
export function writePlain(placed: PlacedEntry, writing: EmisWriting): void {
  const { entry } = placed;
  const row = writing.rowOf(placed, "CareRecord_Observation");
  writing.putHead(row, entry);
  const parent = writing.forms.parentOf(entry);
  writing.put(row, "ParentObservationGuid", parent && writing.keyOf(parent));
  writing.put(row, "ObservationType", observationTypes.write("observation"));
  writing.put(row, "CodeId", writing.codes.marker("words"));
  const own = shownWords(entry.texts);
  writing.rows.place(placed, {
    rows: [row],
    text: { row, column: "AssociatedText", own },
    isPlain: true,
  });
}
