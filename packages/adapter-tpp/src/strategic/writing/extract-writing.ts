import { dateOfEffective, identifierSystems, roleOf } from "@gp2gp/core";
import type {
  Agent,
  Authorisation,
  EntryId,
  EntryOf,
  EntrySection,
  Participant,
  Referral,
} from "@gp2gp/core";
import { idOfKey } from "@gp2gp/tabular";
import type { Placed, PlacedEntry, RowDraft, RowWriting } from "@gp2gp/tabular";
import { doneAtRole } from "../reading/extract-reading.ts";
import { findPressureEntries } from "../sections/observations/write-pressure.ts";
import type { PressuresAt } from "../sections/observations/write-pressure.ts";
import { isTemplate } from "../sections/medication/write-medication.ts";
import { optionsOf } from "../tpp-sr-csv-options.ts";
import type { TppSrCsvOptions } from "../tpp-sr-csv-options.ts";
import { hasStaffProfile } from "../sections/agents/staff-profile.ts";
import { writtenBlank } from "../wire/blanks.ts";
import { dateToCell, flagFromCell } from "../wire/cells.ts";
import { keptExtractOf } from "../wire/kept-extract.ts";
import type { KeptExtract } from "../wire/kept-extract.ts";
import { dateToManifest } from "../wire/manifest.ts";
import { agentTablesMeant, noReference } from "../wire/references.ts";
import type { AgentTable } from "../wire/references.ts";
import { isMadeNumber, madeNumber, RowNumbers, rowSystem } from "../wire/row-numbers.ts";
import { tableNamed } from "../wire/tables.ts";
import { agentIn } from "./agent-in.ts";
import { ListRows } from "./list-rows.ts";

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

const isForOrganisation = (column: string): boolean =>
  column === "IDOrganisationVisibleTo" || column === "IDOrganisationRegisteredAt";

/** The parts of whoever did what a row is about, the first that is played. */
const doers = ["author", "performer", "primary-performer"] as const;

/** The rows of one record while they are written, with what more than one section needs to know of them. */
export class ExtractWriting {
  readonly rows: RowWriting;
  readonly kept: KeptExtract;
  /** The time an extract was made, as it writes it: that of the one a record came from, else now. */
  readonly time: string;
  readonly options: TppSrCsvOptions;
  readonly numbers: RowNumbers;
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
  readonly #organisations = new Map<EntryId, string>();
  readonly #blanks = new Map<string, readonly (readonly [string, string])[]>();
  readonly #codes = new Set<string>();
  #details = 0;

  constructor(rows: RowWriting) {
    this.rows = rows;
    writings.set(rows, this);
    this.options = optionsOf(rows.context.options);
    this.kept = keptExtractOf(rows.record.extraction);
    this.time = timeOf(rows);
    this.numbers = new RowNumbers((seed) => rows.context.newId(seed));
    this.lists = new ListRows(this);
    for (const placed of rows.entries()) this.byId.set(placed.entry.id, placed);
    this.issued = new Set(rows.record.issues.flatMap(({ course }) => course?.id ?? []));
    this.pressures = findPressureEntries(rows.entries(), rows.record.problems);
  }

  get patientNumber(): string {
    return this.rows.patientRows[0]?.cells["RowIdentifier"] ?? "";
  }

  /** The id a reader gives what a key names. */
  idOf(table: string, key: string): string {
    const { format, context } = this.rows;
    return idOfKey(table, key, {
      format: format.id,
      patient: this.patientNumber,
      newId: (seed) => context.newId(seed),
    });
  }

  /** What the next row of further details is numbered by. */
  nextDetails(): string {
    return `details ${this.#details++}`;
  }

  /** A number that is always the same for the same seed. */
  make(seed: string): string {
    return madeNumber((text) => this.rows.context.newId(text), seed);
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
  #fill(row: RowDraft, column: string, value: string | undefined): void {
    if (tableNamed(row.table)?.columnSet.has(column) === true) this.rows.set(row, column, value);
  }

  putDate(row: RowDraft, column: string, date: string | undefined): boolean {
    return date !== undefined && this.put(row, column, dateToCell(date));
  }

  putFlag(row: RowDraft, column: string, raised: boolean): boolean {
    if (raised) return this.put(row, column, this.kept.raised ?? "TRUE");
    const blank = this.#blankOf(row.table, column);
    const lowered = this.kept.lowered ?? "FALSE";
    return this.put(row, column, flagFromCell(blank) === false ? blank : lowered);
  }

  /** Writes words into a column that may hold the id of a text in a list. */
  putListed(row: RowDraft, column: string, words: string | undefined): boolean {
    if (!this.rows.holds(words)) return false;
    return this.put(row, column, this.lists.cellOf(row.table, column, words));
  }

  /** A row with what all rows have: whose it is, in which event, when, and by whom. */
  start({ entry }: PlacedEntry, table: string): RowDraft {
    const row = this.add(table);
    const event = this.events.get(entry.consultation ?? "");
    this.put(row, "RowIdentifier", this.numbers.of(table, entry));
    this.put(row, "IDPatient", this.patientNumber);
    this.#fill(row, "IDEvent", event?.cells["RowIdentifier"]);
    if (entry.effective?.kind === "point" || entry.effective?.kind === "centre")
      this.#fill(row, "DateEvent", dateToCell(dateOfEffective(entry.effective) ?? ""));
    if (entry.recorded !== undefined)
      this.#fill(row, "DateEventRecorded", dateToCell(entry.recorded));
    this.#writeParticipants(row, entry.participants, event);
    return row;
  }

