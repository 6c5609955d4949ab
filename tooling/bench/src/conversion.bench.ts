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

/** In bytes; of a practice's usual record, and of the largest there are. */
const sizes = [1e5, 1e6, 5e6, 20e6, 50e6];

/** Real extracts to the record and back, to every supplier's format and back, and extracts of up to 50 MB. */
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
    return [...(await benchExtracts(extracts, context)), ...(await benchGrowth(extracts, context))];
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

/** Extracts of many sizes to the record and back: each size at about the speed of the others, so that time grows as the size does. */
async function benchGrowth(
  files: readonly Uint8Array[],
  context: AdapterContext,
): Promise<readonly Measurement[]> {
  const ordered = files.toSorted((one, other) => one.length - other.length);
  const figures: Measurement[] = [];
  const speeds = { reading: [] as number[], writing: [] as number[] };
  for (const size of sizes) {
    const sample = ordered.findLast(({ length }) => length <= size) ?? ordered[0];
    const text = new TextDecoder().decode(sample);
    const bytes = new TextEncoder().encode(largeExtract(text, size));
    const held = { source: sourceOfBytes("extract.xml", bytes), bytes: bytes.length };
    const isLargest = size === sizes.at(-1);
    const rounds = isLargest ? 1 : 5;
    const times = Math.ceil(1e6 / size);
    const megabytes = `${Number((bytes.length / 1e6).toPrecision(2))} MB`;
    let record: PatientRecord | undefined;
    const reading = await measure(
      `an extract of ${megabytes} to a record`,
      rounds,
      async () => {
        for (let time = 0; time < times; time += 1) record = await readOne(extract, held, context);
        return bytes.length * times;
      },
      isLargest ? { megabytesPerSecond: 50 / 6, peakMegabytes: 1200 } : undefined,
    );
    const read = record;
    if (read === undefined) throw new Error("The extract was not read.");
    const writing = await measure(
      `a record to an extract of ${megabytes}`,
      rounds,
      async () => {
        let written = 0;
        for (let time = 0; time < times; time += 1)
          written += (await writeOne(extract, read, context)).bytes;
        return written;
      },
      isLargest ? { megabytesPerSecond: 50 / 6, peakMegabytes: 1200 } : undefined,
    );
    figures.push(reading, writing);
    speeds.reading.push(reading.megabytesPerSecond);
    speeds.writing.push(writing.megabytesPerSecond);
  }
  return [...figures, ...Object.entries(speeds).map(([what, each]) => growthOf(what, each))];
}

/** The time a megabyte of the largest takes, in times of what one of the sizes takes that is quickest. */
function growthOf(what: string, speeds: readonly number[]): Measurement {
  return {
    what: `${what} a MB of the largest, against the quickest`,
    value: Math.max(...speeds) / (speeds.at(-1) ?? 0),
    unit: "times",
    peakMegabytes: 0,
    budget: { atMost: 2 },
  };
}

/** Answers the bytes of the extracts, whichever way they go: so the two directions compare. */
function translateAll(
  artefacts: readonly Held[],
  from: SupplierAdapterV1,
  to: SupplierAdapterV1,
  context: AdapterContext,
): Promise<number> {
  return sumOf(artefacts, async (held) => {
    const record = await readOne(from, held, context);
    if (record === undefined) return 0;
    const written = await writeOne(to, record, context);
    return to === extract ? written.bytes : held.bytes;
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
