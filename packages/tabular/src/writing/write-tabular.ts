import { DocumentFiles } from "@gp2gp/core";
import type { PatientRecord, WriteContext, WriteResult } from "@gp2gp/core";
import type { TabularFormat } from "../tabular-format.ts";
import { carryRest } from "./carry-rest.ts";
import { goHome } from "./go-home.ts";
import { RowWriting } from "./row-writing.ts";

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
  const rehearsal = goHome(writing);
  writing.keepWordsOfHome();
  carryRest(writing, rehearsal);
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
