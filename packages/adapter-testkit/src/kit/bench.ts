import { bytesOf, readRecords, writeRecord } from "@gp2gp/core";
import type {
  ContentPort,
  Issue,
  Loss,
  PatientReading,
  PatientRecord,
  ReadContext,
  Source,
  SupplierAdapterV1,
  WriteContext,
} from "@gp2gp/core";
import { storeArbitraryDocuments } from "../arbitraries/values.ts";
import type { CanonicalRecord } from "../canonical/canonical-record.ts";
import { canonicalRecords } from "../canonical/canonical-records.ts";
import type { AdapterCase } from "../cases/adapter-case.ts";
import { memoryContent } from "../context/memory-content.ts";
import { testContext } from "../context/test-context.ts";
import { storeGeneratedDocuments } from "../generator/generated-document.ts";
import type { Goldens } from "./goldens.ts";
import { partsInMemory, sourceOfParts } from "./source-of-parts.ts";
import type { PartInMemory } from "./source-of-parts.ts";
import type { SupplierAdapterSuite } from "./supplier-adapter-suite.ts";

/** What writing a record came to, with every byte of it. */
export type Written =
  | {
      readonly ok: true;
      readonly parts: readonly PartInMemory[];
      readonly source: Source;
      readonly issues: readonly Issue[];
      readonly losses: readonly Loss[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Where an adapter is tried: reads and writes with the context of the suite, and remembers nothing but the suite. */
export class Bench {
  readonly suite: SupplierAdapterSuite;
  readonly goldens: Goldens;
  /** The file the suite is described in, or its folder. */
  readonly place: URL;

  constructor(suite: SupplierAdapterSuite, goldens: Goldens, place: URL) {
    [this.suite, this.goldens, this.place] = [suite, goldens, place];
  }

  get adapter(): SupplierAdapterV1 {
    return this.suite.adapter;
  }

  get reads(): boolean {
    return this.adapter.read !== undefined || this.adapter.readEach !== undefined;
  }

  get writes(): boolean {
    return this.adapter.write !== undefined;
  }

  get versions(): readonly string[] {
    return this.adapter.format.versions;
  }

  /** Why a check of reading or writing does not apply, as the part of a check that says so. */
  unless(
    able: boolean,
    verb: "read" | "write" | "read and write",
  ): { readonly notApplicable?: string } {
    return able ? {} : { notApplicable: `the adapter does not ${verb}` };
  }

  readContext(changes: Partial<ReadContext> = {}): ReadContext {
    return { ...testContext(), ...this.suite.read, ...changes };
  }

  writeContext(changes: Partial<WriteContext> = {}): WriteContext {
    return { ...testContext(), ...this.suite.write, ...changes };
  }

  async read(source: Source, changes: Partial<ReadContext> = {}): Promise<PatientReading[]> {
    const readings: PatientReading[] = [];
    for await (const reading of readRecords(this.adapter, source, this.readContext(changes)))
      readings.push(reading);
    return readings;
  }

  /** Reads a case; its documents are put into the content store, for writing them again. */
  readCase(
    { source, read }: AdapterCase,
    content: ContentPort = memoryContent(),
  ): Promise<PatientReading[]> {
    return this.read(source, { content, ...read });
  }

  async write(record: PatientRecord, changes: Partial<WriteContext> = {}): Promise<Written> {
    const content = changes.content ?? (await this.contentFor(record));
    const result = await writeRecord(
      this.adapter,
      record,
      this.writeContext({ ...changes, content }),
    );
    if (!result.ok) return result;
    const parts = await partsInMemory(result.artefact);
    return { ...result, parts, source: sourceOfParts(parts) };
  }

  /** A content store with the bytes of the documents of a record of the testkit. */
  async contentFor(record: PatientRecord): Promise<ContentPort> {
    const content = memoryContent();
    await storeGeneratedDocuments(record, content);
    await storeArbitraryDocuments(content);
    for (const { documents, record: canonical } of canonicalRecords) {
      if (canonical.patient.identifiers[0]?.value !== record.patient.identifiers[0]?.value)
        continue;
      for (const bytes of documents) await content.put(once(bytes), {});
    }
    return content;
  }

  /** The canonical records, as every adapter is given them. */
  get canonical(): readonly CanonicalRecord[] {
    return canonicalRecords;
  }
}

/** The first bytes of each part, as a registry would let an adapter look at them. */
export async function peekOf(source: Source) {
  const parts = await Promise.all(
    source.parts.map(async ({ name, size, open }) => ({
      name,
      ...(size !== undefined && { size }),
      head: await bytesOf({ open: () => open({ start: 0, end: 4096 }) }),
    })),
  );
  return { parts };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}
