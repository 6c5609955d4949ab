import { decimalSchema } from "@gp2gp/core";
import type { Authorisation, Effective, MedicationIssue } from "@gp2gp/core";
import { drugEpisodes } from "../../wire/code-tables.ts";
import type { EntryRow } from "../journal/entry-row.ts";
import { readDrug } from "../journal/read-concept.ts";

/** Acute and repeat authorisations (A, R), and issues of repeats (S). TEXT is the dosage. */
export function readMedication(entry: EntryRow, subset: "A" | "R" | "S"): void {
  const { row, inps, cells, text } = entry;
  const { EPISODE, END_DATE } = cells;
  if (EPISODE !== undefined && EPISODE !== drugEpisodes[subset])
    entry.odd("EPISODE", "value-unmapped");
  const { effective, ...start } = entry.start("performer");
  const concept = readDrug(entry);
  const when = readPeriod(effective, entry);
  const supply = {
    ...start,
    ...(when && { effective: when }),
    ...(concept && { concept }),
    statement: start.id,
    dosages: text.own === undefined ? [] : [text.own],
    ...readQuantity(entry),
  };
  const origin = { rows: [row], text };
  if (subset === "S") {
    const course = inps.courses.courseOf(row);
    const issue: MedicationIssue = {
      ...supply,
      ...(course !== undefined && { course: { id: course, link: "inferred" } }),
      repeat: true,
      texts: entry.texts(undefined),
    };
    inps.reading.add("issues", issue, origin);
    return;
  }
  const authorisation: Authorisation = {
    ...supply,
    kind: subset === "R" ? "repeat" : "acute",
    ...(subset === "R" && END_DATE === undefined && { state: "current" }),
    texts: entry.texts(undefined),
  };
  inps.reading.add("authorisations", authorisation, origin);
}

function readPeriod(point: Effective | undefined, entry: EntryRow): Effective | undefined {
  const end = entry.day("END_DATE");
  if (end === undefined) return point;
  return { kind: "period", ...(point?.kind === "point" && { start: point.at }), end };
}

/** VALUE1 is the quantity, counted in its unit or in what the pack is; under another name it is none. */
function readQuantity(entry: EntryRow): Pick<MedicationIssue, "quantity"> {
  const { VALUE1, VALUE1_NAME, VALUE1_UNITS, DRUG_PACKSIZE } = entry.cells;
  for (const column of ["VALUE2", "VALUE2_NAME", "VALUE2_UNITS"])
    entry.odd(column, "value-unmapped");
  if (VALUE1 === undefined) return {};
  const isQuantity = VALUE1_NAME === undefined || VALUE1_NAME === "QUANTITY";
  if (!isQuantity || !decimalSchema.safeParse(VALUE1).success) {
    for (const column of ["VALUE1_NAME", "VALUE1", "VALUE1_UNITS"])
      entry.odd(column, "value-unmapped");
    return {};
  }
  const unit = VALUE1_UNITS ?? DRUG_PACKSIZE;
  return { quantity: { value: VALUE1, ...(unit !== undefined && { unit }) } };
}
