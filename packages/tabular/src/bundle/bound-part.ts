import type { Issue, SourcePart } from "@gp2gp/core";
import type { CsvDialect } from "../csv/csv-dialect.ts";
import { readCsv } from "../csv/read-csv.ts";
import type { Span, TextRow } from "../csv/read-csv.ts";
import type { Row } from "../row.ts";
import { SourceFault } from "../source-fault.ts";
import type { TableSpec } from "../table-spec.ts";
import { issue } from "../tabular-issues.ts";

/** Opens the rows of a part, or of a stretch of it. */
export type OpenRows = (span?: Span, signal?: AbortSignal) => AsyncIterable<TextRow>;

/** A part of a source that holds the rows of a table. */
export interface BoundPart {
  readonly name: string;
  readonly table: TableSpec;
  /** The columns of its rows, in the order they stand in. */
  readonly columns: readonly string[];
  readonly rows: OpenRows;
  readonly issues: readonly Issue[];
}

/** Binds a part whose first row names its columns. Raises SourceFault where a column is missing without which rows mean nothing. */
export async function bindByHeader(
  part: SourcePart,
  table: TableSpec,
  dialect: CsvDialect,
  signal?: AbortSignal,
): Promise<BoundPart> {
  const header = await firstRow(part, dialect, signal);
  const columns = header?.cells.map((name) => columnOf(name.trim(), table)) ?? [];
  const source = { part: part.name, line: 1 };
  const issues = issuesOfColumns(columns, table, source);
  return {
    name: part.name,
    table,
    columns,
    rows: (span, abort) =>
      span
        ? readCsv(part, dialect, { span, signal: abort })
        : withoutFirst(readCsv(part, dialect, { signal: abort })),
    issues: header?.isOpen ? [...issues, issue("file-open", { source })] : issues,
  };
}

function columnOf(name: string, { spellings }: TableSpec): string {
  return spellings && Object.hasOwn(spellings, name) ? (spellings[name] ?? name) : name;
}

/** What is to be said of the columns of a part. Raises SourceFault where one is missing without which rows mean nothing. */
export function issuesOfColumns(
  columns: readonly string[],
  table: TableSpec,
  source: Issue["source"] & object,
): readonly Issue[] {
  for (const demanded of [table.patient, table.key])
    if (demanded !== undefined && !columns.includes(demanded))
      throw new SourceFault(issue("column-missing", { source, detail: { column: demanded } }));
  const known = new Set(table.columns);
  const unknown = columns.filter((column) => !known.has(column));
  const absent = table.columns.filter(
    (column) => !columns.includes(column) && table.optional?.includes(column) !== true,
  );
  return [
    ...absent.map((column) => issue("column-absent", { source, detail: { column } })),
    ...unknown.map((column) => issue("column-unknown", { source, detail: { column } })),
  ];
}

/** Binds a part whose rows are known by their order alone. */
export function bindByOrder(
  part: SourcePart,
  table: TableSpec,
  columns: readonly string[],
  dialect: CsvDialect,
): BoundPart {
  const rows: OpenRows = (span, signal) =>
    readCsv(part, dialect, { ...(span && { span }), signal });
  return { name: part.name, table, columns, rows, issues: [] };
}

/** The first row of a part; undefined where it has none. */
export async function firstRow(
  part: SourcePart,
  dialect: CsvDialect,
  signal?: AbortSignal,
): Promise<TextRow | undefined> {
  for await (const row of readCsv(part, dialect, { signal, rows: 1 })) return row;
  return undefined;
}

async function* withoutFirst(rows: AsyncIterable<TextRow>): AsyncIterable<TextRow> {
  let isFirst = true;
  for await (const row of rows) {
    if (!isFirst) yield row;
    isFirst = false;
  }
}

/** A row of a part with its cells by column; undefined where it has more or fewer cells than there are columns. */
export function toRow({ name, table, columns }: BoundPart, text: TextRow): Row | undefined {
  if (text.cells.length !== columns.length) return undefined;
  const cells: Record<string, string> = {};
  for (const [at, column] of columns.entries()) {
    const cell = text.cells[at];
    if (cell !== undefined && cell !== "") cells[column] = cell;
  }
  return { table: table.name, cells, source: { part: name, line: text.line } };
}
