import type { PlacedEntry } from "@gp2gp/tabular";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { writeDay } from "../../wire/cells.ts";
import { certainties, severities } from "../../wire/code-tables.ts";
import { addJournalRow, ownWords } from "../journal/add-journal-row.ts";
import { writeConcept, writeProduct } from "../journal/write-concept.ts";
import { writeEpisode } from "../journal/write-episode.ts";
import { writePlain } from "../journal/write-plain.ts";

/** SUBSET L. An allergy that is over on a day nobody knows would stand among those of today: it is a clinical entry. */
export function writeAllergy(placed: PlacedEntry<"allergies">, inps: InpsWriting): void {
  const { writing } = inps;
  const { entry } = placed;
  const end = writeDay(entry.ended);
  if (end === undefined && (entry.endedUnknown === true || entry.ended !== undefined))
    return writePlain(placed, inps);
  const row = addJournalRow("L", placed, inps);
  const said = writeConcept(row, placed, inps);
  const [substance] = entry.substances;
  writeProduct(row, substance, inps);
  writing.set(row, "SEVERITY", severities.write(entry.severity));
  writing.set(row, "CERTAINTY", certainties.write(entry.certainty));
  writing.set(row, "END_DATE", end);
  writing.set(row, "EPISODE", writeEpisode(entry.concept, entry.episodicity));
  writing.place(placed, {
    rows: [row],
    text: { row, column: "TEXT", own: ownWords(entry) },
    ...said,
  });
}
