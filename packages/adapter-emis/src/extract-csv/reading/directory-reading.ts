import type { EntryId } from "@gp2gp/core";
import type { Row, SharedRows } from "@gp2gp/tabular";
import { readLocation } from "../sections/agents/read-location.ts";
import { readOrganisation } from "../sections/agents/read-organisation.ts";
import { readUser } from "../sections/agents/read-user.ts";
import { tableOfName } from "../wire/tables.ts";
import type { EmisReading } from "./reading.ts";
import { bareKey } from "./live-rows.ts";

/** Tables of the directory, in which agents of a record stand. */
export type DirectoryTable = "Admin_UserInRole" | "Admin_Organisation" | "Admin_Location";

/**
 * Staff, organisations and places, of which a bundle has all of its practices: those the patient's rows
 * refer to, and those they refer to in turn, become agents.
 */
export class DirectoryReading {
  readonly #reading: EmisReading;
  readonly #waiting: { readonly table: DirectoryTable; readonly row: Row }[] = [];
  readonly #ids = new Map<string, EntryId>();
  /** Agents whom a member of the record names. */
  readonly #named = new Set<EntryId>();

  constructor(reading: EmisReading) {
    this.#reading = reading;
  }

  user(row: Row, column: string): EntryId | undefined {
    return this.#agent("Admin_UserInRole", row, column);
  }

  organisation(row: Row, column: string): EntryId | undefined {
    return this.#agent("Admin_Organisation", row, column);
  }

  location(row: Row, column: string): EntryId | undefined {
    return this.#agent("Admin_Location", row, column);
  }

  /** The like, of a reference the record has no member for. */
  mention(table: DirectoryTable, row: Row, column: string): void {
    const cell = row.cells[column];
    if (cell !== undefined && this.find(table, cell)) this.#idOf(table, cell);
  }

  /** The row a cell names, in whichever way either is written. */
  find(table: string, cell: string): Row | undefined {
    return this.findAll(table, cell)[0];
  }

  /** All rows with a key, the one that counts first. */
  findAll(table: string, cell: string): readonly Row[] {
    return sharedByKey(this.#reading.rows.rows.shared, table).get(bareKey(cell)) ?? [];
  }

  /** Reads everyone referred to, and keeps who is there for the sake of columns that go home as they came. */
  readAll(): void {
    const read: EntryId[] = [];
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const { table, row } = next;
      if (table === "Admin_UserInRole") read.push(readUser(row, this.#reading));
      else if (table === "Admin_Organisation") read.push(readOrganisation(row, this.#reading));
      else read.push(readLocation(row, this.#reading));
    }
    const unnamed = read.filter((id) => !this.#named.has(id));
    if (unnamed.length > 0) this.#reading.rows.keep("directory", unnamed);
  }

  #agent(table: DirectoryTable, row: Row, column: string): EntryId | undefined {
    const cell = row.cells[column];
    if (cell === undefined) return undefined;
    const isNew = !this.#ids.has(nameOf(table, cell));
    const id = this.#idOf(table, cell);
    this.#named.add(id);
    if (isNew && !this.find(table, cell))
      this.#reading.rows.report("reference-unresolved", { source: row.source });
    return id;
  }

  #idOf(table: DirectoryTable, cell: string): EntryId {
    const name = nameOf(table, cell);
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = this.#reading.idOf(table, cell);
    this.#ids.set(name, id);
    const row = this.find(table, cell);
    if (row) this.#waiting.push({ table, row });
    return id;
  }
}

const indexes = new WeakMap<SharedRows, Map<string, ReadonlyMap<string, readonly Row[]>>>();

/** The rows of a shared table by their keys in one form: made once for all patients of a bundle. */
function sharedByKey(shared: SharedRows, table: string): ReadonlyMap<string, readonly Row[]> {
  const index = indexes.get(shared) ?? new Map<string, ReadonlyMap<string, readonly Row[]>>();
  indexes.set(shared, index);
  const known = index.get(table);
  if (known) return known;
  const { key = "" } = tableOfName(table);
  const made = Map.groupBy(shared.of(table), ({ cells }) => bareKey(cells[key] ?? ""));
  for (const [name, rows] of made) {
    const latest = shared.find(table, rows[0]?.cells[key]);
    if (latest && latest !== rows[0])
      made.set(name, [latest, ...rows.filter((row) => row !== latest)]);
  }
  index.set(table, made);
  return made;
}

const nameOf = (table: DirectoryTable, cell: string): string => `${table} ${bareKey(cell)}`;
