import type { PackBuilder } from "../build/pack-builder.ts";
import type { CodeFault } from "../systems/code-check.ts";

/** What is wrong with a code of a table. */
export type KeyFault = CodeFault | "not-a-concept";

/** What is wrong with a row of a table, so that nothing of it is used. */
export type RowFault =
  | "columns"
  | "line-length"
  | "quoting"
  | `source-${KeyFault}`
  | `target-${KeyFault}`
  | "term-id"
  | "date"
  | "status"
  | "assurance"
  | "system"
  | "text";

/** What became of a row: `skipped` rows are sound and say nothing a pack needs. */
export type RowOutcome = "taken" | "superseded" | "later" | "skipped" | RowFault;

/** The cells of a row, by the names its table's header gives the columns. */
export interface Cells {
  /** The text of a cell; empty where the table has no such column. */
  get(column: string): string;
  /** Whether the table has such a column. */
  has(column: string): boolean;
}

/** A table as one release gives it. */
export interface TableAbout {
  readonly release: string;
  /** The name of the file, without its folders. */
  readonly file: string;
}

/** One published table layout: how its files are known, cut into cells, and what their rows mean. */
export interface TableLayout {
  readonly id: string;
  readonly title: string;
  /** The names of its files, without folders. */
  readonly files: RegExp;
  readonly cells: "tab" | "pipe" | "quoted";
  /**
   * The columns of its rows in order, where files have no header; else the columns a header must
   * have. Names are compared without case and signs: IS_ASSURED is ISASSURED.
   */
  readonly columns: { readonly fixed: readonly string[] } | { readonly named: readonly string[] };
  /** Several files of one layout belong together, rather than the newest alone. */
  readonly several?: boolean;
  /** Tables that must be read before. */
  readonly after?: readonly string[];
  readonly owner: "crown" | "snomed" | "supplier";
  open(into: PackBuilder, about: TableAbout): (cells: Cells) => RowOutcome;
}

/** The one spelling of a column's name. */
export function columnName(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
}
