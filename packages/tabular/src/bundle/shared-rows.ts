import type { Issue } from "@gp2gp/core";
import type { Row } from "../row.ts";
import type { TableSpec } from "../table-spec.ts";
import { issue } from "../tabular-issues.ts";
import { toRow } from "./bound-part.ts";
import type { BoundPart } from "./bound-part.ts";

/** Rows that belong to no patient: organisations, staff, places, codes. */
export class SharedRows {
  readonly issues: Issue[] = [];
  readonly #tables = new Map<string, { readonly rows: Row[]; readonly byKey: Map<string, Row> }>();

  add(row: Row, { name, key }: TableSpec): void {
    let table = this.#tables.get(name);
    if (!table) this.#tables.set(name, (table = { rows: [], byKey: new Map() }));
    table.rows.push(row);
    const value = key === undefined ? undefined : row.cells[key];
    if (value !== undefined && !table.byKey.has(value)) table.byKey.set(value, row);
  }

  of(table: string): readonly Row[] {
    return this.#tables.get(table)?.rows ?? [];
  }

  find(table: string, key: string | undefined): Row | undefined {
    return key === undefined ? undefined : this.#tables.get(table)?.byKey.get(key);
  }
}

/**
 * Reads the shared tables of a source. Of those that patients' rows refer to by key, only the rows some
 * patient refers to are kept: national code tables do not fit a bounded memory.
 */
export async function readSharedRows(
  parts: readonly BoundPart[],
  referenced: ReadonlyMap<string, ReadonlySet<string>>,
  signal: AbortSignal | undefined,
): Promise<SharedRows> {
  const shared = new SharedRows();
  for (const bound of parts) {
    const { table } = bound;
    if (table.patient !== undefined) continue;
    const wanted = referenced.get(table.name);
    for await (const text of bound.rows(undefined, signal)) {
      const row = toRow(bound, text);
      const source = { part: bound.name, line: text.line };
      if (text.isOpen) shared.issues.push(issue("file-open", { source }));
      if (!row) shared.issues.push(issue("shared-row-length-wrong", { source }));
      const key = row && table.key !== undefined ? row.cells[table.key] : undefined;
      if (row && (!wanted || (key !== undefined && wanted.has(key)))) shared.add(row, table);
    }
  }
  return shared;
}
