import { newEntry, roleCoded } from "@gp2gp/core";
import type {
  Coded,
  Effective,
  EntryText,
  Identifier,
  Participant,
  ParticipantRole,
} from "@gp2gp/core";
import type { Cells, Row, TextCell } from "@gp2gp/tabular";
import type { InpsReading } from "../../reading/inps-reading.ts";
import { idAndIdentifiers } from "../../reading/row-ids.ts";
import type { KeyedTable } from "../../reading/row-ids.ts";
import { readDay, readDocumentId, readTime } from "../../wire/cells.ts";
import type { CellReading } from "../../wire/cells.ts";
import type { LetterTable } from "../../wire/letter-table.ts";
import type { InpsIssueCode } from "../../inps-csv-issues.ts";
import { inpsSystems } from "../../inps-systems.ts";

/** A row that names an entry, while it is read. */
export class EntryRow {
  readonly row: Row;
  readonly inps: InpsReading;
  readonly id: string;
  readonly #identifiers: Identifier[];
  readonly #odd: string[] = [];

  constructor(table: KeyedTable, row: Row, inps: InpsReading) {
    this.row = row;
    this.inps = inps;
    const { id, identifiers } = idAndIdentifiers(table, row.cells["ID"] ?? "", inps.reading);
    this.id = id;
    this.#identifiers = [...identifiers, ...documentIdentifiers(row.cells["DOCUMENT_ID"], id)];
  }

  get cells(): Cells {
    return this.row.cells;
  }

  get text(): TextCell {
    return this.inps.text(this.row);
  }

  /** What every entry starts from: ids, place, consultation, when, recorded when, by whom. */
  start(role: ParticipantRole) {
    const { row, inps } = this;
    const consultation = inps.links.consultationOf(row);
    const at = this.moment();
    const recorded = this.day("RECORDED_DATE");
    return {
      ...newEntry(this.id, inps.reading.nextOrder(), row.source),
      identifiers: this.#identifiers,
      ...(consultation !== undefined && { consultation }),
      ...(at !== undefined && { effective: { kind: "point", at } satisfies Effective }),
      ...(recorded !== undefined && { recorded }),
      participants: this.#participants(role),
    };
  }

  day(column: string): string | undefined {
    return this.#valueOf(column, readDay(this.cells[column]), "date-malformed");
  }

  /** DATE, and TIME as far as it is known. */
  moment(): string | undefined {
    const day = this.day("DATE");
    const time = this.#valueOf("TIME", readTime(this.cells["TIME"]), "date-malformed");
    return day === undefined || time === undefined ? day : `${day}T${time}`;
  }

  /** The concept of a letter; one off the table is kept as it is. */
  letter(column: string, table: LetterTable): Coded | undefined {
    const { [column]: cell } = this.cells;
    if (cell === undefined) return undefined;
    if (!table.has(cell)) this.#report(column, "value-unmapped");
    return table.read(cell);
  }

  /** Keeps a cell that is not of the form of its column as words, for every system to see. */
  odd(column: string, code: InpsIssueCode): void {
    const { [column]: cell } = this.cells;
    if (cell === undefined) return;
    this.#odd.push(`${column} as recorded: ${cell}`);
    this.#report(column, code);
  }

  #report(column: string, code: InpsIssueCode): void {
    this.inps.report(code, { source: { ...this.row.source, pointer: column } });
  }

  /** The words of an entry, and behind them the cells kept as words. To be asked for last. */
  texts(own: EntryText["role"] | undefined): EntryText[] {
    const { own: words } = this.text;
    return [
      ...(own === undefined || words === undefined ? [] : [{ text: words, role: own }]),
      ...(this.#odd.length === 0
        ? []
        : [{ text: this.#odd.join("\n"), role: "displayed" as const }]),
    ];
  }

  #participants(role: ParticipantRole): Participant[] {
    const agent = this.inps.agents.staff(this.cells["HCP"]);
    return agent === undefined ? [] : [{ role: roleCoded(role), agent }];
  }

  #valueOf(column: string, reading: CellReading, code: InpsIssueCode): string | undefined {
    if (reading.is === "malformed") this.odd(column, code);
    return reading.is === "value" ? reading.value : undefined;
  }
}

/** The document an entry is or refers to, where it is under another id than the entry's own. */
function documentIdentifiers(cell: string | undefined, id: string): Identifier[] {
  const value = cell === undefined ? "" : readDocumentId(cell);
  return value === "" || value === id ? [] : [{ system: inpsSystems.document, value }];
}

/** A concept with a further qualifier. */
export function withQualifier(concept: Coded | undefined, name: string, value: Coded): Coded {
  const qualifier = { name: { text: name, codings: [] }, value };
  return {
    ...(concept ?? { codings: [] }),
    qualifiers: [...(concept?.qualifiers ?? []), qualifier],
  };
}

/** The value of the first qualifier of a name. */
export function qualifierOf(concept: Coded | undefined, name: string): Coded | undefined {
  return concept?.qualifiers?.find((qualifier) => qualifier.name?.text === name)?.value;
}
