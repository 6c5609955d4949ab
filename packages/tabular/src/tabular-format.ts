import type {
  AdapterContext,
  AnyEntry,
  ArtefactPart,
  EntrySection,
  Extraction,
  FormatId,
  Identifier,
  PatientRecord,
  SourcePart,
  TextShape,
} from "@gp2gp/core";
import type { BoundPart } from "./bundle/bound-part.ts";
import type { PatientRows } from "./bundle/patient-rows.ts";
import type { Charset } from "./csv/csv-dialect.ts";
import type { RowReading } from "./reading/row-reading.ts";
import type { Row, RowDraft } from "./row.ts";
import type { TableSpec } from "./table-spec.ts";
import type { TabularIssueCode } from "./tabular-issues.ts";
import type { Placement, TextPlace } from "./writing/placement.ts";
import type { RowWriting } from "./writing/row-writing.ts";

/**
 * A supplier's format of tables, as two pure functions over rows: what rows say as entries, and which
 * rows an entry is. Everything else follows from the two: what a row says that the record does not is
 * what differs when the entry is written again, and what the rows do not hold of an entry is what
 * differs when they are read again.
 */
export interface TabularFormat {
  readonly id: FormatId;
  readonly tables: readonly TableSpec[];
  /** Whether a name is that of a table the format has beside those whose columns it knows. */
  readonly isTable?: (name: string) => boolean;
  /** The table with one row for each patient. */
  readonly patientTable: string;
  /** Whether the format can mark an entry as confidential. */
  readonly marksConfidential: boolean;
  /** Of a format that cannot mark every entry, whether it marks this one by the table it stands in. */
  readonly isMarked?: (section: EntrySection, entry: AnyEntry) => boolean;

  charset(options: Readonly<Record<string, unknown>> | undefined): Charset;
  /** How carried text stands in a cell of words: in lines of its own, unless the format's cells are one line. */
  readonly textShape?: TextShape;
  /** Whether a cell can hold a value whose characters the character set has; every value unless the format says. */
  canHold?(value: string): boolean;

  /**
   * The table a part holds, or the tables, where it is one of the format; rejects with SourceFault where it is
   * damaged. A table that is not among `tables` is one whose columns the format does not know: its rows are residue.
   */
  bind(
    part: SourcePart,
    options: BindOptions,
  ): Promise<BoundPart | readonly BoundPart[] | undefined>;
  /** The one form of the cell that names the patient a row is about. */
  patientKey?(cell: string): string;
  /** What the names and layouts of parts say of the source: its version, when it was made. */
  describe?(parts: readonly BoundPart[]): Partial<Omit<Extraction, "format">>;
  /** Why a patient is not read though there is a row that tells who it is. */
  refuse?(row: Row): TabularIssueCode | undefined;
  /** The identifiers in the row of a patient. */
  identifiersOf(row: Row, context: AdapterContext): readonly Identifier[];

  /** What the rows of a patient call the documents they refer to: names of files without their ending. */
  documentsOf?(rows: PatientRows): readonly string[];
  /** Reads the rows of one patient into entries. */
  read(reading: RowReading): void;
  /** Writes a record as rows, leaving for carried text what rows cannot hold. */
  write(record: PatientRecord, writing: RowWriting): void;
  /**
   * Adds a row that holds words of nobody's own, for further details of something else: of an entry, whose
   * rows and restrictions are known, or of the record.
   */
  addDetails(writing: RowWriting, about?: Placement): TextPlace;
  /**
   * Of a format that keeps words in rows of their own: adds a row for words of one that has none, which
   * reading gives to it. Without it they stand among the further details.
   */
  readonly addWords?: (row: RowDraft, writing: RowWriting) => TextPlace;
  /** The name of the file the rows of a table are written to. */
  partName(table: string, writing: RowWriting): string;
  /** The written rows as files. */
  partsOf(writing: RowWriting): readonly ArtefactPart[];
}

export interface BindOptions {
  /** All parts of the source: how one is to be read may show in another. */
  readonly parts: readonly SourcePart[];
  readonly options: Readonly<Record<string, unknown>> | undefined;
  readonly signal: AbortSignal | undefined;
}
