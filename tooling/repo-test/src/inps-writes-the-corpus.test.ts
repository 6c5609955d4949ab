import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { emisOpenAdapter } from "@gp2gp/adapter-emis";
import { gp2gpEhrExtract } from "@gp2gp/adapter-gp2gp";
import { inpsCsvAdapter } from "@gp2gp/adapter-inps";
import { testContext } from "@gp2gp/adapter-testkit";
import {
  bytesOf,
  diffRecords,
  readRecords,
  sourceOfArtefact,
  sourceOfBytes,
  writeRecord,
} from "@gp2gp/core";
import type { Artefact, PatientRecord, SupplierAdapterV1 } from "@gp2gp/core";
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

async function recordOf(path: string, adapter: SupplierAdapterV1): Promise<PatientRecord> {
  const source = sourceOfBytes("source.xml", new Uint8Array(readFileSync(path)));
  const result = await adapter.read?.(source, testContext());
  if (result?.ok !== true) throw new Error("not read");
  return result.record;
}

async function filesOf({ parts }: Artefact): Promise<Record<string, string>> {
  const texts = parts.map(
    async (part) => [part.name, new TextDecoder().decode(await bytesOf(part))] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}

describe.skipIf(!existsSync(corpus))(
  "real records as Vision extract CSV (skipped where the shared corpus is absent)",
  () => {
    it.each(samples)("%s: says all it said, and the same again", async (_, path, adapter) => {
      const record = await recordOf(path, adapter);
      const context = testContext({ confidential: "carry" });
      const written = await writeRecord(inpsCsvAdapter, record, context);
      if (!written.ok) throw new Error("not written");
      const source = sourceOfArtefact(written.artefact);
      const readings = await Array.fromAsync(readRecords(inpsCsvAdapter, source, context));
      const [back] = readings;
      if (readings.length !== 1 || back?.result.ok !== true) throw new Error("not read back");
      expect(diffRecords(record, back.result.record)).toEqual([]);
      expect(
        back.result.record.residue.filter(({ format }) => format === inpsCsvAdapter.id),
      ).toEqual([]);
      const again = await writeRecord(inpsCsvAdapter, back.result.record, context);
      if (!again.ok) throw new Error("not written again");
      expect(await filesOf(again.artefact)).toEqual(await filesOf(written.artefact));
    });
  },
);
