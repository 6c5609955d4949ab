import type { SourceLocation } from "@gp2gp/core";

/** The cells of a row that are not empty, by column. */
export type Cells = Readonly<Record<string, string>>;

/** One row of one table. */
export interface Row {
  readonly table: string;
  readonly cells: Cells;
  readonly source: SourceLocation;
  /** It has more or fewer cells than its part has columns, so that its cells stand under no column's name. */
  readonly isMalformed?: true;
}

/** A row that is being written. */
export interface RowDraft extends Row {
  readonly cells: Record<string, string>;
}

/** Whether the cells of two rows say the same. */
export function isSame(left: Cells, right: Cells): boolean {
  const columns = Object.keys(left);
  return (
    columns.length === Object.keys(right).length &&
    columns.every((column) => left[column] === right[column])
  );
}

/** The cells of a row in the order of columns, empty ones too; of a malformed one as they stood. */
export function cellsInOrder({ cells, isMalformed }: Row, columns: readonly string[]): string[] {
  return isMalformed ? Object.values(cells) : columns.map((column) => cells[column] ?? "");
}

/** The columns written rows have beyond those of their table, in the order they come up. */
export function furtherColumns(rows: readonly Row[], columns: readonly string[]): string[] {
  const further = new Set(
    rows.flatMap(({ cells, isMalformed }) => (isMalformed ? [] : Object.keys(cells))),
  );
  for (const column of columns) further.delete(column);
  return [...further];
}
