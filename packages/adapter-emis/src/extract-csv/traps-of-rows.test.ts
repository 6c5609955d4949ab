import { memoryContent, testContext } from "@gp2gp/adapter-testkit";
import { bytesOf, emptyRecord } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { bundleOf, guid, id, partOf, readBundle, writeBundle } from "../testing/emis-bundle.ts";
import { emisCsvAdapter } from "./emis-csv-adapter.ts";

const asthma = {
  CodeId: "301485011",
  Term: "Asthma",
  ReadTermId: "H33",
  SnomedCTConceptId: "195967001",
  SnomedCTDescriptionId: "301485011",
  EmisCodeCategoryDescription: "Conditions, operations and procedures",
};
const observation = { ObservationGuid: guid(10), CodeId: "301485011", EffectiveDate: "2020-03-04" };

async function observe(cells: Readonly<Record<string, string>>) {
  const reading = await readBundle(
    bundleOf({
      Coding_ClinicalCode: [asthma],
      CareRecord_Observation: [{ ...observation, ...cells }],
    }),
  );
  return { ...reading, observation: reading.record.observations[0] };
}

describe("who and which a row is", () => {
  it("is the GUID, with braces or without, in either case", async () => {
    const bare = id(10).toLowerCase();
    const { record, codes } = await readBundle(
      bundleOf({
        Coding_ClinicalCode: [asthma],
        CareRecord_Observation: [
          { ...observation, PatientGuid: id(1).toLowerCase() },
          { ...observation, ObservationGuid: guid(11), ParentObservationGuid: bare },
        ],
      }),
    );
    expect(codes).toEqual([]);
    expect(record.observations.map((one) => [one.id, one.within])).toEqual([
      [id(10), undefined],
      [id(11), id(10)],
    ]);
  });

  it("is told from the same GUID of another patient", async () => {
    const source = bundleOf({
      Admin_Patient: [
        { NhsNumber: "9990004803" },
        { PatientGuid: guid(3), NhsNumber: "9990004811" },
      ],
      Coding_ClinicalCode: [asthma],
      CareRecord_Observation: [
        { ...observation, AssociatedText: "of the first" },
        { ...observation, PatientGuid: guid(3), AssociatedText: "of the second" },
      ],
    });
    const readings = await Array.fromAsync(emisCsvAdapter.readEach(source, testContext()));
    const words = readings.map(({ result }) =>
      result.ok ? result.record.observations.flatMap(({ texts }) => texts[0]?.text) : [],
    );
    expect(words).toEqual([["of the first"], ["of the second"]]);
  });

  it("is not told by a patient number, which two practices may give", async () => {
    const source = bundleOf({
      Admin_Patient: [
        { NhsNumber: "9990004803", PatientNumber: "7" },
        { PatientGuid: guid(3), NhsNumber: "9990004811", PatientNumber: "7" },
      ],
    });
    const only = [{ system: "nhs-number", value: "9990004811" }];
    for (const wanted of [only, [...only, { system: "emis:patient-number", value: "7" }]]) {
      const context = testContext();
      const readings = await Array.fromAsync(
        emisCsvAdapter.readEach(source, { ...context, only: wanted }),
      );
      expect(readings).toHaveLength(1);
    }
  });

  it("is made up for who comes without a GUID, and is another for another day of birth", async () => {
    const key = async (birthDate: string) => {
      const record = emptyRecord({ identifiers: [], birthDate }, { format: "testkit-other" });
      const { parts } = (await writeBundle(record)).artefact;
      const part = parts.find(({ name }) => name === "Admin_Patient.csv");
      const rows = new TextDecoder().decode(part && (await bytesOf(part)));
      return /^"\{(.+?)\}"/m.exec(rows)?.[1] ?? expect.fail("no key");
    };
    expect(await key("1950-01-02")).toBe(await key("1950-01-02"));
    expect(await key("1950-01-02")).not.toBe(await key("1950-01-03"));
  });

  it("keeps the later of two processings of a row, and the first of two rows of one", async () => {
    const twice = async (first: string, second: string) => {
      const { record, codes } = await readBundle(
        bundleOf({
          Coding_ClinicalCode: [asthma],
          CareRecord_Observation: [
            { ...observation, ProcessingId: first, AssociatedText: "first" },
            { ...observation, ProcessingId: second, AssociatedText: "second" },
          ],
        }),
      );
      return [record.observations.map(({ texts }) => texts[0]?.text), codes];
    };
    expect(await twice("9", "10")).toEqual([["second"], ["row-superseded"]]);
    expect(await twice("10", "9")).toEqual([["first"], ["row-superseded"]]);
    expect(await twice("9", "9")).toEqual([["first"], ["row-repeated"]]);
  });
});

