import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { gp2gpEhrExtract } from "@gp2gp/adapter-gp2gp";
import { bytesOf, readRecords, sourceOfBytes, writeRecord } from "@gp2gp/core";
import type { AdapterContext, PatientRecord, Source, SupplierAdapterV1 } from "@gp2gp/core";
import { LocalContentStore, nodeContext } from "@gp2gp/files";
import { adapters } from "@gp2gp/formats";

import { largeExtract } from "./large-extract.ts";
import { measure } from "./measure.ts";
import type { Measurement } from "./measurement.ts";

const shared = process.env["GP2GP_SHARED"] ?? join(import.meta.dirname, "../../../../shared");
const extract = gp2gpEhrExtract;
const suppliers = adapters.filter(({ id }) => id !== extract.id);

/** An artefact in memory. */
interface Held {
  readonly source: Source;
  readonly bytes: number;
}

/** Real extracts to the record and back, to every supplier's format and back, and one of 50 MB. */
export async function benchConversion(): Promise<readonly Measurement[]> {
  const files = globSync(join(shared, "corpus/ehr-extracts/**/*.xml")).filter(
    (file) => statSync(file).size >= 100_000,
  );
  if (files.length === 0) {
    console.log(
      "  not measured: there are no real extracts at ../shared (GP2GP_SHARED names another folder)",
    );
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), "gp2gp-bench-"));
  try {
    const context = nodeContext({ content: await LocalContentStore.open(folder) });
    const extracts = files.map((file) => readFileSync(file));
    return [
      ...(await benchExtracts(extracts, context)),
      await benchLargeExtract(extracts, context),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function benchExtracts(
  files: readonly Uint8Array[],
  context: AdapterContext,
): Promise<readonly Measurement[]> {
  const extracts: Held[] = [];
  const records: PatientRecord[] = [];
  for (const file of files) {
    const held = { source: sourceOfBytes("extract.xml", file), bytes: file.length };
    const record = await readOne(extract, held, context);
    if (record === undefined) continue;
    extracts.push(held);
    records.push(record);
  }
  const figures = [
    await measure(
      `${extracts.length} real extracts to records`,
      5,
      () =>
        sumOf(extracts, async (held) => ((await readOne(extract, held, context)) ? held.bytes : 0)),
      { megabytesPerSecond: 15 },
    ),
    await measure(
      "records to extracts",
      5,
      () => sumOf(records, async (record) => (await writeOne(extract, record, context)).bytes),
      { megabytesPerSecond: 15 },
    ),
  ];
  for (const supplier of suppliers) {
    const artefacts: Held[] = [];
    for (const record of records) artefacts.push(await writeOne(supplier, record, context));
    figures.push(
      await measure(
        `extracts to ${supplier.id}`,
        3,
        () => translateAll(extracts, extract, supplier, context),
        {
          megabytesPerSecond: 8,
        },
      ),
      await measure(
        `${supplier.id} to extracts`,
        3,
        () => translateAll(artefacts, supplier, extract, context),
        {
          megabytesPerSecond: 8,
        },
      ),
    );
  }
  return figures;
}

async function benchLargeExtract(
  files: readonly Uint8Array[],
  context: AdapterContext,
): Promise<Measurement> {
  const largest = files.reduce((one, other) => (other.length > one.length ? other : one));
  const bytes = new TextEncoder().encode(largeExtract(new TextDecoder().decode(largest), 50e6));
  const held = { source: sourceOfBytes("large.xml", bytes), bytes: bytes.length };
  return measure(
    `one extract of ${(bytes.length / 1e6).toFixed(0)} MB to a record`,
    1,
    async () => {
      if ((await readOne(extract, held, context)) === undefined)
        throw new Error("The large extract was not read.");
      return bytes.length;
    },
    { megabytesPerSecond: 50 / 6, peakMegabytes: 1200 },
  );
}

/** Answers the bytes of what was read. */
function translateAll(
  artefacts: readonly Held[],
  from: SupplierAdapterV1,
  to: SupplierAdapterV1,
  context: AdapterContext,
): Promise<number> {
  return sumOf(artefacts, async (held) => {
    const record = await readOne(from, held, context);
    if (record === undefined) return 0;
    await writeOne(to, record, context);
    return held.bytes;
  });
}

async function sumOf<T>(
  values: readonly T[],
  work: (value: T) => Promise<number>,
): Promise<number> {
  let sum = 0;
  for (const value of values) sum += await work(value);
  return sum;
}

async function readOne(
  adapter: SupplierAdapterV1,
  held: Held,
  context: AdapterContext,
): Promise<PatientRecord | undefined> {
  for await (const { result } of readRecords(adapter, held.source, context)) {
    return result.ok ? result.record : undefined;
  }
  return undefined;
}

async function writeOne(
  adapter: SupplierAdapterV1,
  record: PatientRecord,
  context: AdapterContext,
): Promise<Held> {
  const result = await writeRecord(adapter, record, { ...context, confidential: "carry" });
  if (!result.ok) {
    throw new Error(
      `${adapter.id} refused a record: ${result.issues.map(({ code }) => code).join(", ")}`,
    );
  }
  const parts = [];
  let bytes = 0;
  for (const part of result.artefact.parts) {
    const content = await bytesOf(part);
    bytes += content.length;
    parts.push(...sourceOfBytes(part.name, content).parts);
  }
  return { source: { parts }, bytes };
}
