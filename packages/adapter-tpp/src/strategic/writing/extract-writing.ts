import { dateOfEffective } from "@gp2gp/core";
import type { Agent, Authorisation, EntryId, EntryOf, EntrySection, Referral } from "@gp2gp/core";
import { idOfKey } from "@gp2gp/tabular";
import type { Placed, PlacedEntry, RowDraft, RowWriting } from "@gp2gp/tabular";
import { isTemplate } from "../sections/medication/medication-types.ts";
import { findPressureEntries } from "../sections/observations/pressure-entries.ts";
import type { PressuresAt } from "../sections/observations/pressure-entries.ts";
import { optionsOf } from "../tpp-sr-csv-options.ts";
import { dateToCell } from "../wire/cells.ts";
import { keptExtractOf } from "../wire/kept-extract.ts";
import type { KeptExtract } from "../wire/kept-extract.ts";
import { dateToManifest } from "../wire/manifest.ts";
import { agentTablesMeant } from "../wire/references.ts";
import { RowNumbers } from "../wire/row-numbers.ts";
import { tableNamed } from "../wire/tables.ts";
import { AgentNumbers } from "./agent-numbers.ts";
import { BlankCells } from "./blank-cells.ts";
import { ListRows } from "./list-rows.ts";
import { writeParticipants } from "./write-participants.ts";

const writings = new WeakMap<RowWriting, ExtractWriting>();

/** The writing of an extract its rows are of. */
export function extractWritingOf(rows: RowWriting): ExtractWriting {
  return writings.get(rows) ?? new ExtractWriting(rows);
}

function timeOf({ record, context }: RowWriting): string {
  const { at } = record.extraction;
  const own = at === undefined ? undefined : dateToManifest(at);
  return own ?? dateToManifest(context.now().toISOString().slice(0, 16)) ?? "";
}

/** The rows of one record while they are written, with what more than one section needs to know of them. */
export class ExtractWriting {
  readonly rows: RowWriting;
  readonly kept: KeptExtract;
  /** The time an extract was made, as it writes it: that of the one a record came from, else now. */
  readonly time: string;
  /** The folder its files stand in. */
  readonly folder: string;
  readonly numbers: RowNumbers;
  readonly agents: AgentNumbers;
  readonly blanks: BlankCells;
  readonly lists: ListRows;
  readonly byId = new Map<EntryId, PlacedEntry>();
  /** The rows of events, by the consultations they are. */
  readonly events = new Map<EntryId, RowDraft>();
  /** The rows of coded entries, by the entries they are. */
  readonly codes = new Map<EntryId, RowDraft>();
  /** The rows of appointments, visits and referrals, by the entries they are. */
  readonly links = new Map<EntryId, RowDraft>();
  /** The rows of members of staff, by their numbers. */
  readonly staff = new Map<string, RowDraft>();
  /** The authorisations something was issued by. */
  readonly issued: ReadonlySet<EntryId>;
  /** What of blood pressures stands in an event at a time. */
  readonly pressures: PressuresAt;
  #details = 0;

  constructor(rows: RowWriting) {
    this.rows = rows;
    writings.set(rows, this);
    this.kept = keptExtractOf(rows.record.extraction);
    this.time = timeOf(rows);
    this.folder = this.kept.folder ?? this.time;
    this.numbers = new RowNumbers((seed) => rows.context.newId(seed));
    this.blanks = new BlankCells(rows, this.kept, optionsOf(rows.context.options));
    this.lists = new ListRows(this);
    const agents: Agent[] = [];
    for (const placed of rows.entries()) {
      this.byId.set(placed.entry.id, placed);
      if (placed.section === "agents") agents.push(placed.entry as Agent);
    }
    this.agents = new AgentNumbers(agents, this.numbers);
    this.issued = new Set(rows.record.issues.flatMap(({ course }) => course?.id ?? []));
    this.pressures = findPressureEntries(rows.entries(), rows.record.problems);
  }

  get patientNumber(): string {
    return this.rows.patientRows[0]?.cells["RowIdentifier"] ?? "";
  }

