import { newEntry, roleCoded } from "@gp2gp/core";
import type {
  Effective,
  Entry,
  EntryId,
  EntryOf,
  EntrySection,
  EntryText,
  Participant,
  PartialDateTime,
} from "@gp2gp/core";
import type { Origin, Row, RowReading } from "@gp2gp/tabular";
import { readLabelled } from "../sections/labelled-texts.ts";
import { issue } from "../tpp-sr-csv-issues.ts";
import { dateFromCell, flagFromCell, referenceIn } from "../wire/cells.ts";
import { rowIdentifiers } from "../wire/row-numbers.ts";
import { AgentDirectory } from "./agent-directory.ts";
import { FreeTexts } from "./free-texts.ts";
import { ListWords } from "./list-words.ts";
import { reachedRows } from "./reached-rows.ts";
import type { ReachedRows } from "./reached-rows.ts";
import { doneAtRole } from "../wire/parts.ts";

/** What every entry of a row starts from. */
export interface RowStart {
  readonly shape: Pick<
    Entry,
    "confidentiality" | "id" | "identifiers" | "order" | "participants" | "source" | "texts"
  > &
    Pick<EntryOf<"observations">, "consultation" | "recorded">;
  /** The date of the event, where the row has one. */
  readonly dated: { readonly effective?: Effective };
  readonly origin: Origin;
}

/** The rows of one patient while they are read, with what more than one section needs to know of them. */
export class ExtractReading {
  readonly rows: RowReading;
  readonly reached: ReachedRows;
  readonly lists: ListWords;
  readonly freeTexts: FreeTexts;
  readonly agents: AgentDirectory;
  /** The entries rows of coded entries are, by their identifiers. */
  readonly codedEntries = new Map<string, EntryId>();

  constructor(rows: RowReading) {
    this.rows = rows;
    for (const table of rows.rows.tableNames())
      for (const row of rows.rows.of(table))
        if (isRemoved(row) && table !== "SRPatient") rows.leave(row, "technical", "entry-deleted");
    this.reached = reachedRows(rows);
    this.lists = new ListWords(rows);
    this.freeTexts = new FreeTexts(rows);
    this.agents = new AgentDirectory(rows, this.reached, this.freeTexts);
  }

  /** The rows of a table that the source does not mark as removed. */
  of(table: string): readonly Row[] {
    return this.rows.rows.of(table).filter((row) => !this.rows.isClaimed(row));
  }

  /** A row that another one names; undefined where it is removed or not there. */
  named(table: string, cell: string | undefined): Row | undefined {
    const row = this.rows.rows.find(table, referenceIn(cell));
    return row && !isRemoved(row) ? row : undefined;
  }

  /** The entry of a row another one names; undefined and reported where it is not there. */
  entryNamed(table: string, row: Row, column: string): EntryId | undefined {
    const key = referenceIn(row.cells[column]);
    if (key === undefined) return undefined;
    if (this.named(table, key)) return this.rows.idOf(table, key);
    this.#reportUnresolved(row, column, key);
    return undefined;
  }

  /** A row of a shared table another one names; undefined and reported where it is not there. */
  sharedNamed(table: string, row: Row, column: string): Row | undefined {
    const key = referenceIn(row.cells[column]);
    const found = this.rows.rows.shared.find(table, key);
    if (key !== undefined && !found) this.#reportUnresolved(row, column, key);
    return found;
  }

  #reportUnresolved({ source }: Row, column: string, key: string): void {
    this.rows.issues.push(issue("reference-unresolved", { source, detail: { column, key } }));
  }

  words(row: Row, column: string): string | undefined {
    return this.lists.wordsIn(row, column);
  }

  /** A date of a row; one that cannot be read is said in words. */
  date(row: Row, column: string, odd?: EntryText[]): PartialDateTime | undefined {
    const cell = row.cells[column];
    if (cell === undefined) return undefined;
    const date = dateFromCell(cell);
    if (date === undefined) {
      this.rows.issues.push(
        issue("date-malformed", { source: row.source, detail: { column, value: cell } }),
      );
      odd?.push({ text: `${column} as recorded: ${cell}`, role: "displayed" });
    }
    return date;
  }

  flag(row: Row, column: string): boolean | undefined {
    return flagFromCell(row.cells[column]);
  }

  /** What an entry of a row starts from; `more` are further rows that are of it. */
  start(row: Row, more: readonly Row[] = []): RowStart {
    const { table, cells, source } = row;
    const number = cells["RowIdentifier"];
    const odd: EntryText[] = [];
    const at = this.date(row, "DateEvent", odd);
    const recorded = this.date(row, "DateEventRecorded", odd);
    const consultation =
      table === "SREvent" ? undefined : this.entryNamed("SREvent", row, "IDEvent");
    const words = this.freeTexts.of(table, number);
    return {
      shape: {
        ...newEntry(this.rows.idOf(table, number ?? ""), this.rows.nextOrder(), source),
        identifiers: rowIdentifiers(table, number),
        ...(consultation !== undefined && { consultation }),
        ...(recorded !== undefined && { recorded }),
        participants: this.participants(row),
        texts: [...readLabelled(row, this.lists), ...odd, ...words.texts],
      },
      dated: at === undefined ? {} : { effective: { kind: "point", at } },
      origin: { rows: [row, ...more, ...words.rows], text: words.text },
    };
  }

  /**
   * Who did and entered what a row says, and where: what its event says is said there. Who is no user is
   * named in words.
   */
  participants(row: Row): Participant[] {
    const event = row.table === "SREvent" ? undefined : this.named("SREvent", row.cells["IDEvent"]);
    const own = (column: string): string | undefined => {
      const cell = row.cells[column];
      return event && event.cells[column] === cell ? undefined : cell;
    };
    const doneBy = this.agents.find("SRStaffMember", own("IDDoneBy"), row);
    const named = own("TextualEventDoneBy");
    const enteredBy = this.agents.find("SRStaffMemberProfile", own("IDProfileEnteredBy"), row);
    const doneAt =
      row.table === "SREvent"
        ? undefined
        : this.agents.find("SROrganisation", own("IDOrganisationDoneAt"), row);
    return [
      ...(doneBy === undefined ? [] : [{ role: roleCoded("author"), agent: doneBy }]),
      ...(named === undefined
        ? []
        : [{ role: roleCoded("performer"), person: { names: [{ text: named }] } }]),
      ...(enteredBy === undefined ? [] : [{ role: roleCoded("entered-by"), agent: enteredBy }]),
      ...(doneAt === undefined ? [] : [{ role: doneAtRole, agent: doneAt }]),
    ];
  }

  add<Section extends EntrySection>(
    section: Section,
    entry: EntryOf<Section>,
    origin: Origin,
  ): void {
    this.rows.add(section, entry, origin);
  }
}

export function isRemoved({ cells }: Row): boolean {
  return flagFromCell(cells["RemovedData"]) === true;
}
