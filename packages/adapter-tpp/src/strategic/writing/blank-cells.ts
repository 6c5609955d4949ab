import type { RowDraft, RowWriting } from "@gp2gp/tabular";
import type { TppSrCsvOptions } from "../tpp-sr-csv-options.ts";
import { writtenBlank } from "../wire/blanks.ts";
import { flagFromCell } from "../wire/cells.ts";
import type { KeptExtract } from "../wire/kept-extract.ts";
import { tableNamed } from "../wire/tables.ts";

const isForOrganisation = (column: string): boolean =>
  column === "IDOrganisationVisibleTo" || column === "IDOrganisationRegisteredAt";

/** What stands in cells that say nothing: as in the extract a record came from, else as extracts have it. */
export class BlankCells {
  readonly #rows: RowWriting;
  readonly #kept: KeptExtract;
  readonly #options: TppSrCsvOptions;
  readonly #byTable = new Map<string, readonly (readonly [column: string, blank: string])[]>();

  constructor(rows: RowWriting, kept: KeptExtract, options: TppSrCsvOptions) {
    this.#rows = rows;
    this.#kept = kept;
    this.#options = options;
  }

  /** Fills the columns in which a row has nothing to say. */
  fill(row: RowDraft): void {
    for (const [column, blank] of this.#of(row.table)) row.cells[column] ??= blank;
  }

  /** The cell of a flag. */
  flag(table: string, column: string, raised: boolean): string {
    if (raised) return this.#kept.raised ?? "TRUE";
    const blank = this.#keptOf(table, column);
    return flagFromCell(blank) === false && blank !== undefined
      ? blank
      : (this.#kept.lowered ?? "FALSE");
  }

  #of(table: string): readonly (readonly [column: string, blank: string])[] {
    const known = this.#byTable.get(table);
    if (known) return known;
    const blanks = (tableNamed(table)?.blankColumns ?? []).flatMap((column) => {
      const blank = this.#keptOf(table, column) ?? writtenBlank(column);
      return this.#rows.canHold(blank) ? [[column, blank] as const] : [];
    });
    this.#byTable.set(table, blanks);
    return blanks;
  }

  #keptOf(table: string, column: string): string | undefined {
    const { blanks = {} } = this.#kept;
    const given = isForOrganisation(column) ? this.#options.organisation : undefined;
    return blanks[`${table}.${column}`] ?? blanks[column] ?? given;
  }
}
