import { issuesOf, sharedIssueKinds } from "@gp2gp/core";
import type { Row, RowReading } from "@gp2gp/tabular";
import { referenceIn } from "../wire/cells.ts";
import { listOf, listTextColumn } from "../wire/lists.ts";
import type { ListTable } from "../wire/lists.ts";

const issue = issuesOf(sharedIssueKinds);

/** The texts that cells name by an id in a list. */
export class ListWords {
  readonly #reading: RowReading;
  readonly #reported = new Map<Row, Set<string>>();

  constructor(reading: RowReading) {
    this.#reading = reading;
  }

  #report(row: Row, column: string, value: string): void {
    const reported = this.#reported.get(row) ?? new Set();
    if (reported.has(column)) return;
    this.#reported.set(row, reported.add(column));
    this.#reading.issues.push(
      issue("value-unmapped", { source: row.source, detail: { column, value } }),
    );
  }

  /** What a cell says: of a list the text its id names, else the cell as it is. An id without a text is kept and reported. */
  wordsIn(row: Row, column: string): string | undefined {
    const list = listOf(row.table, column);
    const cell = row.cells[column];
    if (list === undefined) return cell;
    const id = referenceIn(cell);
    if (id === undefined || !/^\d+$/.test(id)) return id;
    const tables: readonly ListTable[] =
      list === "either" ? ["SRConfiguredListOption", "SRMapping"] : [list];
    for (const table of tables) {
      const text = this.#reading.rows.shared.find(table, id)?.cells[listTextColumn[table]];
      if (text !== undefined) return text;
    }
    this.#report(row, column, id);
    return id;
  }
}
