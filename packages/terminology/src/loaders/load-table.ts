import { createHash } from "node:crypto";
import { Gp2gpError } from "@gp2gp/core";
import type { SourcePart } from "@gp2gp/core";
import type { PackBuilder } from "../build/pack-builder.ts";
import { TerminologyError } from "../terminology-error.ts";
import { quotedRows, separatedRows } from "./read-rows.ts";
import type { Row } from "./read-rows.ts";
import { columnName } from "./table-layout.ts";
import type { Cells, TableLayout } from "./table-layout.ts";
import { RowCount } from "./table-report.ts";
import type { TableReport } from "./table-report.ts";

/** How far the reading of one table is. */
export interface TableProgress {
  readonly part: string;
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes?: number;
}

export interface LoadTable {
  readonly part: SourcePart;
  /** How the table is called: the input it is in and its name there. */
  readonly name: string;
  readonly layout: TableLayout;
  readonly release: string;
  readonly onProgress?: (progress: TableProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads a table into a builder. A row that cannot be read is counted and named, and the rest is read;
 * a table whose header is not that of its layout is refused.
 */
export async function loadTable(into: PackBuilder, table: LoadTable): Promise<TableReport> {
  const { part, name, layout, release, onProgress, signal } = table;
  const sha256 = createHash("sha256");
  let bytes = 0;
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of part.open()) {
      signal?.throwIfAborted();
      sha256.update(chunk);
      bytes += chunk.byteLength;
      yield chunk;
    }
  };
  const count = new RowCount();
  const file = fileName(part.name);
  const others = new Set(into.sets.values());
  const take = layout.open(into, { release, file });
  const header = "fixed" in layout.columns ? layout.columns.fixed : undefined;
  let cells = header && new NamedCells(header);
  try {
    for await (const rows of rowsOf(layout, chunks())) {
      for (const row of rows) {
        if (!cells) cells = headerOf(layout, row, name);
        else takeRow(cells, { row, count, take });
      }
      onProgress?.({
        part: name,
        rows: count.rows,
        bytes,
        ...(part.size !== undefined && { totalBytes: part.size }),
      });
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof TerminologyError && error.part !== undefined) throw error;
    if (error instanceof TerminologyError)
      throw new TerminologyError(error.code, { part: name, cause: error });
    if (Gp2gpError.isInstance(error))
      throw new TerminologyError("table-unreadable", { part: name, cause: error });
    throw error;
  }
  if (!cells) throw headerUnknown(layout, name);
  if (layout.several !== true)
    for (const rows of into.sets.values()) if (!others.has(rows)) rows.close();
  const { rows, taken, superseded, later, unreadable, faults, firstFaults } = count;
  return {
    name,
    layout: layout.id,
    release,
    bytes,
    sha256: sha256.digest("hex"),
    ...{ rows, taken, superseded, later, unreadable, faults, firstFaults },
  };
}

/** The name of a part without its folders. */
export function fileName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

function rowsOf(layout: TableLayout, chunks: AsyncIterable<Uint8Array>): AsyncIterable<Row[]> {
  switch (layout.cells) {
    case "tab":
      return separatedRows(chunks, "\t");
    case "pipe":
      return separatedRows(chunks, "|");
    case "quoted":
      return quotedRows(chunks);
  }
}

function takeRow(
  cells: NamedCells,
  { row, count, take }: { row: Row; count: RowCount; take: ReturnType<TableLayout["open"]> },
): void {
  count.rows += 1;
  if (typeof row.cells === "string") return count.fault(row.line, row.cells);
  if (!cells.hold(row.cells)) return count.fault(row.line, "columns");
  const outcome = take(cells);
  if (outcome === "taken" || outcome === "superseded" || outcome === "later") count[outcome] += 1;
  else if (outcome !== "skipped") count.fault(row.line, outcome);
}

function headerOf(layout: TableLayout, row: Row, name: string): NamedCells {
  const cells = typeof row.cells === "string" ? undefined : new NamedCells(row.cells);
  const wanted = "named" in layout.columns ? layout.columns.named : [];
  if (!cells || !wanted.every((column) => cells.has(column))) throw headerUnknown(layout, name);
  return cells;
}

function headerUnknown(layout: TableLayout, part: string): TerminologyError {
  const columns = "named" in layout.columns ? layout.columns.named : layout.columns.fixed;
  const expected = `the columns ${columns.map((column) => column.replaceAll("|", " or ")).join(", ")}`;
  return new TerminologyError("table-header-unknown", { part, line: 1, expected });
}

/** The cells of the row at hand by the names of a header; `A|B` is the first of these it has. */
class NamedCells implements Cells {
  readonly #places = new Map<string, number>();
  readonly #width: number;
  #cells: readonly string[] = [];

  constructor(header: readonly string[]) {
    this.#width = header.length;
    for (const [place, name] of header.entries())
      if (!this.#places.has(columnName(name))) this.#places.set(columnName(name), place);
  }

  /** Takes the next row; false where it is not as wide as its table. */
  hold(cells: readonly string[]): boolean {
    this.#cells = cells;
    return cells.length === this.#width;
  }

  has(column: string): boolean {
    return this.#placeOf(column) >= 0;
  }

  get(column: string): string {
    return this.#cells[this.#placeOf(column)]?.trim() ?? "";
  }

  #placeOf(column: string): number {
    const known = this.#places.get(column);
    if (known !== undefined) return known;
    const place =
      column
        .split("|")
        .map((name) => this.#places.get(name))
        .find((found) => found !== undefined) ?? -1;
    this.#places.set(column, place);
    return place;
  }
}