  /** The id a reader gives what a key names. */
  idOf(table: string, key: string): string {
    const { format, context } = this.rows;
    return idOfKey(context, { format: format.id, patientKey: this.patientNumber, table, key });
  }

  /** What the next row of further details is numbered by. */
  nextDetails(): string {
    return `details ${this.#details++}`;
  }

  /** A number that is always the same for the same seed. */
  make(seed: string): string {
    return this.numbers.make(seed);
  }

  add(table: string): RowDraft {
    return this.rows.addRow(table);
  }

  /** Writes a value into a column of the row's table; answers whether it is held. */
  put(row: RowDraft, column: string, value: string | undefined): boolean {
    if (tableNamed(row.table)?.columnSet.has(column) !== true)
      throw new TypeError(`${row.table} has no column ${column}`);
    return this.rows.set(row, column, value);
  }

  /** Writes a value into a column where the row's table has it. */
  fill(row: RowDraft, column: string, value: string | undefined): void {
    if (tableNamed(row.table)?.columnSet.has(column) === true) this.rows.set(row, column, value);
  }

  putDate(row: RowDraft, column: string, date: string | undefined): boolean {
    return date !== undefined && this.put(row, column, dateToCell(date));
  }

  putFlag(row: RowDraft, column: string, raised: boolean): boolean {
    return this.put(row, column, this.blanks.flag(row.table, column, raised));
  }

  /** Writes words into a column that may hold the id of a text in a list. */
  putListed(row: RowDraft, column: string, words: string | undefined): boolean {
    if (!this.rows.canHold(words)) return false;
    return this.put(row, column, this.lists.cellOf(row.table, column, words));
  }

  /** A row with what all rows have: whose it is, in which event, when, and by whom. */
  start({ entry }: PlacedEntry, table: string): RowDraft {
    const row = this.add(table);
    const event = this.events.get(entry.consultation ?? "");
    this.put(row, "RowIdentifier", this.numbers.of(table, entry));
    this.put(row, "IDPatient", this.patientNumber);
    this.fill(row, "IDEvent", event?.cells["RowIdentifier"]);
    if (entry.effective?.kind === "point" || entry.effective?.kind === "centre")
      this.fill(row, "DateEvent", dateToCell(dateOfEffective(entry.effective) ?? ""));
    if (entry.recorded !== undefined)
      this.fill(row, "DateEventRecorded", dateToCell(entry.recorded));
    writeParticipants(row, entry.participants, event, this);
    return row;
  }

  /** What names a repeat template; of one that stayed behind the number it came with is not known. */
  templateNumber(id: EntryId | undefined): string | undefined {
    const placed = this.byId.get(id ?? "");
    if (placed?.section !== "authorisations") return undefined;
    const template = placed.entry as Authorisation;
    return isTemplate(template) ? this.numbers.of("SRRepeatTemplate", template) : undefined;
  }

  referralNumber(id: EntryId | undefined): string | undefined {
    const placed = this.byId.get(id ?? "");
    if (placed?.section !== "referrals") return undefined;
    const referral = placed.entry as Referral;
    return referral.direction === "inbound" ? this.numbers.of("SRReferralIn", referral) : undefined;
  }

  /** Names an agent by a number and the word for its table. */
  putMeant(
    row: RowDraft,
    [column, wordColumn]: readonly [string, string],
    id: EntryId | undefined,
  ): void {
    const agent = this.agents.find(id);
    const table = agent && this.agents.tableOf(agent);
    const number = table && this.agents.in(table, id);
    if (table === undefined || number === undefined) return;
    this.put(row, column, number);
    if (agentTablesMeant(table)[0] === table) this.put(row, wordColumn, table);
  }

  place<Section extends EntrySection>(placed: PlacedEntry<Section>, how: Placed): void {
    this.rows.place(placed as PlacedEntry, how);
  }

  entry<Section extends EntrySection>(placed: PlacedEntry, _: Section): EntryOf<Section> {
    return placed.entry as EntryOf<Section>;
  }
}