describe("when", () => {
  it.each([
    ["YMDT", { kind: "point", at: "2020-03-04" }],
    ["YMD", { kind: "point", at: "2020-03-04" }],
    ["YM", { kind: "point", at: "2020-03" }],
    ["Y", { kind: "point", at: "2020" }],
    ["U", { kind: "absent", reason: "UNK" }],
  ])("is as fine as its precision %s says", async (precision, effective) => {
    const read = await observe({ EffectiveDatePrecision: precision });
    expect(read.observation?.effective).toEqual(effective);
  });

  it("it was is apart from when it was entered", async () => {
    const read = await observe({ EnteredDate: "2021-01-02", EnteredTime: "10:11:12" });
    expect(read.observation?.recorded).toBe("2021-01-02T10:11:12");
    expect(read.observation?.effective).toEqual({ kind: "point", at: "2020-03-04" });
  });
});

describe("codes", () => {
  it("lose neither case nor padding nor the ordinal of a synonym", async () => {
    const { record } = await readBundle(
      bundleOf({
        Coding_ClinicalCode: [
          { ...asthma, CodeId: "1", ReadTermId: "h34" },
          { ...asthma, CodeId: "2", ReadTermId: "H34" },
          { ...asthma, CodeId: "3", ReadTermId: "C10E-1" },
          { ...asthma, CodeId: "4", ReadTermId: "EMISNQAC724" },
        ],
        CareRecord_Observation: ["1", "2", "3", "4"].map((CodeId, at) => ({
          ...observation,
          ObservationGuid: guid(10 + at),
          CodeId,
        })),
      }),
    );
    expect(record.observations.map(({ concept }) => concept?.codings[0])).toMatchObject([
      { system: "read-v2", code: "h34.." },
      { system: "read-v2", code: "H34.." },
      { system: "read-v2", code: "C10E.", termId: "C10E-1" },
      { system: "emis", code: "EMISNQAC724" },
    ]);
  });

  it("that have not come along keep their row, and go home", async () => {
    const { record, codes } = await readBundle(
      bundleOf({ CareRecord_Observation: [{ ...observation, CodeId: "777" }] }),
    );
    expect(codes).toEqual(["reference-unresolved"]);
    expect(record.observations[0]?.concept?.codings).toEqual([
      { system: "emis:code-id", code: "777", asserted: "source" },
    ]);
    const again = await readBundle((await writeBundle(record)).source);
    expect(again.record.observations).toEqual(record.observations);
  });

  it("of drugs need no dm+d", async () => {
    const { record } = await readBundle(
      bundleOf({
        Coding_DrugCode: [{ CodeId: "17141000033112", Term: "Coal tar paste (special)" }],
        Prescribing_DrugRecord: [{ DrugRecordGuid: guid(10), CodeId: "17141000033112" }],
      }),
    );
    expect(record.authorisations[0]?.concept?.codings).toEqual([
      {
        system: "emis:drug-code",
        code: "17141000033112",
        display: "Coal tar paste (special)",
        asserted: "source",
      },
    ]);
  });

  it("that nobody refers to are not held", async () => {
    const others = Array.from({ length: 50 }, (_, at) => ({ ...asthma, CodeId: String(at + 1) }));
    const { record } = await readBundle(
      bundleOf({
        Coding_ClinicalCode: [...others, asthma],
        CareRecord_Observation: [observation],
        Admin_UserInRole: [{ UserInRoleGuid: guid(90), Surname: "Nobody" }],
      }),
    );
    expect(record.agents.map(({ id: own }) => own)).toEqual([id(2)]);
    const kept = record.extraction.supplierData?.["emis-csv"] as { codes: unknown[] };
    expect(kept.codes).toHaveLength(1);
  });
});

