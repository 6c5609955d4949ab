import type { Row, TableSpec } from "@gp2gp/tabular";

/** A table of the extract, with what its published column list says of each column. */
export interface EmisTable extends TableSpec {
  /** The longest text of a column, in characters, where it is published. */
  readonly widths: Readonly<Record<string, number>>;
  /** Columns that version 5.4 lacks. */
  readonly later: ReadonlySet<string>;
}

/**
 * A table from its columns in the order of version 8.2, in words: `Term:255` is at most so long, `+Term`
 * came after version 5.4, `?Term` is in both versions that are written and in not all that are read.
 */
export function emisTable(
  about: Pick<TableSpec, "name" | "label"> & Partial<TableSpec>,
  notation: string,
): EmisTable {
  const columns = notation
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [, mark = "", name = "", width] = /^([+?]?)(\w+)(?::(\d+))?$/.exec(word) ?? [];
      return { mark, name, width };
    });
  return {
    ...about,
    columns: columns.map(({ name }) => name),
    optional: columns.filter(({ mark }) => mark !== "").map(({ name }) => name),
    widths: Object.fromEntries(
      columns.flatMap(({ name, width }) => (width === undefined ? [] : [[name, Number(width)]])),
    ),
    later: new Set(columns.filter(({ mark }) => mark === "+").map(({ name }) => name)),
  };
}

/** A table of rows about patients; of two rows with one key that of the later processing counts. */
export function patientTable(
  about: Pick<TableSpec, "name" | "label"> & Partial<TableSpec>,
  notation: string,
): EmisTable {
  return emisTable({ patient: "PatientGuid", supersedes: isProcessedLater, ...about }, notation);
}

function isProcessedLater(row: Row, other: Row): boolean {
  const [number = "", before = ""] = [row, other].map(({ cells }) => cells["ProcessingId"]);
  return isNumber(number) && isNumber(before) && Number(number) > Number(before);
}

const isNumber = (cell: string): boolean => /^\d{1,15}$/.test(cell);
