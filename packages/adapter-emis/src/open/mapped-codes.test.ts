import { testContext } from "@gp2gp/adapter-testkit";
import {
  bytesOf,
  diffRecords,
  emptyRecord,
  newEntry,
  sourceOfArtefact,
  sourceOfBytes,
} from "@gp2gp/core";
import type { Coded, Coding, PatientRecord, TerminologyV1 } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { emisOpenAdapter } from "./emis-open-adapter.ts";

const map = { set: "ctv3rctmap", release: "20200401", method: "code-only", assured: true } as const;
const readV2: Coding = {
  ...{ system: "read-v2", code: "H33..00", display: "Asthma", asserted: "mapped" },
  map,
};

/** Everything is asthma, and every drug aspirin. */
const everything: TerminologyV1 = {
  specificationVersion: "v1",
  translate: ({ targets }) => {
    const [system = ""] = targets;
    const aspirin = { system: "snomed", code: "319775004", asserted: "mapped", map } as const;
    const coding = system === "read-v2" ? { ...readV2, asserted: "mapped" as const } : aspirin;
    return { outcome: "mapped", coding, from: 0 };
  },
};

const sourced = (system: string, code: string, display: string): Coding => ({
  system,
  code,
  display,
  asserted: "source",
});
const ctv3 = sourced("ctv3", "XE0YX", "Asthma NOS");
const snomed = sourced("snomed", "195967001", "Asthma");

function recordOf(concept: Coded, drug: Coded = { codings: [] }): PatientRecord {
  const record = emptyRecord(
    { identifiers: [{ system: "nhs-number", value: "9990000018" }] },
    { format: "testkit-generated" },
  );
  const id = "0E000000-0000-4000-8000-000000000001";
  const supply = "0E000000-0000-4000-8000-000000000002";
  record.observations.push({ ...newEntry(id, 0, {}), concept });
  if (drug.codings.length > 0)
    record.issues.push({
      ...newEntry(supply, 0, {}),
      concept: drug,
      statement: supply,
      dosages: [],
    });
  return record;
}

async function written(record: PatientRecord, terminology: TerminologyV1 = everything) {
  const context = testContext({ terminology, confidential: "carry" });
  const result = await emisOpenAdapter.write?.(record, context);
  if (!result?.ok) throw new Error("not written");
  const back = await emisOpenAdapter.read?.(sourceOfArtefact(result.artefact), context);
  if (!back?.ok) throw new Error("not read");
  const [part] = result.artefact.parts;
  const xml = part ? new TextDecoder().decode(await bytesOf(part)) : "";
  return { xml, back: back.record, losses: result.losses };
}

async function read(xml: string): Promise<PatientRecord> {
  const source = sourceOfBytes("medical-record.xml", new TextEncoder().encode(xml));
  const result = await emisOpenAdapter.read?.(source, testContext());
  if (!result?.ok) throw new Error("not read");
  return result.record;
}

const code = /<Code>\s*<Value>(.*?)<\/Value>\s*<Scheme>(.*?)<\/Scheme>/s;
const mapCode = /<MapCode>(.*?)<\/MapCode>\s*<MapScheme>(.*?)<\/MapScheme>/s;

describe("a code that EMIS does not have", () => {
  it("is shown as a map finds it, the code recorded beside it, and read back as it was recorded", async () => {
    const record = recordOf({ codings: [ctv3] });
    const { xml, back, losses } = await written(record);
    expect(code.exec(xml)?.slice(1)).toEqual(["H33..", "READ2"]);
    expect(mapCode.exec(xml)?.slice(1)).toEqual(["XE0YX", "CTV3"]);
    expect(xml).toContain("<DisplayTerm>Asthma NOS</DisplayTerm>");
    expect(xml).toContain("[Code mapped: assured, by ctv3rctmap 20200401]");
    expect(losses).toContainEqual({
      type: "translated",
      record: "/observations/0/concept",
      section: "observations",
      reason: "code-translated",
      carriedAs: { part: "medical-record.xml", as: "translation" },
      from: ctv3,
      to: readV2,
      assured: true,
    });
    expect(diffRecords(record, back)).toEqual([]);
  });

  it("has its SNOMED CT translation in MapCode, and stands in the text", async () => {
    const record = recordOf({ codings: [ctv3, snomed] });
    const { xml, back } = await written(record);
    expect(code.exec(xml)?.slice(1)).toEqual(["H33..", "READ2"]);
    expect(mapCode.exec(xml)?.slice(1)).toEqual(["195967001", "SNOMED"]);
    expect(xml).toContain('[Code 1: CTV3 XE0YX "Asthma NOS"]');
    expect(diffRecords(record, back)).toEqual([]);
  });

  it("is one a map found, where the code recorded was lost on the way", async () => {
    const { xml } = await written(recordOf({ codings: [ctv3] }));
    const without = xml.replaceAll(/<Map(Code|Scheme)>.*?<\/Map\1>/gs, "");
    expect((await read(without)).observations[0]?.concept?.codings).toMatchObject([
      { system: "read-v2", code: "H33..00", asserted: "mapped" },
    ]);
  });

  it("of a drug is shown by the mapped one, under the name it was prescribed by", async () => {
    const drug = { codings: [sourced("multilex", "02782001", "Aspirin 75mg tablets")] };
    const record = recordOf({ codings: [ctv3] }, drug);
    const { xml, back, losses } = await written(record);
    expect(xml).toMatch(
      /<Term>Aspirin 75mg tablets<\/Term>\s*<MapCode>319775004<\/MapCode>\s*<MapScheme>SNOMED</,
    );
    expect(xml).toContain('[Code 1: Multilex 02782001 "Aspirin 75mg tablets"]');
    expect(losses).toContainEqual(
      expect.objectContaining({ type: "translated", record: "/issues/0/concept" }),
    );
    expect(diffRecords(record, back)).toEqual([]);
  });
});

describe("a code that came from EMIS", () => {
  it("goes home as it came, whatever a map would make of it", async () => {
    const standIn = sourced("read-v2", "9bJ..00", "Transfer-degraded record entry");
    for (const codings of [[snomed], [standIn, ctv3]]) {
      const first = await written({
        ...recordOf({ codings }),
        extraction: { format: emisOpenAdapter.id },
      });
      const again = await written(first.back);
      expect(code.exec(again.xml)?.slice(1)).toEqual(code.exec(first.xml)?.slice(1));
      expect(again.xml).not.toContain("[Code mapped:");
    }
  });

  it("is undone where it stands in for one another system recorded and a map knows that", async () => {
    const standIn = sourced("read-v2", "9bJ..00", "Transfer-degraded record entry");
    const record = recordOf({ codings: [standIn, ctv3] });
    const { xml, back } = await written(record);
    expect(code.exec(xml)?.slice(1)).toEqual(["H33..", "READ2"]);
    expect(diffRecords(record, back)).toEqual([]);
  });
});
