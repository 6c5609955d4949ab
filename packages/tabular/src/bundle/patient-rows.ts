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
    const specs = new Map(tables.map((table) => [table.name, table]));
    this.strays = rows.filter((row) => !this.#place(row, specs.get(row.table)));
  }

  of(table: string): readonly Row[] {
    return this.#tables.get(table) ?? [];
  }

  find(table: string, key: string | undefined): Row | undefined {
    return key === undefined ? undefined : this.#byKey.get(table)?.get(key);
  }

  #place(row: Row, spec: TableSpec | undefined): boolean {
    const { table, cells } = row;
    if (row.isMalformed) return false;
    const { key, nameOf } = spec ?? {};
    const value = key === undefined ? nameOf?.(cells) : cells[key];
    const known = this.#byKey.get(table) ?? new Map<string, Row>();
    const isNew = value !== undefined && !known.has(value);
    if (isNew) this.#byKey.set(table, known.set(value, row));
    else if (key !== undefined) return false;
    const rows = this.#tables.get(table);
    if (rows) rows.push(row);
    else this.#tables.set(table, [row]);
    return true;
  }
}
