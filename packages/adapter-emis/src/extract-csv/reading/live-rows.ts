import type { Row, RowReading } from "@gp2gp/tabular";
import { idOfGuid } from "../../shared/guid.ts";
import { isTrue } from "../wire/cells.ts";
import { tableOfName } from "../wire/tables.ts";

/** What a key or reference names, in its one form: GUIDs come in either case, with braces and without. */
export function bareKey(cell: string): string {
  return idOfGuid(cell) ?? cell.trim();
}

/** A patient's rows that are facts, by table and by key: neither deleted nor there twice. */
export class LiveRows {
  readonly #reading: RowReading;
  readonly #tables = new Map<string, ReadonlyMap<string, Row>>();
  readonly #deleted = new Set<string>();

  constructor(reading: RowReading) {
    this.#reading = reading;
  }

  of(table: string): Iterable<Row> {
    return this.#table(table).values();
  }

  find(table: string, cell: string | undefined): Row | undefined {
    return cell === undefined ? undefined : this.#table(table).get(bareKey(cell));
  }

  /** Whether a cell names a row that is deleted. */
  isDeleted(table: string, cell: string): boolean {
    this.#table(table);
    return this.#deleted.has(`${table} ${bareKey(cell)}`);
  }

  #table(table: string): ReadonlyMap<string, Row> {
    const known = this.#tables.get(table);
    if (known) return known;
    const live = new Map<string, Row>();
    this.#tables.set(table, live);
    const { key } = tableOfName(table);
    for (const [place, row] of this.#reading.rows.of(table).entries()) {
      const name = key === undefined ? String(place + 1) : bareKey(row.cells[key] ?? "");
      if (isTrue(row.cells["Deleted"])) {
        // A deleted row is no fact, and mostly nothing but its keys.
        this.#deleted.add(`${table} ${name}`);
        this.#reading.leave(row, "technical", "entry-deleted");
      } else if (live.has(name)) this.#reading.leave(row, "clinical", "row-repeated");
      else live.set(name, row);
    }
    return live;
  }
}
