import { degradeKindOfEntry, pointerOf, roleOf } from "@gp2gp/core";
import type { AnyEntry, EntryId, ParticipantRole, PatientRecord } from "@gp2gp/core";
import type { PlacedEntry, RowDraft, RowWriting } from "@gp2gp/tabular";
import { guidOfId, isGuidId } from "../../shared/guid.ts";
import type { Marker } from "../codes/clinical-codings.ts";
import { CodeBook } from "../codes/code-book.ts";
import type { BookedCode, BookingOf } from "../codes/code-book.ts";
import { bundleDataOf, formatId } from "../emis-csv-data.ts";
import type { BundleData } from "../emis-csv-data.ts";
import { emisCsvOptionsOf } from "../emis-csv-options.ts";
import { booleanAs, defaultHabits } from "../reading/habits.ts";
import type { Habits } from "../reading/habits.ts";
import { writeMoment, writePartialDate } from "../wire/cells.ts";
import { columnsOf, writtenVersionOf } from "../wire/layouts.ts";
import type { WrittenVersion } from "../wire/layouts.ts";
import { tableOfName } from "../wire/tables.ts";
import { DirectoryWriting } from "./directory-writing.ts";
import { EntryForms } from "./entry-forms.ts";

/** One record while its rows are written. */
export class EmisWriting {
  readonly rows: RowWriting;
  readonly record: PatientRecord;
  readonly version: WrittenVersion;
  readonly data: BundleData;
  readonly habits: Habits;
  readonly forms: EntryForms;
  readonly codes: CodeBook;
  readonly directory: DirectoryWriting;
  readonly writesOriginalTerms: boolean;
  /** The keys every row of the patient has, with braces; known once the patient is written. */
  keys = { patient: "", practice: "" };
  /** Rows of observations, courses and issues, by the entry, or measurement, they are. */
  readonly rowsById = new Map<EntryId, RowDraft>();
  /** Keys of the sessions whose rows are written. */
  readonly sessions = new Set<string>();
  #details = 0;

  constructor(rows: RowWriting) {
    const { record, context } = rows;
    this.rows = rows;
    this.record = record;
    this.version = writtenVersionOf(context.formatVersion);
    this.data = bundleDataOf(record.extraction);
    this.habits = { ...defaultHabits, ...this.data.habits };
    this.writesOriginalTerms =
      this.data.originalTerms ?? emisCsvOptionsOf(context.options).originalTerms ?? false;
    this.forms = new EntryForms(rows.entries(), this.version);
    this.codes = new CodeBook(rows, this.data, this.habits.processingId);
    const agents = rows
      .entries()
      .filter((placed): placed is PlacedEntry<"agents"> => placed.section === "agents");
    this.directory = new DirectoryWriting(this, agents, this.data.directory ?? []);
  }

  /** The key of an entry: its id where that is a GUID, else one made of it. */
  keyOf(id: EntryId): string {
    return guidOfId(isGuidId(id) ? id : this.newId(`key ${id}`));
  }

  /** The key of the next row of further details. */
  detailsKey(): string {
    this.#details += 1;
    return guidOfId(this.newId(`details ${this.#details} of ${this.keys.patient}`));
  }

  newId(seed: string): string {
    return this.rows.context.newId(`${formatId} ${seed}`);
  }

  /** A row with what all rows of its table have. */
  row(table: string): RowDraft {
    const row = this.rows.addRow(table);
    const { columns, patient } = tableOfName(table);
    if (patient !== undefined) this.put(row, "PatientGuid", this.keys.patient);
    if (patient !== undefined && columns.includes("OrganisationGuid"))
      this.put(row, "OrganisationGuid", this.keys.practice);
    this.putBoolean(row, "Deleted", false);
    this.put(row, "ProcessingId", this.habits.processingId);
    return row;
  }

