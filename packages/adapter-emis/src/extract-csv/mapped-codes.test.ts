import { testContext } from "@gp2gp/adapter-testkit";
import { bytesOf, diffRecords, emptyRecord, newEntry, sourceOfArtefact } from "@gp2gp/core";
import type { Coded, Coding, PatientRecord, TerminologyV1 } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { emisCsvAdapter } from "./emis-csv-adapter.ts";

const map = { set: "ctv3rctmap", release: "20200401", method: "code-only", assured: true } as const;
const readV2 = {
  ...{ system: "read-v2", code: "H33..00", display: "Asthma" },
  asserted: "mapped",
  map,
} as const;

/** Everything is asthma, and every drug aspirin. */
const everything: TerminologyV1 = {
  specificationVersion: "v1",
  translate: ({ targets: [system] }) => {
    const aspirin = { system: "snomed", code: "319775004", asserted: "mapped", map } as const;
    return { outcome: "mapped", coding: system === "read-v2" ? readV2 : aspirin, from: 0 };
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
const standIn = sourced("read-v2", "9bJ..00", "Transfer-degraded record entry");

function recordOf(concept: Coded, drug?: Coded): PatientRecord {
  const record = emptyRecord(
    { identifiers: [{ system: "nhs-number", value: "9990000018" }] },
    { format: "testkit-generated" },
  );
  record.observations.push({ ...newEntry("0E000000-0000-4000-8000-000000000001", 0, {}), concept });
  const id = "0E000000-0000-4000-8000-000000000002";
  if (drug)
    record.issues.push({ ...newEntry(id, 0, {}), concept: drug, statement: id, dosages: [] });
  return record;
}

async function written(record: PatientRecord) {
  const context = testContext({ terminology: everything });
  const result = await emisCsvAdapter.write?.(record, context);
  if (!result?.ok) throw new Error("not written");
  const texts = new Map<string, string>();
  for (const part of result.artefact.parts)
    texts.set(part.name, new TextDecoder().decode(await bytesOf(part)));
  const records: PatientRecord[] = [];
  for await (const one of emisCsvAdapter.readEach?.(sourceOfArtefact(result.artefact), context) ??
    [])
    if (one.result.ok) records.push(one.result.record);
  const [back] = records;
  if (!back) throw new Error("not read");
  const named = (name: string): string =>
    [...texts].find(([part]) => part.endsWith(`${name}.csv`))?.[1] ?? "";
  return {
    codes: named("Coding_ClinicalCode"),
    drugs: named("Coding_DrugCode"),
    observations: named("CareRecord_Observation"),
    back,
    losses: result.losses,
  };
}

describe("a code that EMIS does not have", () => {
  it("is shown as a map finds it, the code recorded beside it, and read back as it was recorded", async () => {
    const record = recordOf({ codings: [ctv3] });
    const { codes, observations, back, losses } = await written(record);
    expect(codes).toMatch(/"Asthma","H33","","","H33\.\.00","READ VERSION 2 CODE WITH TERM CODE"/);
    expect(codes).toMatch(/"Asthma NOS","","","","XE0YX","CLINICAL TERMS VERSION 3 CODE"/);
    expect(observations).toContain("[Code mapped: assured, by ctv3rctmap 20200401]");
    expect(observations).toContain('[Code 1: CTV3 XE0YX ""Asthma NOS""]');
    expect(losses).toContainEqual(
      expect.objectContaining({ type: "translated", from: ctv3, to: readV2, assured: true }),
    );
    expect(diffRecords(record, back)).toEqual([]);
  });

  it("is shown as a map into Read finds it, with the SNOMED CT code recorded in the same row", async () => {
    const record = recordOf({ codings: [snomed] });
    const { codes, back } = await written(record);
    expect(codes).toMatch(/"Asthma","H33","195967001"/);
    expect(diffRecords(record, back)).toEqual([]);
  });

  it("of a drug is shown by the mapped one, under the name it was prescribed by", async () => {
    const drug = { codings: [sourced("multilex", "02782001", "Aspirin 75mg tablets")] };
    const record = recordOf({ codings: [ctv3] }, drug);
    const { drugs, observations, back, losses } = await written(record);
    expect(drugs).toContain('"Aspirin 75mg tablets","319775004"');
    expect(observations).toContain('[Code 1: Multilex 02782001 ""Aspirin 75mg tablets""]');
    expect(losses).toContainEqual(
      expect.objectContaining({ type: "translated", record: "/issues/0/concept" }),
    );
    expect(diffRecords(record, back)).toEqual([]);
  });

  it("of a drug with a code of EMIS's older systems is shown by both, and read back as it was", async () => {
    const drug = { codings: [sourced("emis-drug", "ASTA123", "Aspirin 75mg tablets")] };
    const record = recordOf({ codings: [ctv3] }, drug);
    const { drugs, back } = await written(record);
    expect(drugs).toContain('"Aspirin 75mg tablets","319775004"');
    expect(diffRecords(record, back)).toEqual([]);
  });
});

describe("a stand-in for a code another system recorded", () => {
  it("is undone where a map knows the code", async () => {
    const record = recordOf({ codings: [standIn, ctv3] });
    const { codes, back } = await written(record);
    expect(codes).toContain("H33..00");
    expect(codes).not.toContain("9bJ");
    expect(diffRecords(record, back)).toEqual([]);
  });
});

describe("a code that came from EMIS", () => {
  it("goes home as it came, whatever a map would make of it", async () => {
    for (const codings of [[snomed], [standIn, ctv3]]) {
      const home = { ...recordOf({ codings }), extraction: { format: emisCsvAdapter.id } };
      const { codes, observations, back } = await written(home);
      expect(codes).not.toContain("H33");
      expect(observations).not.toContain("[Code mapped:");
      expect(diffRecords(home, back)).toEqual([]);
    }
  });
});
