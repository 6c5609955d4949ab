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
  const { formatVersion } = draft.extraction;
  const written = await writeRows(format, draft, {
    ...context,
    ...(formatVersion !== undefined && { formatVersion }),
    terminology: noMaps,
    confidential: "carry",
  });
  const placed = new Map(written.placements.map((placement) => [placement.entry, placement]));
  const kept = new Set<Row>();
  const { patient } = draft;
  const ofPatient = differences(kept, reading.patient.origin, { rows: written.patientRows });
  for (const { section, index, origin } of entries) {
    const list = draft[section] as EntryOf<EntrySection>[];
    const entry = list[index];
    const placement = entry && placed.get(entry);
    const data = placement && differences(kept, origin, placement);
    if (entry && data) list[index] = withNative(entry, format.id, data);
  }
  return ofPatient ? { ...draft, patient: withNative(patient, format.id, ofPatient) } : draft;
}

/** The rows an entry was read from or is written as, and the cell of its words. */
interface RowsOf extends Pick<Origin, "rows" | "componentRows"> {
  readonly text?: TextOf | undefined;
}
interface TextOf {
  readonly row: Row;
  readonly column: string;
  readonly own?: string | undefined;
}

/** What the rows an entry was read from have that those it is written as do not, but for rows kept before. */
function differences(kept: Set<Row>, origin: RowsOf, placement: RowsOf): Json | undefined {
  const [source, made] = [origin, placement].map(({ rows, componentRows = [], text }) =>
    [...rows, ...componentRows]
      .filter((row) => !isBlockAlone(row, rows, text))
      .map((row) => {
        const isKept = kept.has(row);
        kept.add(row);
        return { ...withoutBlock(row, text), isKept };
      }),
  );
  return nativeDataOf(source ?? [], made ?? []);
}

function withNative<Holder extends Pick<AnyEntry, "supplierData">>(
  holder: Holder,
  format: string,
  data: Json,
): Holder {
  return { ...holder, supplierData: { ...holder.supplierData, [format]: data } };
}

/** Whether a row beside that of an entry holds nothing but what was carried in its text. */
function isBlockAlone(row: Row, [first]: readonly Row[], text: TextOf | undefined): boolean {
  return row === text?.row && row !== first && text.own === undefined;
}

/** A row without what was carried in its text. */
function withoutBlock(row: Row, text: TextOf | undefined): Row {
  if (!text || row !== text.row) return row;
  const { column, own } = text;
  const { [column]: _, ...cells } = row.cells;
  return { ...row, cells: own === undefined ? cells : { ...cells, [column]: own } };
}
