import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
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
import type {
  Artefact,
  Loss,
  PatientRecord,
  Source,
  SupplierAdapterV1,
  WriteContext,
} from "@gp2gp/core";
import { openFileBytes } from "@gp2gp/files";
import { adapters, wireFormat } from "@gp2gp/formats";
import { createTerminology, openPack, smallPackUrl } from "@gp2gp/terminology";
import { beforeAll, describe, expect, it } from "vitest";
import { repository } from "./repository.ts";

const corpus = join(process.env["GP2GP_SHARED"] ?? join(repository, "..", "shared"), "corpus");
const paths = [
  ...globSync(join(corpus, "ehr-extracts/*/*.xml")).toSorted(),
  ...globSync(join(corpus, "emis-open/patient-record.xml")),
].map((path) => relative(corpus, path));

const versions = adapters.flatMap((adapter) =>
  adapter.format.versions.map((version) => [adapter.id, version, adapter] as const),
);
const adapterOf = (id: string): SupplierAdapterV1 => {
  const adapter = adapters.find((one) => one.id === id);
  if (!adapter) throw new Error(`no format is called ${id}`);
  return adapter;
};

const content = memoryContent();
const contextOf = (formatVersion?: string): WriteContext =>
  testContext({ confidential: "carry", content, ...(formatVersion && { formatVersion }) });

async function readOne(
  adapter: SupplierAdapterV1,
  source: Source,
  context: WriteContext,
): Promise<PatientRecord> {
  const [reading, ...others] = await Array.fromAsync(readRecords(adapter, source, context));
  if (!reading?.result.ok || others.length > 0) throw new Error("not read as one record");
  return reading.result.record;
}

async function writeOne(adapter: SupplierAdapterV1, record: PatientRecord, context: WriteContext) {
  const written = await writeRecord(adapter, record, context);
  if (!written.ok) throw new Error("not written");
  return written;
}

const bytesOfParts = async ({ parts }: Artefact): Promise<Buffer> =>
  Buffer.concat(
    await Promise.all(parts.flatMap((part) => [Buffer.from(part.name), bytesOf(part)])),
  );

/** How many facts of concepts a stand-in was shown for. */
const standInsOf = (losses: readonly Loss[]): number =>
  losses.filter(({ reason }) => reason === "no-code-map").length;

const ownResidueOf = ({ residue }: PatientRecord, { id }: SupplierAdapterV1): number =>
  residue.filter(({ format }) => format === id).length;

describe.skipIf(!existsSync(corpus))(
  "real records in every format (skipped where the shared corpus is absent)",
  () => {
    const records = new Map<string, PatientRecord>();
    beforeAll(async () => {
      for (const path of paths) {
        const source = sourceOfBytes(
          "source.xml",
          new Uint8Array(readFileSync(join(corpus, path))),
        );
        const from = adapterOf(path.startsWith("emis-open") ? "emis-open" : "gp2gp-ehr-extract");
        records.set(path, await readOne(from, source, contextOf()));
      }
    });
    const recordOf = (path: string): PatientRecord => {
      const record = records.get(path);
      if (!record) throw new Error(`${path} was not read`);
      return record;
    };

    describe.each(versions)("%s %s", (_, version, adapter) => {
      it.each(paths)("%s: says all it said, and the same again", async (path) => {
        const context = contextOf(version);
        const record = recordOf(path);
        const { artefact, losses } = await writeOne(adapter, record, context);
        const back = await readOne(adapter, sourceOfArtefact(artefact), context);
        const differences = diffRecords(record, back);
        expect(unreportedDifferences(record, differences, losses)).toEqual([]);
        // But for whom it is about: an EHR Extract names its patient by number alone.
        const isExtract = adapter.id === wireFormat.id;
        expect(differences.filter(({ section }) => !isExtract || section !== "patient")).toEqual(
          [],
        );
        // Nothing that was written is left over; the stray text of an extract was reported, and not written.
        expect(ownResidueOf(back, adapter)).toBeLessThanOrEqual(ownResidueOf(record, adapter));
        const again = await writeOne(adapter, back, context);
        const [first, second] = [await bytesOfParts(artefact), await bytesOfParts(again.artefact)];
        expect(second.equals(first)).toBe(true);
      });
    });

    it("go from Read version 2 to systems of Read version 3 by maps, and degrade without them", async () => {
      const record = recordOf("ehr-extracts/emis/PWTP2.xml");
      const context = contextOf();
      using file = openFileBytes(smallPackUrl);
      const terminology = createTerminology(openPack(file));
      for (const adapter of ["healthy-miquest", "seetec-miquest"].map(adapterOf)) {
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