describe("values", () => {
  it("keep number, unit and comparator; a range has its ends and not whether they belong to it", async () => {
    const read = await observe({
      Value: "0.40",
      NumericUnit: "cigarettes/day",
      NumericOperator: "<",
      NumericRangeLow: "1",
      NumericRangeHigh: "2.0",
      Abnormal: "TRUE",
      AbnormalReason: "LO",
    });
    expect(read.observation).toMatchObject({
      value: {
        kind: "quantity",
        quantity: { value: "0.40", unit: "cigarettes/day", comparator: "<" },
      },
      referenceRanges: [{ range: { low: { value: "1" }, high: { value: "2.0" } } }],
      interpretation: { codings: [{ code: "LO", asserted: "source" }] },
      abnormal: true,
    });
  });

  it("that are words stay words, and a text result is the words of its row", async () => {
    const read = await observe({ Value: "positive" });
    expect(read.observation?.value).toEqual({ kind: "text", text: "positive" });
    expect(read.codes).toEqual(["value-malformed"]);
    const { observation: text } = await observe({ AssociatedText: "No growth\r\nafter 48 h" });
    expect(text?.texts).toEqual([{ text: "No growth\r\nafter 48 h", role: "note" }]);
  });

  it("with a comparator the version has no column for are not written without it", async () => {
    const { record } = await observe({ Value: "0.4", NumericOperator: "<" });
    const { source, losses } = await writeBundle(record, { formatVersion: "5.4" });
    const written = await readBundle(source);
    expect(written.record.observations[0]?.value).toEqual(record.observations[0]?.value);
    expect(losses.map(({ record: where }) => where)).toContain("/observations/0/value");
  });
});

describe("a blood pressure", () => {
  const codes = [
    { CodeId: "1", Term: "O/E - blood pressure reading", ReadTermId: "246" },
    { CodeId: "2", Term: "O/E - Systolic BP reading", ReadTermId: "2469" },
    { CodeId: "3", Term: "O/E - Diastolic BP reading", ReadTermId: "246A" },
  ];
  const under = (number: number, CodeId: string, Value: string) => ({
    ObservationGuid: guid(number),
    ParentObservationGuid: guid(10),
    CodeId,
    Value,
    NumericUnit: "mmHg",
  });

  it.each([
    ["systolic first", [under(11, "2", "120"), under(12, "3", "80")]],
    ["diastolic first", [under(12, "3", "80"), under(11, "2", "120")]],
  ])("is one observation, %s", async (_, children) => {
    const { record } = await readBundle(
      bundleOf({
        Coding_ClinicalCode: codes,
        CareRecord_Observation: [{ ObservationGuid: guid(10), CodeId: "1" }, ...children],
      }),
    );
    expect(record.observations).toHaveLength(1);
    const readings = record.observations[0]?.components?.map(({ concept, value }) => [
      concept?.codings[0]?.code,
      value?.kind === "quantity" && value.quantity.value,
    ]);
    expect(Object.fromEntries(readings ?? [])).toEqual({ "2469.": "120", "246A.": "80" });
  });

  it("is none where its pressures stand under something else", async () => {
    const { record } = await readBundle(
      bundleOf({
        Coding_ClinicalCode: [...codes, asthma],
        CareRecord_Observation: [observation, under(11, "2", "120"), under(12, "3", "80")],
      }),
    );
    expect(record.observations.map(({ within }) => within)).toEqual([undefined, id(10), id(10)]);
  });
});

