import type { Issue } from "@gp2gp/core";
import type { Span, TextRow } from "../csv/read-csv.ts";
import type { Row } from "../row.ts";
import type { TableSpec } from "../table-spec.ts";
import { issue } from "../tabular-issues.ts";
import { toRow } from "./bound-part.ts";
import type { BoundPart } from "./bound-part.ts";

/** What is known of a patient once every file was gone through. */
export interface IndexedPatient {
  readonly key: string;
  /** The row that tells who it is. */
  row?: Row;
  bytes: number;
  readonly spans: Map<BoundPart, Span>;
  /** The rows themselves, where the whole source is small. */
  rows: Row[];
  issues: Issue[];
}

export interface PatientIndex {
  /** By key, in the order they come up. */
  readonly patients: ReadonlyMap<string, IndexedPatient>;
  /** Keys of shared tables that some row refers to, by table. */
  readonly referenced: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether the rows were small enough to be kept. */
  readonly isWhole: boolean;
  /** Of files, and of rows that belong to nobody. */
  readonly issues: readonly Issue[];
}

/** How the index is made. */
export interface IndexOptions {
  readonly patientTable: string;
  /** The one form of a key that may be written in several. */
  readonly patientKey: (cell: string) => string;
  /** Up to so many bytes of rows are kept, so that a small source is read once. */
  readonly keepBytes: number;
  readonly signal: AbortSignal | undefined;
}

/** Goes through every table of patients once: who is there, how much of each, where their rows stand. */
export async function indexPatients(
  parts: readonly BoundPart[],
  options: IndexOptions,
): Promise<PatientIndex> {
  const patients = new Map<string, IndexedPatient>();
  const referenced = new Map<string, Set<string>>();
  const issues: Issue[] = [];
  let kept = 0;
  for (const { table } of parts)
    for (const target of Object.values(table.references ?? {}))
      if (!referenced.has(target)) referenced.set(target, new Set());
  for (const bound of parts) {
    const { table, columns } = bound;
    if (table.patient === undefined) continue;
    const place = columns.indexOf(table.patient);
    const references = referenceColumns(table, columns, referenced);
    for await (const text of bound.rows(undefined, options.signal)) {
      const cell = text.cells[place];
      const source = { part: bound.name, line: text.line };
      if (text.isOpen) issues.push(issue("file-open", { source }));
      if (cell === undefined || cell === "") {
        issues.push(issue("row-without-patient", { source }));
        continue;
      }
      const key = options.patientKey(cell);
      const patient = patientOf(patients, key);
      patient.bytes += text.end - text.start;
      widen(patient.spans, bound, text);
      for (const [at, keys] of references) {
        const reference = text.cells[at];
        if (reference !== undefined && reference !== "") keys.add(reference);
      }
      kept += text.end - text.start;
      const isPatient = table.name === options.patientTable && !patient.row;
      const row = isPatient || kept <= options.keepBytes ? rowOf(bound, text, patient) : undefined;
      if (isPatient && row) patient.row = row;
      if (row && kept <= options.keepBytes) patient.rows.push(row);
    }
  }
  const isWhole = kept <= options.keepBytes;
  // Rows that are read again are reported then.
  if (!isWhole) for (const patient of patients.values()) [patient.rows, patient.issues] = [[], []];
  return { patients, referenced, isWhole, issues };
}

/** A row of a patient; one of a wrong length with its values under no column's name, and an issue. */
export function rowOf(bound: BoundPart, text: TextRow, patient: IndexedPatient): Row {
  patient.issues.push(...(text.issues ?? []));
  const row = toRow(bound, text);
  if (row) return row;
  const source = { part: bound.name, line: text.line };
  patient.issues.push(
    issue("row-length-wrong", {
      source,
      detail: { expected: bound.columns.length, found: text.cells.length },
    }),
  );
  const cells = text.cells.map((cell, at) => [`value ${at + 1}`, cell] as const);
  return { table: bound.table.name, cells: Object.fromEntries(cells), source, isMalformed: true };
}

function patientOf(patients: Map<string, IndexedPatient>, key: string): IndexedPatient {
  let patient = patients.get(key);
  if (!patient)
    patients.set(key, (patient = { key, bytes: 0, spans: new Map(), rows: [], issues: [] }));
  return patient;
}

function widen(spans: Map<BoundPart, Span>, bound: BoundPart, { start, end, line }: TextRow): void {
  const known = spans.get(bound);
  spans.set(bound, known ? { ...known, end } : { start, end, line });
}

function referenceColumns(
  table: TableSpec,
  columns: readonly string[],
  referenced: ReadonlyMap<string, Set<string>>,
): (readonly [at: number, keys: Set<string>])[] {
  return Object.entries(table.references ?? {}).flatMap(([column, target]) => {
    const keys = referenced.get(target);
    const at = columns.indexOf(column);
    return keys && at >= 0 ? [[at, keys] as const] : [];
  });
}