  /**
   * Who did and entered it, and where: where the entry does not say, as its event has it. Whoever performed
   * it did it, where nobody is its author.
   */
  #writeParticipants(
    row: RowDraft,
    participants: readonly Participant[],
    event: RowDraft | undefined,
  ): void {
    if (participants.length === 0 && !event) return;
    const named = participants.find(({ role, person }) => person && roleOf(role) === "performer");
    const [doneBy] = doers.flatMap((role) => agentIn(participants, role) ?? []);
    const cells = {
      IDDoneBy: doneBy === undefined ? undefined : (this.staffNumber(doneBy) ?? noReference),
      TextualEventDoneBy: named?.person?.names?.[0]?.text,
      IDProfileEnteredBy: this.profileNumber(agentIn(participants, "entered-by")),
      IDOrganisationDoneAt: this.organisationCode(agentIn(participants, doneAtRole)),
    };
    for (const [column, own] of Object.entries(cells))
      this.#fill(row, column, own ?? event?.cells[column]);
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

  agent(id: EntryId | undefined): Agent | undefined {
    const placed = this.byId.get(id ?? "");
    return placed?.section === "agents" ? (placed.entry as Agent) : undefined;
  }

  /** The table an agent is written in; undefined for one the extract has no table of. */
  tableOf(agent: Agent): AgentTable | undefined {
    const addressBook = rowSystem("SRAddressBookEntry");
    const isInAddressBook = agent.identifiers.some(({ system }) => system === addressBook);
    switch (agent.kind) {
      case "person":
        if (isInAddressBook) return "SRAddressBookEntry";
        return hasStaffProfile(agent) ? "SRStaffMemberProfile" : "SRStaffMember";
      case "organisation":
        return isInAddressBook ? "SRAddressBookEntry" : "SROrganisation";
      case "place":
        return "SROrganisationBranch";
      case "team":
        return "SRTeam";
      case "device":
        return undefined;
    }
  }

  /** What names an agent in the columns of a table; undefined where it is not written there. */
  numberIn(table: AgentTable, id: EntryId | undefined): string | undefined {
    const agent = this.agent(id);
    if (!agent || this.tableOf(agent) !== table) return undefined;
    return table === "SROrganisation" ? this.organisationCode(id) : this.numbers.of(table, agent);
  }

  staffNumber(id: EntryId | undefined): string | undefined {
    const agent = this.agent(id);
    if (!agent) return undefined;
    const table = this.tableOf(agent);
    if (table !== "SRStaffMember" && table !== "SRStaffMemberProfile") return undefined;
    return this.numbers.of("SRStaffMember", agent, true);
  }

  profileNumber(id: EntryId | undefined): string | undefined {
    return this.numberIn("SRStaffMemberProfile", id);
  }

  /** The code an organisation is named by: its own, else a number made for it. */
  organisationCode(id: EntryId | undefined): string | undefined {
    const agent = this.agent(id);
    if (!agent || this.tableOf(agent) !== "SROrganisation") return undefined;
    const known = this.#organisations.get(agent.id);
    if (known !== undefined) return known;
    const own = agent.identifiers.find(
      ({ system, assigner, value }) =>
        system === identifierSystems.ods &&
        assigner === undefined &&
        /^[A-Za-z0-9]{2,20}$/.test(value) &&
        !isMadeNumber(value) &&
        !this.#codes.has(value),
    );
    const code = own?.value ?? this.make(`organisation ${agent.id}`);
    this.#organisations.set(agent.id, code);
    this.#codes.add(code);
    return code;
  }

  /** Names an agent by a number and the word for its table. */
  putMeant(
    row: RowDraft,
    [column, wordColumn]: readonly [string, string],
    id: EntryId | undefined,
  ): void {
    const agent = this.agent(id);
    const table = agent && this.tableOf(agent);
    const number = table && this.numberIn(table, id);
    if (table === undefined || number === undefined) return;
    this.put(row, column, number);
    if (agentTablesMeant(table)[0] === table) this.put(row, wordColumn, table);
  }

  /** Fills the columns in which a row has nothing to say as the extract it came from does, else as extracts do. */
  fillBlanks(row: RowDraft): void {
    for (const [column, blank] of this.#blanksOf(row.table)) row.cells[column] ??= blank;
  }

  /** What stands in the columns of a table that have nothing to say, of those that then have anything. */
  #blanksOf(table: string): readonly (readonly [column: string, blank: string])[] {
    const known = this.#blanks.get(table);
    if (known) return known;
    const blanks = (tableNamed(table)?.blankColumns ?? []).flatMap((column) => {
      const blank = this.#blankOf(table, column) ?? writtenBlank(column);
      return this.rows.holds(blank) ? [[column, blank] as const] : [];
    });
    this.#blanks.set(table, blanks);
    return blanks;
  }

  #blankOf(table: string, column: string): string | undefined {
    const { blanks = {} } = this.kept;
    const given = isForOrganisation(column) ? this.options.organisation : undefined;
    return blanks[`${table}.${column}`] ?? blanks[column] ?? given;
  }

  place<Section extends EntrySection>(placed: PlacedEntry<Section>, how: Placed): void {
    this.rows.place(placed as PlacedEntry, how);
  }

  entry<Section extends EntrySection>(placed: PlacedEntry, _: Section): EntryOf<Section> {
    return placed.entry as EntryOf<Section>;
  }
}
