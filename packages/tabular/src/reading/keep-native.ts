import { noMaps } from "@gp2gp/core";
import type { AnyEntry, EntryOf, EntrySection, Json, PatientRecord } from "@gp2gp/core";
import type { Row } from "../row.ts";
import { nativeDataOf } from "../writing/native-cells.ts";
import { writeRows } from "../writing/write-tabular.ts";
import type { Origin } from "./held-entry.ts";
import type { RowReading } from "./row-reading.ts";
import type { SettledReading } from "./settle-reading.ts";

/**
 * Keeps with each entry what its rows have and the record does not say: the record is written as the
 * format would get it from a stranger, and what differs from the source is what only the format knows.
 * A row that several entries were read from is kept with the first of them.
 */
export async function keepNative(
  { draft, entries }: SettledReading,
  reading: RowReading,
): Promise<PatientRecord> {
  const { format, context } = reading;
  const written = await writeRows(format, draft, {
    ...context,
    terminology: noMaps,
    confidential: "carry",
  });
  const rowsOf = new Map(
    written.placements.map(
      ({ entry, rows, componentRows = [], text }) =>
        [entry, { rows: [...rows, ...componentRows], text }] as const,
    ),
  );
  const kept = new Set<Row>(reading.patient.origin.rows);
  for (const { section, index, origin } of entries) {
    const [named] = origin.rows;
    if (named && kept.has(named)) continue;
    for (const row of origin.rows) kept.add(row);
    const list = draft[section] as EntryOf<EntrySection>[];
    const entry = list[index];
    const made = entry && rowsOf.get(entry);
    if (!entry || !made) continue;
    const source = sourceRowsOf(origin);
    const data = nativeDataOf(source, made.rows.map(withoutBlock(made.text)));
    if (data) list[index] = withNative(entry, format.id, data);
  }
  const { patient } = draft;
  const data = nativeDataOf(reading.patient.origin.rows, written.patientRows);
  return data ? { ...draft, patient: withNative(patient, format.id, data) } : draft;
}

function withNative<Holder extends Pick<AnyEntry, "supplierData">>(
  holder: Holder,
  format: string,
  data: Json,
): Holder {
  return { ...holder, supplierData: { ...holder.supplierData, [format]: data } };
}

/** The rows of a source without what was carried in their text. */
function sourceRowsOf({ rows, componentRows = [], text }: Origin): readonly Row[] {
  return [...rows, ...componentRows].map((row) =>
    withText(row, text?.row, text?.column, text?.own),
  );
}

const withoutBlock =
  (
    text:
      | { readonly row: Row; readonly column: string; readonly own?: string | undefined }
      | undefined,
  ) =>
  (row: Row): Row =>
    withText(row, text?.row, text?.column, text?.own);

function withText(
  row: Row,
  holder: Row | undefined,
  column: string | undefined,
  own: string | undefined,
): Row {
  if (row !== holder || column === undefined) return row;
  const { [column]: _, ...cells } = row.cells;
  return { ...row, cells: own === undefined ? cells : { ...cells, [column]: own } };
}
