import { readSnomedId } from "@gp2gp/core";
import type { Allergy, Coded } from "@gp2gp/core";
import { certainties, severities } from "../../wire/code-tables.ts";
import type { LetterTable } from "../../wire/letter-table.ts";
import { allergyKindOf, isDrug } from "../../wire/read-families.ts";
import type { EntryRow } from "../journal/entry-row.ts";
import { readConcept, readProduct } from "../journal/read-concept.ts";
import { readEpisode } from "../journal/read-episode.ts";
import { valueColumns } from "../immunisations/read-immunisation.ts";

/** An allergy: what is recorded of it, the drug it is to where one is named, how bad and how sure. */
export function readAllergy(entry: EntryRow): void {
  const { row, inps, cells, text } = entry;
  const { CODE = "" } = cells;
  for (const column of valueColumns) entry.odd(column, "value-unmapped");
  const { episode, episodicity } = readEpisode(cells["EPISODE"]);
  const recorded = readConcept(entry);
  const concept = episode?.(recorded) ?? recorded;
  const substance = readProduct(entry);
  const severity = readGrade("SEVERITY", severities, entry);
  const certainty = readGrade("CERTAINTY", certainties, entry);
  const ended = entry.day("END_DATE");
  const allergy: Allergy = {
    ...entry.start("performer"),
    ...(concept && { concept }),
    kind: substance || isDrug(CODE) ? "drug" : allergyKindOf(CODE),
    substances: substance ? [substance] : [],
    ...(severity && { severity }),
    ...(certainty && { certainty }),
    ...(ended !== undefined && { ended }),
    ...(episodicity && { episodicity }),
    texts: entry.texts("note"),
  };
  inps.reading.add("allergies", allergy, { rows: [row], text });
}

function readGrade(column: string, table: LetterTable, entry: EntryRow): Coded | undefined {
  const cell = entry.cells[column];
  if (cell === undefined) return undefined;
  if (readSnomedId(cell).ok) return entry.letter(column, table);
  entry.odd(column, "value-malformed");
  return undefined;
}
