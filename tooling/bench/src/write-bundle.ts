import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import {
  generateRecord,
  storeGeneratedDocuments,
  syntheticNhsNumber,
} from "@gp2gp/adapter-testkit/generator";
import { bytesOf, writeRecord } from "@gp2gp/core";
import type { AdapterContext, ArtefactPart, PatientRecord, SupplierAdapterV1 } from "@gp2gp/core";

/**
 * Writes generated patients in a format of tables as one bundle of a practice: each table one file with
 * the rows of all of them. Answers the bytes written.
 */
export async function writeBundle(
  adapter: SupplierAdapterV1,
  patients: number,
  { folder, context }: { readonly folder: string; readonly context: AdapterContext },
): Promise<number> {
  let bytes = 0;
  for (let seed = 1; seed <= patients; seed++) {
    const record = ofPatient(
      seed,
      generateRecord({ seed, years: 40, consultations: 30, rareCases: seed % 10 === 0 }),
    );
    await storeGeneratedDocuments(record, context.content);
    const written = await writeRecord(adapter, record, { ...context, confidential: "carry" });
    if (!written.ok) throw new Error(`${adapter.id} refused the patient of seed ${seed}`);
    for (const part of written.artefact.parts) bytes += await append(part, folder);
  }
  return bytes;
}

/** When the practice was extracted: all of it at one time. */
const extractedAt = "2020-02-29T12:34";

/** The record with an NHS number nobody else in the practice has, which generated numbers may. */
function ofPatient(seed: number, record: PatientRecord): PatientRecord {
  const identifiers = record.patient.identifiers.map((identifier) =>
    identifier.system === "nhs-number"
      ? { ...identifier, value: syntheticNhsNumber(seed * 2) }
      : identifier,
  );
  return {
    ...record,
    extraction: { ...record.extraction, at: extractedAt },
    patient: { ...record.patient, identifiers },
  };
}

async function append(part: ArtefactPart, folder: string): Promise<number> {
  const path = join(folder, part.name);
  const bytes = await bytesOf(part);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return bytes.length;
  }
  if (!/\.(csv|txt)$/i.test(part.name) || part.name.startsWith("documents/")) return 0;
  const own = Buffer.from(bytes).subarray(headerLength(bytes));
  const rows = isManifest(part) ? linesBeyond(readFileSync(path), own) : own;
  appendFileSync(path, rows);
  return rows.length;
}

/** Whether a part says of each file of the bundle, once, what it holds. */
function isManifest({ name }: ArtefactPart): boolean {
  return /manifest\.csv$/i.test(name);
}

/** The lines that are not among those known. */
function linesBeyond(known: Buffer, own: Buffer): Buffer {
  const lines = new Set(known.toString("latin1").split("\n"));
  const further = own.toString("latin1").split("\n");
  const unknown = further.filter((line) => !lines.has(line)).map((line) => `${line}\n`);
  return Buffer.from(unknown.join(""), "latin1");
}

/** What stands before the first row: lines that name columns or begin with a mark of MIQUEST. */
function headerLength(bytes: Uint8Array): number {
  const text = new TextDecoder("latin1").decode(bytes.subarray(0, 65_536));
  const data = text.search(/^\$/m);
  if (data >= 0) return data;
  const end = text.indexOf("\n") + 1;
  const isHeader = /^"?[A-Z][A-Za-z0-9]*"?(,"?[A-Z][A-Za-z0-9]*"?)+\r?\n$/.test(text.slice(0, end));
  return isHeader ? end : 0;
}
