import type { Row } from "../row.ts";
import type { TableSpec } from "../table-spec.ts";
import type { SharedRows } from "./shared-rows.ts";

/** The rows of one patient, by table and by key, and the shared rows they refer to. */
export class PatientRows {
  readonly shared: SharedRows;
  /** Rows whose key another row of the table has, and rows that do not fit their columns. */
  readonly strays: readonly Row[];
  readonly #tables = new Map<string, Row[]>();
  readonly #byKey = new Map<string, Map<string, Row>>();

  constructor(
    rows: readonly Row[],
    { tables, shared }: { readonly tables: readonly TableSpec[]; readonly shared: SharedRows },
  ) {
    this.shared = shared;
    const keys = new Map(tables.map(({ name, key }) => [name, key]));
    this.strays = rows.filter((row) => !this.#place(row, keys.get(row.table)));
  }

  of(table: string): readonly Row[] {
    return this.#tables.get(table) ?? [];
  }

  find(table: string, key: string | undefined): Row | undefined {
    return key === undefined ? undefined : this.#byKey.get(table)?.get(key);
  }

  #place(row: Row, key: string | undefined): boolean {
    const { table, cells } = row;
    if (row.isMalformed) return false;
    const value = key === undefined ? undefined : cells[key];
    if (key !== undefined) {
      if (value === undefined) return false;
      const known = this.#byKey.get(table) ?? new Map<string, Row>();
      if (known.has(value)) return false;
      this.#byKey.set(table, known.set(value, row));
    }
    const rows = this.#tables.get(table);
    if (rows) rows.push(row);
    else this.#tables.set(table, [row]);
    return true;
  }
}
