import type { Issue } from "@gp2gp/core";
import { isSame } from "../row.ts";
import type { Row } from "../row.ts";
import { isLater } from "../table-spec.ts";
import type { TableSpec } from "../table-spec.ts";
import { issue } from "../tabular-issues.ts";
import { toRow } from "./bound-part.ts";
import type { BoundPart } from "./bound-part.ts";
import { noteReferences, referenceColumns } from "./patient-index.ts";
import type { References } from "./patient-index.ts";

/** Rows that belong to no patient: organisations, staff, places, codes. */
export class SharedRows {
  readonly issues: Issue[] = [];
  readonly #tables = new Map<
    string,
    { readonly rows: Row[]; readonly byKey: Map<string, Row[]> }
  >();

  /** Adds a row; one that is said again in the same words, as where extracts of a practice lie together, is one. */
  add(row: Row, spec: TableSpec): void {
    const { name, key } = spec;
    let table = this.#tables.get(name);
    if (!table) this.#tables.set(name, (table = { rows: [], byKey: new Map() }));
    const value = key === undefined ? undefined : row.cells[key];
    const known = value === undefined ? [] : (table.byKey.get(value) ?? []);
    if (known.some(({ cells }) => isSame(cells, row.cells))) return;
    table.rows.push(row);
    if (value === undefined) return;
    const [first] = known;
    const isFirst = first !== undefined && isLater(row, first, spec);
    table.byKey.set(value, isFirst ? [row, ...known] : [...known, row]);
  }

  of(table: string): readonly Row[] {
    return this.#tables.get(table)?.rows ?? [];
  }

  /** The row with a key; of several the latest, else the first. */
  find(table: string, key: string | undefined): Row | undefined {
    return this.findAll(table, key)[0];
  }

  /** All rows with a key, the one `find` gives first. */
  findAll(table: string, key: string | undefined): readonly Row[] {
    return (key === undefined ? undefined : this.#tables.get(table)?.byKey.get(key)) ?? [];
  }
}

/**
 * Reads the shared tables of a source, in the order of the format. Of those that are referred to by key,
 * only the rows some patient's row refers to are kept, and those that these refer to: national code
 * tables do not fit a bounded memory.
 */
export async function readSharedRows(
  parts: readonly BoundPart[],
  {
    tables,
    referenced,
    signal,
  }: {
    readonly tables: readonly TableSpec[];
    readonly referenced: References;
    readonly signal: AbortSignal | undefined;
  },
): Promise<SharedRows> {
  const shared = new SharedRows();
  const places = new Map(tables.map(({ name }, place) => [name, place]));
  const placeOf = ({ table }: BoundPart) => places.get(table.name) ?? tables.length;
  for (const bound of parts.toSorted((left, right) => placeOf(left) - placeOf(right))) {
    const { table, columns } = bound;
    if (table.patient !== undefined) continue;
    const wanted = referenced.get(table.name);
    const references = referenceColumns(table, columns, referenced);
    for await (const text of bound.rows(undefined, signal)) {
      const row = toRow(bound, text);
      const source = { part: bound.name, line: text.line };
      if (text.isOpen) shared.issues.push(issue("file-open", { source }));
      if (!row) shared.issues.push(issue("shared-row-length-wrong", { source }));
      const key = row && table.key !== undefined ? row.cells[table.key] : undefined;
      if (!row || (wanted && (key === undefined || !wanted.has(key)))) continue;
      shared.add(row, table);
      noteReferences(text, references);
    }
  }
  return shared;
}
