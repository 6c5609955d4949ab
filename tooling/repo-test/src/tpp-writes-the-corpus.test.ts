import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { emisOpenAdapter } from "@gp2gp/adapter-emis";
import { gp2gpEhrExtract } from "@gp2gp/adapter-gp2gp";
import { testContext } from "@gp2gp/adapter-testkit";
import { tppClientXmlAdapter } from "@gp2gp/adapter-tpp";
import { bytesOf, diffRecords, sourceOfArtefact, sourceOfBytes, writeRecord } from "@gp2gp/core";
import type { Artefact, Patient, PatientRecord, SupplierAdapterV1 } from "@gp2gp/core";
import { XsdSchema } from "@gp2gp/xsd";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repository } from "./repository.ts";

const shared = process.env["GP2GP_SHARED"] ?? join(repository, "..", "shared");
const corpus = join(shared, "corpus");
const schemaPath = join(shared, "schemas/tpp/TppPatientRecord.xsd");

const samples = [
  ...globSync(join(corpus, "ehr-extracts/*/*.xml"))
    .toSorted()
    .map((path) => [path, gp2gpEhrExtract] as const),
  [join(corpus, "emis-open/patient-record.xml"), emisOpenAdapter] as const,
].map(([path, adapter]) => [relative(corpus, path), path, adapter] as const);

/** What no extract says of its patient and the format demands. Nobody's. */
const demographics: Patient = {
  identifiers: [],
  names: [{ prefixes: ["Ms"], given: ["Testa"], family: ["Corpus"] }],
  birthDate: "1960-05-12",
  sex: "female",
};
const options = { "tpp-client-xml": { careStartDate: "2001-01-01", registrationType: "GMS" } };

async function recordOf(path: string, adapter: SupplierAdapterV1): Promise<PatientRecord> {
  const source = sourceOfBytes("source.xml", new Uint8Array(readFileSync(path)));
  const result = await adapter.read?.(source, testContext());
  if (result?.ok !== true) throw new Error("not read");
  return result.record;
}

async function bytesOfRecord({ parts }: Artefact): Promise<Uint8Array> {
  const [part] = parts;
  if (!part) throw new Error("nothing was written");
  return bytesOf(part);
}

describe.skipIf(!existsSync(corpus))(
  "real records as TPP record XML (skipped where the shared corpus is absent)",
  () => {
    let schema: XsdSchema;
    beforeAll(() => {
      schema = XsdSchema.load(schemaPath);
    });
    afterAll(() => schema[Symbol.dispose]());

    it.each(samples)("%s: valid with demographics", async (_, path, adapter) => {
      const record = await recordOf(path, adapter);
      const context = testContext({ demographics, options });
      const written = await writeRecord(tppClientXmlAdapter, record, context);
      if (!written.ok) throw new Error("not written");
      expect(schema.validate(await bytesOfRecord(written.artefact))).toEqual([]);
    });

    describe.each(tppClientXmlAdapter.format.versions)("%s", (formatVersion) => {
      it.each(samples)("%s: says all it said, and the same again", async (_, path, adapter) => {
        const record = await recordOf(path, adapter);
        const context = testContext({ formatVersion, confidential: "carry" });
        const written = await writeRecord(tppClientXmlAdapter, record, context);
        if (!written.ok) throw new Error("not written");
        const back = await tppClientXmlAdapter.read(sourceOfArtefact(written.artefact), context);
        if (!back.ok) throw new Error("not read back");
        expect(diffRecords(record, back.record)).toEqual([]);
        expect(
          back.record.residue.filter(({ format }) => format === tppClientXmlAdapter.id),
        ).toEqual([]);
        const again = await writeRecord(tppClientXmlAdapter, back.record, context);
        if (!again.ok) throw new Error("not written again");
        const [first, second] = [written, again].map(({ artefact }) => bytesOfRecord(artefact));
        expect(
          Buffer.compare((await second) ?? new Uint8Array(), (await first) ?? new Uint8Array()),
        ).toBe(0);
      });
    });
  },
);
