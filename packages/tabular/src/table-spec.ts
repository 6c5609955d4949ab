import type { Row } from "./row.ts";

/** A table of a format: what it is called, its columns in order, and which of them say whose and which a row is. */
export interface TableSpec {
  readonly name: string;
  /** What a row of it is, in the words of people: `drug record`. Unique among the tables of a format. */
  readonly label: string;
  readonly columns: readonly string[];
  /** Columns that published layouts of the format lack. A file that lacks any other is reported. */
  readonly optional?: readonly string[];
  /** Other spellings of columns in published layouts, and the columns they are. */
  readonly spellings?: Readonly<Record<string, string>>;
  /** The column that names the patient a row is about. Rows of a table without one are shared by all patients. */
  readonly patient?: string;
  /** The column that names a row among those of its table. Rows of a table without one are known by their place. */
  readonly key?: string;
  /** What a row of a table without such a column may be named by; rows it does not name are known by their place. */
  readonly nameOf?: (cells: Readonly<Record<string, string>>) => string | undefined;
  /** Whether a row takes the place of another with the same key; asked first of the one that stands behind. Without it, none does. */
  readonly supersedes?: (row: Row, other: Row) => boolean;
  /**
   * Columns that name rows of shared tables, which are too large to be held whole: column to table, or to
   * each table it may name a row of. Shared tables with references stand before those they refer to.
   */
  readonly references?: Readonly<Record<string, string | readonly string[]>>;
  /** Its rows may be of patients who have left the source: by themselves they make no patient. */
  readonly outlivesPatient?: true;
}

/** Whether a row takes the place of another with the same key. */
export function isLater(row: Row, known: Row, { supersedes }: Pick<TableSpec, "supersedes">) {
  return supersedes?.(row, known) === true;
}