describe("a report", () => {
  it("is the head of a category of tests with its results within, its own ranges being none", async () => {
    const head = { ...asthma, CodeId: "1", EmisCodeCategoryDescription: "Haematology" };
    const { record } = await readBundle(
      bundleOf({
        Coding_ClinicalCode: [head, { ...head, CodeId: "2" }],
        CareRecord_Observation: [
          { ObservationGuid: guid(10), CodeId: "1", NumericRangeLow: "31", NumericRangeHigh: "31" },
          { ObservationGuid: guid(11), ParentObservationGuid: guid(10), CodeId: "2" },
          {
            ObservationGuid: guid(12),
            ParentObservationGuid: guid(11),
            CodeId: "2",
            Value: "101",
          },
        ],
      }),
    );
    expect(record.testReports.map(({ id: own, kind }) => [own, kind])).toEqual([
      [id(10), "pathology"],
    ]);
    expect(record.groups.map(({ id: own, kind, within }) => [own, kind, within])).toEqual([
      [id(11), "battery", id(10)],
    ]);
    expect(record.observations.map(({ within }) => within)).toEqual([id(11)]);
    expect(JSON.stringify(record.testReports[0]?.supplierData)).toContain("NumericRangeLow");
  });
});

describe("documents", () => {
  const document = { ...observation, ObservationType: "Attachment", DocumentGuid: guid(50) };

  it("have their bytes where a file of their name came along, however that is written", async () => {
    for (const name of [guid(50), id(50).toLowerCase()]) {
      const content = memoryContent();
      const source = bundleOf({ CareRecord_Observation: [document] });
      const letter = partOf(`documents/${name}.txt`, "Dear colleague");
      const { record, codes } = await readBundle({ parts: [...source.parts, letter] }, { content });
      expect(record.documents[0]?.content).toMatchObject({ state: "stored", bytes: 14 });
      expect(codes).not.toContain("content-absent");
      const { artefact } = await writeBundle(record, { content });
      expect(artefact.parts.map((part) => part.name)).toContain(`documents/${id(50)}`);
    }
  });

  it("without bytes stay, and say that they have none", async () => {
    const { record, codes } = await readBundle(bundleOf({ CareRecord_Observation: [document] }));
    expect(record.documents[0]).toMatchObject({
      identifiers: [{ system: "emis:document-store", value: id(50) }],
      content: { state: "absent", reason: "not-included" },
    });
    expect(codes).toContain("content-absent");
  });
});

describe("what is in confidence", () => {
  it("stays marked, and so does what is said of it elsewhere", async () => {
    const { record } = await readBundle(
      bundleOf({
        Prescribing_DrugRecord: [
          { DrugRecordGuid: guid(10), IsConfidential: "TRUE", Dosage: "ONE DAILY" },
        ],
      }),
    );
    const [course] = record.authorisations;
    expect(course?.confidentiality).toHaveLength(1);
    if (!course) return;
    const told = {
      ...record,
      authorisations: [{ ...course, reviewDate: "2021-05-06" }],
    };
    const { artefact } = await writeBundle(told);
    const rows = await textOf(artefact.parts.find(({ name }) => /Observation/.test(name)));
    const [header = "", row = ""] = rows.replaceAll(/\n\[/g, " [").split("\r\n");
    const at = header.split(",").indexOf('"IsConfidential"');
    expect(row).toContain("Review date: 2021-05-06");
    expect(row.split('","')[at]).toBe("true");
  });
});

async function textOf(part: { open(): AsyncIterable<Uint8Array> } | undefined): Promise<string> {
  const chunks = part ? await Array.fromAsync(part.open()) : [];
  return new TextDecoder().decode(Buffer.concat(chunks));
}
