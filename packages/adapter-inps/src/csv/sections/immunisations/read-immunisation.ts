import type { Coded, Immunisation } from "@gp2gp/core";
import { immunisationStatuses } from "../../wire/code-tables.ts";
import { withQualifier } from "../journal/entry-row.ts";
import type { EntryRow } from "../journal/entry-row.ts";
import { readConcept, readProduct } from "../journal/read-concept.ts";
import { readEpisode } from "../journal/read-episode.ts";

export const sourceQualifier = "Source";

/** A vaccination by its status: given, refused or advised; without one it is not stated which. */
export function readImmunisation(entry: EntryRow): void {
  const { row, inps, cells, text } = entry;
  const { IMMS_STATUS, IMMS_SOURCE, IMMS_BATCH, IMMS_REASON, IMMS_METHOD, IMMS_SITE } = cells;
  const status = immunisationStatuses.find(([words]) => words === IMMS_STATUS);
  if (!status) entry.odd("IMMS_STATUS", "value-unmapped");
  for (const column of valueColumns) entry.odd(column, "value-unmapped");
  const { episode, episodicity } = readEpisode(cells["EPISODE"]);
  const source = IMMS_SOURCE === undefined ? undefined : wordsCoded(IMMS_SOURCE);
  const qualified = source
    ? withQualifier(readConcept(entry), sourceQualifier, source)
    : readConcept(entry);
  const concept = episode?.(qualified) ?? qualified;
  const vaccine = readProduct(entry);
  const within = inps.compounds.groupOf(entry, inps.links.consultationOf(row));
  const immunisation: Immunisation = {
    ...entry.start("performer"),
    ...(within !== undefined && { within }),
    ...(concept && { concept }),
    outcome: status?.[1] ?? "not-stated",
    ...(vaccine && { vaccine }),
    ...(IMMS_BATCH !== undefined && { batchNumber: IMMS_BATCH }),
    ...(IMMS_SITE !== undefined && { site: wordsCoded(IMMS_SITE) }),
    ...(IMMS_METHOD !== undefined && { method: wordsCoded(IMMS_METHOD) }),
    ...(IMMS_REASON !== undefined && { reasons: [wordsCoded(IMMS_REASON)] }),
    ...(episodicity && { episodicity }),
    texts: entry.texts("note"),
  };
  inps.reading.add("immunisations", immunisation, { rows: [row], text });
}

/** Vaccinations and allergies have no value: one that stands there is kept as words. */
export const valueColumns = [
  "VALUE1_NAME",
  "VALUE1",
  "VALUE1_UNITS",
  "VALUE2_NAME",
  "VALUE2",
  "VALUE2_UNITS",
] as const;

function wordsCoded(text: string): Coded {
  return { text, codings: [] };
}
