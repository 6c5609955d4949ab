import { describe, expect, it } from "vitest";
import { AdapterMisuseError } from "../contract/adapter-misuse-error.ts";
import { bytesOf, sourceOfArtefact, sourceOfBytes } from "../contract/artefact.ts";
import type { WriteContext } from "../contract/context.ts";
import { Gp2gpError } from "../contract/gp2gp-error.ts";
import { issuesOf, sharedIssueKinds } from "../contract/issue.ts";
import type { SupplierAdapterV1 } from "../contract/supplier-adapter-v1.ts";
import { noMaps } from "../contract/terminology-v1.ts";
import { patientRecordSchema, recordSections, emptyRecord } from "../record/patient-record.ts";
import type { RecordSection } from "../record/patient-record.ts";
import { translateRecord } from "./translate-record.ts";
import { writeRecord } from "./write-record.ts";

const context: WriteContext = {
  now: () => new Date(0),
  newId: (seed) => seed,
  terminology: noMaps,
  content: {
    stat: () => Promise.resolve(undefined),
    get: () => sourceOfBytes("", new Uint8Array()).parts[0]?.open() ?? [][Symbol.iterator](),
    put: () => Promise.reject(new Error("this format has no content")),
  } as WriteContext["content"],
  confidential: "withhold",
};

const issue = issuesOf(sharedIssueKinds);

/** A format that is the record as JSON, one a line: the smallest adapter there can be. */
const jsonLines: SupplierAdapterV1 = {
  specificationVersion: "v1",
  id: "plain-json",
  supplier: "plain",
  format: {
    name: "Record as JSON",
    versions: ["1", "2"],
    mediaTypes: ["application/json"],
    patients: "many",
    codeSystems: [],
  },
  coverage: Object.fromEntries(
    recordSections.map((section) => [section, { read: "full", write: "full" }]),
  ) as Record<RecordSection, { read: "full"; write: "full" }>,
  detect: () => "maybe",
  async *readEach(source) {
    const [part] = source.parts;
    if (!part) return;
    for (const line of new TextDecoder().decode(await bytesOf(part)).split("\n")) {
      try {
        const record = patientRecordSchema.parse(JSON.parse(line));
        yield { result: { ok: true, record, issues: [] } };
      } catch {
        yield { result: { ok: false, issues: [issue("artefact-malformed")] } };
      }
    }
  },
  write(record) {
    const bytes = new TextEncoder().encode(JSON.stringify(record));
    const [part] = sourceOfBytes("record.json", bytes).parts;
    const parts = part
      ? [{ name: part.name, mediaType: "application/json", open: () => part.open() }]
      : [];
    return Promise.resolve({ ok: true, artefact: { parts }, issues: [], losses: [] });
  },
};

const record = emptyRecord(
  { identifiers: [{ system: "nhs-number", value: "9990000018" }] },
  { format: "plain-json" },
);

describe("translating records", () => {
  it("goes on after a patient that cannot be read", async () => {
    const line = JSON.stringify(record);
    const source = sourceOfBytes(
      "records.jsonl",
      new TextEncoder().encode(`${line}\nnot a record\n${line}`),
    );
    const outcomes: boolean[] = [];
    for await (const translation of translateRecord(source, {
      from: jsonLines,
      to: jsonLines,
      read: context,
      write: context,
    })) {
      outcomes.push(translation.ok);
      if (!translation.ok) continue;
      const again = sourceOfArtefact(translation.artefact).parts[0];
      expect(JSON.parse(new TextDecoder().decode(again && (await bytesOf(again))))).toEqual(record);
    }
    expect(outcomes).toEqual([true, false, true]);
  });

  it("fills demographics the record lacks and changes none it has", async () => {
    const demographics = {
      identifiers: [{ system: "nhs-number", value: "9990000018" }],
      birthDate: "1950-02",
    };
    const result = await writeRecord(
      jsonLines,
      { ...record, patient: { ...record.patient, sex: "female" } },
      { ...context, demographics },
    );
    const part = result.ok ? result.artefact.parts[0] : undefined;
    const written = patientRecordSchema.parse(
      JSON.parse(new TextDecoder().decode(part && (await bytesOf(part)))),
    );
    expect(written.patient).toEqual({ ...record.patient, birthDate: "1950-02", sex: "female" });
  });

  it("refuses the demographics of another person", async () => {
    const demographics = { identifiers: [{ system: "nhs-number", value: "9990000026" }] };
    const result = await writeRecord(jsonLines, record, { ...context, demographics });
    expect(result).toMatchObject({ ok: false, issues: [{ code: "patient-mismatch" }] });
  });

  it("refuses a version the format does not have, by an error that says which there are", async () => {
    const refused = writeRecord(jsonLines, record, { ...context, formatVersion: "3" });
    await expect(refused).rejects.toThrow("plain-json: known versions are 1, 2");
    await expect(refused).rejects.toSatisfy(
      (error) => Gp2gpError.isInstance(error) && error instanceof AdapterMisuseError,
    );
  });

  it("rejects with the reason it was aborted for", async () => {
    const signal = AbortSignal.abort(new Error("stopped"));
    await expect(writeRecord(jsonLines, record, { ...context, signal })).rejects.toThrow("stopped");
  });
});
