import { z } from "zod";
import type { Json } from "@gp2gp/core";
import { isSame } from "../row.ts";
import type { Cells, Row, RowDraft } from "../row.ts";

/*
 * What a source's rows have and the record does not say: the entry is written as the format would get it
 * from a stranger, and what differs is kept, cell by cell, with what would stand there instead. When
 * the entry goes home, a kept cell takes the place of what it was kept for, and of nothing else: a
 * corrected fact is written as it now is.
 */
const nativeRowSchema = z.strictObject({
  table: z.string(),
  /** Cells as they stood; of a row that would not be written at all, every one. */
  cells: z.record(z.string(), z.string()).optional(),
  /** What would be written at places where the source has something else, or nothing. */
  instead: z.record(z.string(), z.string()).optional(),
  /** Whether only the source has the row, or only the writing. */
  only: z.enum(["source", "writing"]).optional(),
});
export type NativeRow = z.infer<typeof nativeRowSchema>;
const nativeDataSchema = z.strictObject({ rows: z.array(nativeRowSchema) });

interface Holder {
  readonly supplierData?: Readonly<Record<string, unknown>> | undefined;
}

/** The format's own rows of an entry; none where there are none or they are not as this version knows them. */
export function nativeRowsOf(holder: Holder, format: string): readonly NativeRow[] {
  const parsed = nativeDataSchema.safeParse(holder.supplierData?.[format]);
  return parsed.success ? parsed.data.rows : [];
}

/** A row to compare; one that is kept already, with another entry or the patient, is none of this entry's. */
interface Compared extends Row {
  readonly isKept: boolean;
}

/** What the rows of a source have that written ones do not, as the supplier data of their entry; undefined for nothing. */
export function nativeDataOf(
  source: readonly Compared[],
  written: readonly Compared[],
): { readonly rows: Json } | undefined {
  const rows = differencesOf(source, written);
  return rows.length === 0 ? undefined : { rows: rows as unknown as Json };
}

function differencesOf(source: readonly Compared[], written: readonly Compared[]): NativeRow[] {
  const waiting = [...written];
  const rows: NativeRow[] = [];
  for (const { table, cells, isKept } of source) {
    const at = waiting.findIndex((row) => row.table === table);
    const [partner] = at < 0 ? [] : waiting.splice(at, 1);
    // Which of several rows of a table is meant is told by its place among them.
    if (partner) rows.push(isKept ? { table } : differenceOf(table, cells, partner.cells));
    else if (!isKept) rows.push({ table, cells: { ...cells }, only: "source" });
  }
  for (const { table, cells, isKept } of waiting)
    rows.push(isKept ? { table } : { table, instead: { ...cells }, only: "writing" });
  while (rows.length > 0 && isEmpty(rows.at(-1))) rows.pop();
  return rows;
}

function differenceOf(table: string, source: Cells, written: Cells): NativeRow {
  const columns = [...new Set([...Object.keys(source), ...Object.keys(written)])].filter(
    (column) => source[column] !== written[column],
  );
  return {
    table,
    ...some("cells", pick(source, columns)),
    ...some("instead", pick(written, columns)),
  };
}

function isEmpty(row: NativeRow | undefined): boolean {
  return row?.cells === undefined && row?.instead === undefined;
}

const pick = (cells: Cells, columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const cell = cells[column];
      return cell === undefined ? [] : [[column, cell] as const];
    }),
  );

function some(key: "cells" | "instead", cells: Record<string, string>): Partial<NativeRow> {
  return Object.keys(cells).length === 0 ? {} : { [key]: cells };
}

/** Rows that are to be written beside those of an entry, those that are not to be, and cells nothing stood in. */
export interface NativeOutcome {
  readonly added: readonly { readonly table: string; readonly cells: Cells }[];
  readonly dropped: ReadonlySet<Row>;
  readonly filled: readonly { readonly row: RowDraft; readonly column: string }[];
}

/** Puts kept cells into the written rows of an entry where what they were kept for still stands. */
export function applyNative(
  native: readonly NativeRow[],
  written: readonly RowDraft[],
): NativeOutcome {
  const waiting = [...written];
  const added: { table: string; cells: Cells }[] = [];
  const dropped = new Set<Row>();
  const filled: { row: RowDraft; column: string }[] = [];
  for (const { table, cells = {}, instead = {}, only } of native) {
    if (only === "source") {
      added.push({ table, cells });
      continue;
    }
    const at = waiting.findIndex((row) => row.table === table);
    const [row] = at < 0 ? [] : waiting.splice(at, 1);
    if (!row) continue;
    if (only === "writing") {
      if (isSame(row.cells, instead)) dropped.add(row);
      continue;
    }
    for (const column of new Set([...Object.keys(cells), ...Object.keys(instead)])) {
      if (row.cells[column] !== instead[column]) continue;
      const cell = cells[column];
      if (cell === undefined) delete row.cells[column];
      else row.cells[column] = cell;
      if (instead[column] === undefined) filled.push({ row, column });
    }
  }
  return { added, dropped, filled };
}
