import type { Row } from "../row.ts";
import { isLater } from "../table-spec.ts";
import type { TableSpec } from "../table-spec.ts";
import type { SharedRows } from "./shared-rows.ts";

/** The rows of one patient, by table and by key, and the shared rows they refer to. */
export class PatientRows {
  readonly shared: SharedRows;
  /** Rows whose key another row of the table has, and rows that do not fit their columns. */
  readonly strays: Row[] = [];
  /** Rows whose place a later row with the same key has. */
  readonly superseded: Row[] = [];
  readonly #tables = new Map<string, Row[]>();
  /** Where among the rows of its table the row with a key stands. */
  readonly #places = new Map<string, Map<string, number>>();

  constructor(
    rows: readonly Row[],
    { tables, shared }: { readonly tables: readonly TableSpec[]; readonly shared: SharedRows },
  ) {
    this.shared = shared;
    const specs = new Map(tables.map((table) => [table.name, table]));
    for (const row of rows) this.#place(row, specs.get(row.table));
  }

  of(table: string): readonly Row[] {
    return this.#tables.get(table) ?? [];
  }

  find(table: string, key: string | undefined): Row | undefined {
    const place = key === undefined ? undefined : this.#places.get(table)?.get(key);
    return place === undefined ? undefined : this.#tables.get(table)?.[place];
  }

  #place(row: Row, spec: TableSpec | undefined): void {
    const { table, cells } = row;
    const key = spec?.key === undefined ? spec?.nameOf?.(cells) : cells[spec.key];
    if (row.isMalformed || (spec?.key !== undefined && key === undefined)) {
      this.strays.push(row);
      return;
    }
    const rows = this.#tables.get(table) ?? [];
    this.#tables.set(table, rows);
    if (spec && key !== undefined) {
      const places = this.#places.get(table) ?? new Map<string, number>();
      this.#places.set(table, places);
      const place = places.get(key);
      const known = place === undefined ? undefined : rows[place];
      if (place !== undefined && known && spec.key !== undefined) {
        if (isLater(row, known, spec)) {
          rows[place] = row;
          this.superseded.push(known);
        } else (isLater(known, row, spec) ? this.superseded : this.strays).push(row);
        return;
      }
      if (place === undefined) places.set(key, rows.length);
    }
    rows.push(row);
  }
}
