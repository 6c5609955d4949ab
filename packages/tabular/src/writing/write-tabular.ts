import { DocumentFiles } from "@gp2gp/core";
import type { PatientRecord, WriteContext, WriteResult } from "@gp2gp/core";
import { PatientRows } from "../bundle/patient-rows.ts";
import { SharedRows } from "../bundle/shared-rows.ts";
import { RowReading } from "../reading/row-reading.ts";
import type { Row } from "../row.ts";
import type { TabularFormat } from "../tabular-format.ts";
import { carryRest } from "./carry-rest.ts";
import { applyNative, nativeRowsOf } from "./native-cells.ts";
import { RowWriting } from "./row-writing.ts";
import { writeResidue } from "./write-residue.ts";

/**
 * Writes a record as the files of a format of tables. What the rows do not say is found by reading them
 * again, and carried as text.
 */
export async function writeTabular(
  format: TabularFormat,
  record: PatientRecord,
  context: WriteContext,
): Promise<WriteResult> {
  context.signal?.throwIfAborted();
  const writing = await writeRows(format, record, context);
  goHome(writing);
  carryRest(writing, rehearse(writing));
  writeResidue(writing);
  const parts = [...format.partsOf(writing), ...writing.files.parts()];
  return { ok: true, artefact: { parts }, issues: writing.issues, losses: writing.losses };
}

/** The rows of a record as a stranger's would be written. */
export async function writeRows(
  format: TabularFormat,
  record: PatientRecord,
  context: WriteContext,
): Promise<RowWriting> {
  const files = await DocumentFiles.of(record, context);
  const writing = new RowWriting({ format, record, context, files });
  format.write(record, writing);
  return writing;
}

/** Puts the cells that only this format understands back into the rows of the entries they came with. */
function goHome(writing: RowWriting): void {
  const { format, record } = writing;
  const apply = (holder: Parameters<typeof nativeRowsOf>[0], rows: RowWriting["patientRows"]) => {
    const { added, dropped } = applyNative(nativeRowsOf(holder, format.id), rows);
    if (dropped.size > 0) writing.drop(dropped);
    for (const { table, cells } of added) Object.assign(writing.addRow(table).cells, cells);
  };
  apply(record.patient, writing.patientRows);
  for (const { entry, rows, componentRows = [] } of writing.placements)
    apply(entry, [...rows, ...componentRows]);
}

/** Reads the rows written so far as a reader would. */
function rehearse(writing: RowWriting): RowReading {
  const { format, context } = writing;
  const shared = new SharedRows();
  const own: Row[] = [];
  for (const row of writing.rows) {
    const table = format.tables.find(({ name }) => name === row.table);
    if (table && table.patient === undefined) shared.add(row, table);
    else own.push(row);
  }
  const rows = new PatientRows(own, { tables: format.tables, shared });
  const reading = new RowReading({
    rows,
    context,
    format,
    patientKey: patientKeyOf(writing),
    contents: writing.files.contents(),
  });
  format.read(reading);
  return reading;
}

/** What a reader will find the patient's rows named by. */
function patientKeyOf({ format, rows }: RowWriting): string {
  const column = format.tables.find(({ name }) => name === format.patientTable)?.patient;
  const row = rows.find(({ table }) => table === format.patientTable);
  const cell = (column === undefined ? undefined : row?.cells[column]) ?? "";
  return format.patientKey?.(cell) ?? cell;
}
