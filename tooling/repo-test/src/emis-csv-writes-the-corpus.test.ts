import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { emisCsvAdapter, emisOpenAdapter } from "@gp2gp/adapter-emis";
import { gp2gpEhrExtract } from "@gp2gp/adapter-gp2gp";
import { memoryContent, testContext } from "@gp2gp/adapter-testkit";
import {
  bytesOf,
  diffRecords,
  readRecords,
  sourceOfArtefact,
  sourceOfBytes,
  writeRecord,
} from "@gp2gp/core";
import type { Artefact, ContentPort, PatientRecord, SupplierAdapterV1 } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { repository } from "./repository.ts";

const shared = process.env["GP2GP_SHARED"] ?? join(repository, "..", "shared");
const corpus = join(shared, "corpus");

const samples = [
  ...globSync(join(corpus, "ehr-extracts/*/*.xml"))
    .toSorted()
    .map((path) => [path, gp2gpEhrExtract] as const),
  [join(corpus, "emis-open/patient-record.xml"), emisOpenAdapter] as const,
].map(([path, adapter]) => [relative(corpus, path), path, adapter] as const);

async function recordOf(
  path: string,
  adapter: SupplierAdapterV1,
  content: ContentPort,
): Promise<PatientRecord> {
  const source = sourceOfBytes("source.xml", new Uint8Array(readFileSync(path)));
  const result = await adapter.read?.(source, testContext({ content }));
  if (result?.ok !== true) throw new Error("not read");
  return result.record;
}

async function bytesOfParts({ parts }: Artefact): Promise<Buffer> {
  return Buffer.concat(
    await Promise.all(parts.flatMap((part) => [Buffer.from(part.name), bytesOf(part)])),
  );
}

describe.skipIf(!existsSync(corpus))(
  "real records as an EMIS extract (skipped where the shared corpus is absent)",
  () => {
    describe.each(emisCsvAdapter.format.versions)("%s", (formatVersion) => {
      it.each(samples)("%s: says all it said, and the same again", async (_, path, adapter) => {
        const content = memoryContent();
        const record = await recordOf(path, adapter, content);
        const context = testContext({ formatVersion, confidential: "carry", content });
        const written = await writeRecord(emisCsvAdapter, record, context);
        if (!written.ok) throw new Error("not written");
        const source = sourceOfArtefact(written.artefact);
        const [reading] = await Array.fromAsync(readRecords(emisCsvAdapter, source, context));
        if (reading?.result.ok !== true) throw new Error("not read back");
        const back = reading.result.record;
        expect(diffRecords(record, back)).toEqual([]);
        expect(back.residue.filter(({ format }) => format === emisCsvAdapter.id)).toEqual([]);
        const again = await writeRecord(emisCsvAdapter, back, context);
        if (!again.ok) throw new Error("not written again");
        const [first, second] = await Promise.all([
          bytesOfParts(written.artefact),
          bytesOfParts(again.artefact),
        ]);
        expect(second.equals(first)).toBe(true);
      });
    });
  },
);