  /** Writes a cell, where the version has its column and that is as wide; answers whether it did. */
  put(row: RowDraft, column: string, value: string | undefined): boolean {
    const table = tableOfName(row.table);
    const width = table.widths[column];
    if (value === undefined || (width !== undefined && value.length > width)) return false;
    if (columnsOf(table, this.version)?.includes(column) !== true) return false;
    return this.rows.set(row, column, value);
  }

  putBoolean(row: RowDraft, column: string, value: boolean | undefined): boolean {
    return value !== undefined && this.put(row, column, booleanAs(value, this.habits));
  }

  /** A flag that the record says is so; where the bundle it came in says of flags that they are not so, so does this. */
  putFlag(row: RowDraft, column: string, value: boolean): void {
    if (value || this.habits.saysFalse) this.putBoolean(row, column, value);
  }

  /** The columns of when it was, recorded, by whom, in which consultation, and how confidential it is. */
  putHead(row: RowDraft, entry: AnyEntry, clinician: ParticipantRole = "author"): void {
    const { consultation, effective, confidentiality } = entry;
    if (this.forms.of(consultation) === "consultation" && consultation !== entry.id)
      this.put(row, "ConsultationGuid", consultation && this.keyOf(consultation));
    this.putEffective(row, effective);
    const { date, time } = writeMoment(entry.recorded);
    this.put(row, "EnteredDate", date);
    this.put(row, "EnteredTime", time);
    this.#putParticipants(row, entry, clinician);
    this.putBoolean(row, "IsConfidential", confidentiality.length > 0);
  }

  putEffective(row: RowDraft, effective: AnyEntry["effective"]): void {
    if (effective?.kind === "absent") {
      this.put(row, "EffectiveDatePrecision", "U");
      return;
    }
    const at = effective?.kind === "period" ? (effective.start ?? effective.end) : effective?.at;
    this.putDate(row, "EffectiveDate", at);
  }

  /** A partial date in its column, and how fine it is in the one beside. */
  putDate(row: RowDraft, column: string, at: string | undefined): void {
    const cells = at === undefined ? undefined : writePartialDate(at);
    this.put(row, column, cells?.date);
    this.put(row, `${column}Precision`, cells?.precision);
  }

  /** A row that is an entry, under the key of it. */
  rowOf({ section, index, entry }: PlacedEntry, table: string): RowDraft {
    const row = this.row(table);
    const { key } = tableOfName(table);
    if (key !== undefined) this.put(row, key, this.keyOf(entry.id));
    if (!isGuidId(entry.id))
      this.rows.report("id-generated", { record: pointerOf(section, index) });
    this.rowsById.set(entry.id, row);
    return row;
  }

  /** Writes the number of an entry's code; that of a marker where it has none that can be shown. */
  putCode(
    row: RowDraft,
    { section, index, entry }: PlacedEntry,
    about: Omit<BookingOf, "at" | "kind"> & { readonly marker?: Marker } = {},
  ): Omit<BookedCode, "codeId"> {
    const { codeId, ...said } = this.codes.clinical(entry.concept, {
      ...about,
      at: { section, index },
      kind: degradeKindOfEntry(section, entry),
    }) ?? { codeId: this.codes.marker(about.marker ?? "words") };
    this.put(row, "CodeId", codeId);
    return said;
  }

  /** Who did it and who typed it, where they stand in this order. */
  #putParticipants(row: RowDraft, { participants }: AnyEntry, clinician: ParticipantRole): void {
    const userOf = (role: ParticipantRole, from: number): { at: number; key?: string } => {
      for (const [at, one] of participants.entries()) {
        if (at < from || roleOf(one.role) !== role) continue;
        const key = this.directory.keyOf("Admin_UserInRole", one.agent);
        if (key !== undefined) return { at, key };
      }
      return { at: -1 };
    };
    const first = userOf(clinician, 0);
    this.put(row, "ClinicianUserInRoleGuid", first.key);
    this.put(row, "EnteredByUserInRoleGuid", userOf("entered-by", first.at + 1).key);
  }
}
