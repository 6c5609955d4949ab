import { listOf, listTextColumn } from "../wire/lists.ts";
import type { ListTable } from "../wire/lists.ts";
import type { KeptRow } from "../wire/kept-extract.ts";
import type { ExtractWriting } from "./extract-writing.ts";

/** The rows of lists and dictionaries that cells name by an id: those of the extract a record came from, and those its words need. */
export class ListRows {
  readonly #writing: ExtractWriting;
  readonly #rows: KeptRow[];
  readonly #known = new Map<string, string>();

  constructor(writing: ExtractWriting) {
    this.#writing = writing;
    this.#rows = (writing.kept.shared ?? []).map(({ table, cells }) => ({ table, cells }));
  }

  /** The cell that says words in a column: the id of a text of its list, or the words themselves. */
  cellOf(table: string, column: string, words: string): string {
    const list = listOf(table, column);
    // A number in a column of a list stands for a text nobody has.
    if (list === undefined || /^\d+$/.test(words)) return words;
    if (list === "either")
      return (
        this.#find("SRConfiguredListOption", { ConfiguredListOption: words }) ??
        this.#find("SRMapping", { Mapping: words }) ??
        words
      );
    return this.#idOfText(list, column, words);
  }

  #idOfText(list: ListTable, column: string, words: string): string {
    const text = { [listTextColumn[list]]: words };
    // A list of the extract that came has the text under the id it came with, whatever its group is called.
    const kept = this.#writing.kept.shared?.find(
      ({ table, cells }) => table === list && cells[listTextColumn[list]] === words,
    );
    if (kept) return kept.cells["RowIdentifier"] ?? words;
    if (list === "SRConfiguredListOption")
      return this.idOf(list, { ConfiguredList: column, ...text }) ?? words;
    const group = this.idOf("SRMappingGroup", { MappingGroup: column });
    return this.idOf(list, { IdMappingGroup: group, ...text }) ?? words;
  }

  /** The number of a row that says just this, which is made where there is none; undefined where no cell can say it. */
  idOf(table: string, said: Readonly<Record<string, string | undefined>>): string | undefined {
    const { rows } = this.#writing;
    const cells = Object.fromEntries(
      Object.entries(said).filter((one): one is [string, string] => rows.canHold(one[1])),
    );
    if (Object.keys(cells).length === 0) return undefined;
    const found = this.#find(table, cells);
    if (found !== undefined) return found;
    const number = this.#writing.make(`${table} ${JSON.stringify(cells)}`);
    this.#rows.push({ table, cells: { RowIdentifier: number, ...cells } });
    return number;
  }

  #find(table: string, cells: Readonly<Record<string, string>>): string | undefined {
    const place = JSON.stringify([table, cells]);
    const known = this.#known.get(place);
    if (known !== undefined) return known;
    const wanted = Object.entries(cells);
    const row = this.#rows.find(
      (one) => one.table === table && wanted.every(([column, cell]) => one.cells[column] === cell),
    );
    const found = row?.cells["RowIdentifier"];
    if (found !== undefined) this.#known.set(place, found);
    return found;
  }

  /** Writes the rows, once all cells are. */
  write(): void {
    for (const { table, cells } of this.#rows) {
      const row = this.#writing.add(table);
      for (const [column, cell] of Object.entries(cells)) this.#writing.rows.set(row, column, cell);
    }
  }
}
