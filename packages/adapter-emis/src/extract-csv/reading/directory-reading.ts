import type { EntryId } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { guidOfId } from "../../shared/guid.ts";
import { readLocation } from "../sections/agents/read-location.ts";
import { readOrganisation } from "../sections/agents/read-organisation.ts";
import { readUser } from "../sections/agents/read-user.ts";
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

  /** The row a cell names, in whichever way the cell is written. */
  find(table: string, cell: string): Row | undefined {
    const { shared } = this.#reading.rows.rows;
    return shared.find(table, cell) ?? shared.find(table, guidOfId(bareKey(cell)));
  }

  /** All rows with a key, likewise. */
  findAll(table: string, cell: string): readonly Row[] {
    const { shared } = this.#reading.rows.rows;
    const rows = shared.findAll(table, cell);
    return rows.length > 0 ? rows : shared.findAll(table, guidOfId(bareKey(cell)));
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

const nameOf = (table: DirectoryTable, cell: string): string => `${table} ${bareKey(cell)}`;
