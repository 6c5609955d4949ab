import type { Span } from "../csv/read-csv.ts";
import type { Row } from "../row.ts";
import type { BoundPart } from "./bound-part.ts";
import { rowOf } from "./patient-index.ts";
import type { IndexedPatient, IndexOptions } from "./patient-index.ts";

/** Patients whose rows are in memory together, with their rows. */
export type PatientBatch = ReadonlyMap<IndexedPatient, readonly Row[]>;

/**
 * Reads the rows of patients, as many at a time as fit a bounded memory. Rows of one patient lie
 * scattered over files and within them: for each batch every file is read from the first row of the
 * batch's patients to their last, so that a source in order of patients is read once.
 */
export async function* patientBatches(
  patients: readonly IndexedPatient[],
  parts: readonly BoundPart[],
  { patientKey, signal }: IndexOptions,
  batchBytes: number,
): AsyncIterable<PatientBatch> {
  for (const batch of batchesOf(patients, batchBytes)) {
    const byKey = new Map(batch.map((patient) => [patient.key, patient]));
    const rows = new Map(batch.map((patient) => [patient, [] as Row[]]));
    for (const bound of parts) {
      const span = spanOf(bound, batch);
      const { patient: column } = bound.table;
      if (!span || column === undefined) continue;
      const place = bound.columns.indexOf(column);
      for await (const text of bound.rows(span, signal)) {
        const patient = byKey.get(patientKey(text.cells[place] ?? ""));
        if (patient) rows.get(patient)?.push(rowOf(bound, text, patient));
      }
    }
    yield rows;
  }
}

function batchesOf(patients: readonly IndexedPatient[], batchBytes: number): IndexedPatient[][] {
  const batches: IndexedPatient[][] = [];
  let room = 0;
  for (const patient of patients) {
    room -= patient.bytes;
    const last = batches.at(-1);
    if (last && room >= 0) last.push(patient);
    else {
      batches.push([patient]);
      room = batchBytes - patient.bytes;
    }
  }
  return batches;
}

function spanOf(bound: BoundPart, batch: readonly IndexedPatient[]): Span | undefined {
  return batch.reduce<Span | undefined>((whole, { spans }) => {
    const span = spans.get(bound);
    if (!whole || !span) return whole ?? span;
    const first = span.start < whole.start ? span : whole;
    return { start: first.start, line: first.line, end: Math.max(whole.end, span.end) };
  }, undefined);
}
