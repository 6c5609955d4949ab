import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { emisOpenAdapter } from "@gp2gp/adapter-emis";
import { gp2gpEhrExtract } from "@gp2gp/adapter-gp2gp";
import { healthyMiquestAdapter } from "@gp2gp/adapter-healthy";
import { isoftMiquestAdapter } from "@gp2gp/adapter-isoft";
import { seetecMiquestAdapter } from "@gp2gp/adapter-seetec";
import { memoryContent, testContext } from "@gp2gp/adapter-testkit";
import {
  bytesOf,
  diffRecords,
  readRecords,
  sourceOfArtefact,
  sourceOfBytes,
  unreportedDifferences,
  writeRecord,
} from "@gp2gp/core";
import type { Artefact, Loss, PatientRecord, SupplierAdapterV1, WriteContext } from "@gp2gp/core";
import { openFileBytes } from "@gp2gp/files";
import { createTerminology, openPack, smallPackUrl } from "@gp2gp/terminology";
import { describe, expect, it } from "vitest";
import { repository } from "./repository.ts";

const corpus = join(process.env["GP2GP_SHARED"] ?? join(repository, "..", "shared"), "corpus");

const samples = [
  ...globSync(join(corpus, "ehr-extracts/*/*.xml"))
    .toSorted()
    .map((path) => [path, gp2gpEhrExtract] as const),
  [join(corpus, "emis-open/patient-record.xml"), emisOpenAdapter] as const,
].map(([path, adapter]) => [relative(corpus, path), path, adapter] as const);

const dialects: readonly SupplierAdapterV1[] = [
  isoftMiquestAdapter,
  healthyMiquestAdapter,
  seetecMiquestAdapter,
];

async function readOne(
  adapter: SupplierAdapterV1,
  artefact: Parameters<typeof readRecords>[1],
  context: WriteContext,
): Promise<PatientRecord> {
  const [reading, ...others] = await Array.fromAsync(readRecords(adapter, artefact, context));
  if (!reading?.result.ok || others.length > 0) throw new Error("not read as one record");
  return reading.result.record;
}

async function writeOne(adapter: SupplierAdapterV1, record: PatientRecord, context: WriteContext) {
  const written = await writeRecord(adapter, record, context);
  if (!written.ok) throw new Error("not written");
  return written;
}

const bytesOfParts = ({ parts }: Artefact): Promise<readonly (string | Uint8Array)[]> =>
  Promise.all(parts.flatMap((part) => [part.name, bytesOf(part)]));

describe.skipIf(!existsSync(corpus))(
  "real records as MIQUEST responses (skipped where the shared corpus is absent)",
  () => {
    describe.each(dialects.map((adapter) => [adapter.id, adapter] as const))("%s", (_, adapter) => {
      it.each(samples)("%s: says all it said, and the same again", async (__, path, from) => {
        const context = testContext({ confidential: "carry", content: memoryContent() });
        const source = sourceOfBytes("source.xml", new Uint8Array(readFileSync(path)));
        const record = await readOne(from, source, context);
        const written = await writeOne(adapter, record, context);
        const back = await readOne(adapter, sourceOfArtefact(written.artefact), context);
        const differences = diffRecords(record, back);
        expect(unreportedDifferences(record, differences, written.losses)).toEqual([]);
        expect(differences).toEqual([]);
        expect(back.residue.filter(({ format }) => format === adapter.id)).toEqual([]);
        const again = await writeOne(adapter, back, context);
        expect(await bytesOfParts(again.artefact)).toEqual(await bytesOfParts(written.artefact));
      });
    });

    it("go from Read version 2 to systems of Read version 3 by maps, and degrade without them", async () => {
      const path = join(corpus, "ehr-extracts/emis/PWTP2.xml");
      const source = sourceOfBytes("source.xml", new Uint8Array(readFileSync(path)));
      const context = testContext({ confidential: "carry" });
      const record = await readOne(gp2gpEhrExtract, source, context);
      using file = openFileBytes(smallPackUrl);
      const terminology = createTerminology(openPack(file));
      for (const adapter of [healthyMiquestAdapter, seetecMiquestAdapter]) {
        const mapped = await writeOne(adapter, record, { ...context, terminology });
        const bare = await writeOne(adapter, record, context);
        const translated = mapped.losses.filter(({ type }) => type === "translated");
        expect(translated.length).toBeGreaterThan(10);
        expect(new Set(translated.map(({ to }) => to?.system))).toEqual(new Set(["ctv3"]));
        expect(standInsOf(mapped.losses)).toBeLessThan(standInsOf(bare.losses));
        // Whichever code was shown, the one the practice recorded is the one that comes back.
        for (const { artefact } of [mapped, bare]) {
          const back = await readOne(adapter, sourceOfArtefact(artefact), context);
          expect(diffRecords(record, back)).toEqual([]);
        }
      }
    });
  },
);

/** How many facts of concepts a stand-in was shown for. */
function standInsOf(losses: readonly Loss[]): number {
  return losses.filter(({ reason }) => reason === "no-code-map").length;
}
