import type {
  Extraction,
  PatientReading,
  ReadContext,
  SourcePart,
  StoredContent,
} from "@gp2gp/core";
import type { IndexedPatient } from "../bundle/patient-index.ts";
import { PatientRows } from "../bundle/patient-rows.ts";
import type { SharedRows } from "../bundle/shared-rows.ts";
import type { Row } from "../row.ts";
import type { TabularFormat } from "../tabular-format.ts";
import { keepNative } from "./keep-native.ts";
import { RowReading } from "./row-reading.ts";
import { settleReading } from "./settle-reading.ts";

/** What the patients of a source have in common. */
export interface SourceOfPatients {
  readonly format: TabularFormat;
  readonly shared: SharedRows;
  /** Parts that hold no table, by the name rows refer to them with. */
  readonly documents: ReadonlyMap<string, SourcePart>;
  readonly context: ReadContext;
  readonly extraction: Extraction;
}

/** Reads the rows of one patient into a record. */
export async function readPatient(
  { key, issues }: IndexedPatient,
  own: readonly Row[],
  { format, shared, documents, context, extraction }: SourceOfPatients,
): Promise<PatientReading> {
  context.signal?.throwIfAborted();
  const rows = new PatientRows(own, { tables: format.tables, shared });
  const contents = await storeContents(format.documentsOf?.(rows) ?? [], documents, context);
  const reading = new RowReading({ rows, context, format, patientKey: key, contents, extraction });
  format.read(reading);
  const settled = settleReading(reading);
  const record = await keepNative(settled, reading);
  return {
    patient: { identifiers: record.patient.identifiers },
    result: { ok: true, record, issues: [...issues, ...reading.issues] },
  };
}

async function storeContents(
  references: readonly string[],
  documents: ReadonlyMap<string, SourcePart>,
  { content, signal }: ReadContext,
): Promise<ReadonlyMap<string, StoredContent>> {
  const contents = new Map<string, StoredContent>();
  for (const reference of new Set(references)) {
    const part = documents.get(reference);
    if (!part) continue;
    signal?.throwIfAborted();
    const { mediaType } = part;
    const about = mediaType === undefined ? {} : { mediaType };
    const { sha256, bytes } = await content.put(part.open(), about);
    contents.set(reference, { state: "stored", sha256, bytes });
  }
  return contents;
}
