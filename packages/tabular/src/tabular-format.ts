import type {
  ArtefactPart,
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
import type { TextPlace } from "./writing/placement.ts";
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
  /** The table with one row for each patient. */
  readonly patientTable: string;
  /** Whether the format can mark an entry as confidential. */
  readonly marksConfidential: boolean;

  charset(options: Readonly<Record<string, unknown>> | undefined): Charset;
  /** How carried text stands in a cell of words: in lines of its own, unless the format's cells are one line. */
  readonly textShape?: TextShape;
  /** Whether a cell can hold a value whose characters the character set has; every value unless the format says. */
  canHold?(value: string): boolean;

  /** The table a part holds, or the tables, where it is one of the format; rejects with SourceFault where it is damaged. */
  bind(
    part: SourcePart,
    options: BindOptions,
  ): Promise<BoundPart | readonly BoundPart[] | undefined>;
  /** The one form of the cell that names the patient a row is about. */
  patientKey?(cell: string): string;
  /** The identifiers in the row of a patient. */
  identifiersOf(row: Row): readonly Identifier[];

  /** What the rows of a patient call the documents they refer to: names of files without their ending. */
  documentsOf?(rows: PatientRows): readonly string[];
  /** Reads the rows of one patient into entries. */
  read(reading: RowReading): void;
  /** Writes a record as rows, leaving for carried text what rows cannot hold. */
  write(record: PatientRecord, writing: RowWriting): void;
  /** Adds a row that holds words of nobody's own, for further details of something else: of a row, where there is one. */
  addDetails(writing: RowWriting, about?: RowDraft): TextPlace;
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
