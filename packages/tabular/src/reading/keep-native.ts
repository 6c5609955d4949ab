import { noMaps } from "@gp2gp/core";
import type { AnyEntry, EntryOf, EntrySection, Json, PatientRecord } from "@gp2gp/core";
import type { Row } from "../row.ts";
import { nativeDataOf } from "../writing/native-cells.ts";
import { writeRows } from "../writing/write-tabular.ts";
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
  const placementOf = new Map(written.placements.map((placed) => [placed.entry, placed] as const));
  const kept = new Set<Row>(reading.patient.origin.rows);
  for (const { section, index, origin } of entries) {
    const [named] = origin.rows;
    if (named && kept.has(named)) continue;
    for (const row of origin.rows) kept.add(row);
    const list = draft[section] as EntryOf<EntrySection>[];
    const entry = list[index];
    const placed = entry && placementOf.get(entry);
    if (!entry || !placed) continue;
    const data = nativeDataOf(ownRowsOf(origin), ownRowsOf(placed));
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

interface HeldRows {
  readonly rows: readonly Row[];
  readonly componentRows?: readonly Row[];
  readonly text?:
    | { readonly row: Row; readonly column: string; readonly own?: string | undefined }
    | undefined;
}

/** The rows of an entry, each once, without what was carried in its text and without a row that holds nothing else. */
function ownRowsOf({ rows, componentRows = [], text }: HeldRows): readonly Row[] {
  const [first] = rows;
  return [...new Set([...rows, ...componentRows])].flatMap((row) => {
    if (row !== text?.row) return [row];
    if (text.own === undefined && row !== first) return [];
    const { [text.column]: _, ...cells } = row.cells;
    return [
      { ...row, cells: text.own === undefined ? cells : { ...cells, [text.column]: text.own } },
    ];
  });
}
