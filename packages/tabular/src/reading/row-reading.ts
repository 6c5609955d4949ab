import { entryShape, readCarriedText } from "@gp2gp/core";
import type {
  AdapterContext,
  EntryOf,
  EntrySection,
  Extraction,
  Issue,
  Json,
  Patient,
  ReadContext,
  Residue,
  StoredContent,
} from "@gp2gp/core";
import type { PatientRows } from "../bundle/patient-rows.ts";
import { detailsSubject, isDetails } from "../details.ts";
import type { DetailsSubject } from "../details.ts";
import { idOfKey } from "../id-of-key.ts";
import type { Row } from "../row.ts";
import type { TabularFormat } from "../tabular-format.ts";
import { issue } from "../tabular-issues.ts";
import type { TabularIssueCode } from "../tabular-issues.ts";
import type { HeldEntry, Origin, TextCell } from "./held-entry.ts";

/** A text that tells further details of something else. */
export interface FoundDetails {
  readonly subject: DetailsSubject;
  readonly cell: TextCell;
}

/** A row that became no entry. */
export interface LeftRow {
  readonly row: Row;
  readonly kind: Residue["kind"];
}

const shared = new Set(Object.keys(entryShape));

/** The rows of one patient while they are read: the entries found, and what was found on the way. */
export class RowReading {
  readonly rows: PatientRows;
  readonly context: ReadContext | AdapterContext;
  readonly format: TabularFormat;
  readonly held: HeldEntry[] = [];
  readonly details: FoundDetails[] = [];
  readonly left: LeftRow[] = [];
  readonly issues: Issue[] = [];
  /** The patient, once read. */
  patient: { readonly patient: Patient; readonly origin: Origin } = {
    patient: { identifiers: [] },
    origin: { rows: [] },
  };
  extraction: Extraction;
  /** Stored bytes of documents that came along, by the name rows refer to them with. */
  readonly contents: ReadonlyMap<string, StoredContent>;
  readonly #claimed = new Set<Row>();
  readonly #patientKey: string;
  #order = 0;

  constructor(given: {
    readonly rows: PatientRows;
    readonly context: ReadContext | AdapterContext;
    readonly format: TabularFormat;
    readonly patientKey: string;
    readonly contents?: ReadonlyMap<string, StoredContent>;
    readonly extraction?: Extraction;
  }) {
    this.rows = given.rows;
    this.context = given.context;
    this.format = given.format;
    this.extraction = given.extraction ?? { format: given.format.id };
    this.contents = given.contents ?? new Map();
    this.#patientKey = given.patientKey;
  }

  report(code: TabularIssueCode, about: Parameters<typeof issue>[1] = {}): void {
    this.issues.push(issue(code, about));
  }

  /** The id of what a key names: the key itself where it is a UUID in upper case, else one made of it. */
  idOf(table: string, key: string): string {
    const patientKey = this.#patientKey;
    return idOfKey(this.context, { format: this.format.id, patientKey, table, key });
  }

  nextOrder(): number {
    return this.#order++;
  }

  /** The words of a cell, without what was carried behind them. */
  text(row: Row, column: string): TextCell {
    const whole = row.cells[column];
    const carried =
      whole === undefined ? { text: "", facts: [] } : readCarriedText(whole, this.format.textShape);
    return { row, column, own: carried.text === "" ? undefined : carried.text, carried };
  }

  /** Whether a text only tells further details of something else; it is then put to that. */
  takeDetails(cell: TextCell): boolean {
    const subject = isDetails(cell.carried)
      ? detailsSubject(cell.own, this.format.tables)
      : undefined;
    if (!subject) return false;
    this.details.push({ subject, cell });
    this.#claimed.add(cell.row);
    return true;
  }

  /** Adds what rows say of an entry. Its text may say that it is of another section: then only what all entries have is its own. */
  add<Section extends EntrySection>(
    section: Section,
    entry: EntryOf<Section>,
    origin: Origin,
  ): void {
    for (const row of [...origin.rows, ...(origin.componentRows ?? [])]) this.#claimed.add(row);
    const held = { section, entry: entry as unknown as HeldEntry["entry"], origin };
    const recordedAs = origin.text?.carried.recordedAs;
    this.held.push(
      recordedAs === undefined || recordedAs === section
        ? held
        : { section: recordedAs, entry: sharedMembersOf(held.entry), origin, plain: held },
    );
  }

  setPatient(patient: Patient, origin: Origin): void {
    for (const row of origin.rows) this.#claimed.add(row);
    this.patient = { patient, origin };
  }

  /** A row that is no fact of the record: it is kept as residue. */
  leave(row: Row, kind: Residue["kind"], code: TabularIssueCode | undefined): void {
    this.#claimed.add(row);
    this.left.push({ row, kind });
    if (code !== undefined) this.report(code, { source: row.source });
  }

  /** Rows that are read with others and need no entry of their own. */
  claim(row: Row): void {
    this.#claimed.add(row);
  }

  isClaimed(row: Row): boolean {
    return this.#claimed.has(row);
  }

  /** Keeps what the format alone understands of the record as a whole. */
  keep(key: string, value: Json): void {
    const data = (this.extraction.supplierData?.[this.format.id] ?? {}) as Record<string, Json>;
    this.extraction = {
      ...this.extraction,
      supplierData: {
        ...this.extraction.supplierData,
        [this.format.id]: { ...data, [key]: value },
      },
    };
  }
}

/** What all entries have, of one whose text says that it is of another section. */
export function sharedMembersOf(entry: HeldEntry["entry"]): HeldEntry["entry"] {
  return Object.fromEntries(
    Object.entries(entry).filter(([key]) => shared.has(key)),
  ) as HeldEntry["entry"];
}

/** A row as residue keeps it. */
export function residueOfRow({ table, cells, isMalformed }: Row): Json {
  return { table, cells, ...(isMalformed && { isMalformed }) };
}
