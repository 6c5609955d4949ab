import { existsSync } from "node:fs";
import { join } from "node:path";
import { canonicalRecords, generateRecord, testContext } from "@gp2gp/adapter-testkit";
import { writeRecord } from "@gp2gp/core";
import type { Patient, PatientRecord } from "@gp2gp/core";
import { XsdSchema } from "@gp2gp/xsd";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sourceOfCase, xmlOf } from "../testing/cases.ts";
import { readOk } from "../testing/read-and-write.ts";
import { tppClientXmlAdapter } from "./tpp-client-xml-adapter.ts";
import { wireTypes } from "./wire/wire-types.ts";

const shared = process.env["GP2GP_SHARED"] ?? join(import.meta.dirname, "../../../../../shared");
const path = join(shared, "schemas/tpp/TppPatientRecord.xsd");

describe.skipIf(!existsSync(path))(
  "what is written, by TppPatientRecord.xsd (skipped where the shared schemas are absent)",
  () => {
    let schema: XsdSchema;
    beforeAll(() => {
      schema = XsdSchema.load(path);
    });
    afterAll(() => schema[Symbol.dispose]());
    const findings = (xml: string) => schema.validate(new TextEncoder().encode(xml));

    async function write(record: PatientRecord, demographics?: Patient) {
      const options = {
        "tpp-client-xml": { careStartDate: "2001-01-01", registrationType: "GMS" },
      };
      const result = await writeRecord(
        tppClientXmlAdapter,
        record,
        testContext({ confidential: "carry", ...(demographics && { demographics, options }) }),
      );
      if (!result.ok) throw new Error("not written");
      const missing = result.issues
        .filter(({ code }) => code === "demographics-missing")
        .map(({ detail }) => (detail as { element: string }).element);
      return { xml: await xmlOf(result.artefact), missing };
    }

    /** The record with an element for each demographic fact that was reported missing, where the schema has it. */
    function withMissing(xml: string, missing: readonly string[]): string {
      const values: Readonly<Record<string, string>> = {
        DateOfBirth: "1900-01-01",
        Sex: "F",
        CareStartDate: "1900-01-01",
      };
      let filled = xml;
      for (const name of missing) {
        const empty = `<${name}/>`;
        const whole = `<${name}>${values[name] ?? ""}</${name}>`;
        filled = filled.includes(empty)
          ? filled.replace(empty, whole)
          : insert(filled, name, whole);
      }
      return filled;
    }

    it.each(["patient-record-whole", "patient-record-enveloped"] as const)(
      "%s is valid when it goes home",
      async (name) => {
        const { record } = await readOk(sourceOfCase(name));
        const { xml, missing } = await write(record);
        expect(missing).toEqual([]);
        expect(findings(xml)).toEqual([]);
      },
    );

    it("is valid of what came in the richer grammar too, but for what the schema has no letter for", async () => {
      const { record } = await readOk(sourceOfCase("client-integration-whole"));
      const { xml, missing } = await write(record);
      expect(missing).toEqual(["Sex"]);
      expect(findings(withMissing(xml, missing))).toEqual([]);
    });

    const demographics: Patient = {
      identifiers: [],
      names: [{ prefixes: ["Ms"], given: ["Testa"], family: ["Schemata"] }],
      birthDate: "1960-05-12",
      sex: "female",
    };
    const others = [
      ...canonicalRecords.map(({ name, record }) => [name, () => record] as const),
      ...["carla", "david"].map(
        (seed) => [`life of ${seed}`, () => generateRecord({ seed })] as const,
      ),
    ];

    it.each(others)("%s is valid but for the demographics reported missing", async (_, record) => {
      const { xml, missing } = await write(record());
      expect(findings(withMissing(xml, missing))).toEqual([]);
    });

    it.each(others)("%s is valid with demographics", async (_, make) => {
      const record = make();
      const { names: _names, birthDate: _born, sex: _sex, ...patient } = record.patient;
      const { xml, missing } = await write({ ...record, patient }, demographics);
      expect(missing).toEqual([]);
      expect(findings(xml)).toEqual([]);
    });
  },
);

const order = Object.keys(wireTypes.Demographics.elements);

/** Puts an element into the demographics at the place the schema has for it. */
function insert(xml: string, name: string, element: string): string {
  const later = order.slice(order.indexOf(name) + 1).map((next) => `<${next}[ >/]`);
  const from = xml.indexOf("<Demographics");
  const place = xml.slice(from).search(new RegExp([...later, "</Demographics>"].join("|")));
  return xml.slice(0, from + place) + element + xml.slice(from + place);
}
