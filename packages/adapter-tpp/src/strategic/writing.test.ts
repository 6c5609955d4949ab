import {
  diffRecords,
  emptyRecord,
  newEntry,
  patientRecordSchema,
  sourceOfArtefact,
} from "@gp2gp/core";
import type {
  AnyEntry,
  Coded,
  EntrySection,
  Observation,
  PatientRecord,
  TerminologyV1,
} from "@gp2gp/core";
import { memoryContent } from "@gp2gp/adapter-testkit";
import { describe, expect, it } from "vitest";
import { codesOf, patient, readOne, writeOne } from "../testing/extracts.ts";
import { isMadeNumber } from "./wire/row-numbers.ts";

const point = { kind: "point", at: "2010-01-13T15:29:00" } as const;
const coded = (system: string, code: string, display?: string): Coded => ({
  codings: [{ system, code, ...(display !== undefined && { display }), asserted: "source" }],
});

function recordWith(
  entries: Partial<Record<EntrySection, readonly AnyEntry[]>>,
  of: Partial<PatientRecord["patient"]> = {},
): PatientRecord {
  const record: object = {
    ...emptyRecord(
      { identifiers: [{ system: "nhs-number", value: "9990000069" }], ...of },
      { format: "testkit-generated", at: "2011-09-30T02:00" },
    ),
    consultations: [{ ...newEntry("C1", 0, {}), effective: point }],
    ...entries,
  };
  return patientRecordSchema.parse(record) as PatientRecord;
}

const observation = (id: string, order: number, more: Partial<Observation> = {}): Observation => ({
  ...newEntry(id, order, {}),
  consultation: "C1",
  concept: coded("ctv3", "H33..", "Asthma"),
  effective: point,
  ...more,
});

async function thereAndBack(record: PatientRecord, context: Parameters<typeof writeOne>[1] = {}) {
  const written = await writeOne(record, context);
  const back = await readOne(sourceOfArtefact(written.artefact), context);
  return { ...written, back: back.record };
}

const wordsOf = (rows: readonly Readonly<Record<string, string>>[] = []): string =>
  rows.map(({ FreeText }) => FreeText).join("\n");

describe("codes", () => {
  it("are shown in CTV3 with the SNOMED CT code recorded after it, the others carried", async () => {
    const concept: Coded = {
      codings: [
        ...coded("read-v2", "H33..", "Asthma").codings,
        ...coded("ctv3", "H33..", "Asthma (disorder)").codings,
        ...coded("snomed", "195967001", "Asthma").codings,
      ],
    };
    const record = recordWith({ observations: [observation("O1", 0, { concept })] });
    const { tables, back } = await thereAndBack(record);
    expect(tables["SRCode"]).toMatchObject([
      {
        CTV3Code: "H33..",
        CTV3Text: "Asthma (disorder)",
        SNOMEDCode: "195967001",
        SNOMEDText: "Asthma",
      },
    ]);
    expect(wordsOf(tables["SRFreeText"])).toContain('[Code 1: Read v2 H33.. "Asthma"]');
    expect(diffRecords(record, back)).toEqual([]);
  });

  it("that a map finds are shown with the words recorded, said to be mapped, and not read back", async () => {
    const map = { set: "test", release: "1", method: "test", assured: true } as const;
    const terminology: TerminologyV1 = {
      specificationVersion: "v1",
      translate: () => ({
        outcome: "mapped",
        coding: { system: "ctv3", code: "H33..", asserted: "mapped", map },
      }),
    };
    const record = recordWith({
      observations: [observation("O1", 0, { concept: coded("snomed", "195967001", "Asthma") })],
    });
    const { tables, losses, back } = await thereAndBack(record, { terminology });
    expect(tables["SRCode"]).toMatchObject([
      { CTV3Code: "H33..", CTV3Text: "Asthma", SNOMEDCode: "195967001" },
    ]);
    expect(wordsOf(tables["SRFreeText"])).toContain("[Code mapped: assured, by test 1]");
    expect(losses).toContainEqual(
      expect.objectContaining({ type: "translated", reason: "code-translated", assured: true }),
    );
    expect(diffRecords(record, back)).toEqual([]);
  });

  it("are stand-ins where none is known, and where the code would say another thing", async () => {
    const record = recordWith({
      observations: [
        observation("O1", 0, { concept: coded("read-v2", "H33..", "Asthma") }),
        observation("O2", 1, { negated: true }),
        observation("O3", 2, { subject: { relationship: { text: "Father", codings: [] } } }),
      ],
      allergies: [
        {
          ...observation("A1", 3, { concept: coded("ctv3", "XE1Xk", "No known allergies") }),
          kind: "none-known",
          substances: [],
          reactions: [],
          ended: "2011-01-01",
        } as never,
      ],
    });
    const { tables, back } = await thereAndBack(record);
    expect(tables["SRCode"]?.map(({ CTV3Code }) => CTV3Code)).toEqual(
      expect.not.arrayContaining(["H33..", "XE1Xk"]),
    );
    expect(diffRecords(record, back)).toEqual([]);
  });

  it("of two readings that a map finds do not make a blood pressure of what was none", async () => {
    const found = new Map([
      ["2469.00", "2469."],
      ["246A.00", "246A."],
      ["246..00", "246.."],
    ]);
    const terminology: TerminologyV1 = {
      specificationVersion: "v1",
      translate: ({ coded: { codings } }) => ({
        outcome: "mapped",
        coding: {
          system: "ctv3",
          code: found.get(codings[0]?.code ?? "") ?? "",
          asserted: "mapped",
        },
      }),
    };
    const of = (id: string, order: number, code: string, value?: string): Observation =>
      observation(id, order, {
        concept: coded("read-v2", code, "Reading"),
        ...(value !== undefined && { value: { kind: "quantity", quantity: { value } } }),
      });
    const record = recordWith({
      observations: [
        of("O1", 0, "246..00"),
        of("O2", 1, "2469.00", "140"),
        of("O3", 2, "246A.00", "80"),
      ],
    });
    const { tables, back } = await thereAndBack(record, { terminology });
    expect(tables["SRCode"]?.map(({ CTV3Code }) => CTV3Code)).toEqual(["246..", "2469.", "246A."]);
    expect(back.observations.map(({ components }) => components)).toEqual(Array(3).fill(undefined));
    expect(diffRecords(record, back)).toEqual([]);
  });
});

describe("blood pressures", () => {
  const reading = (id: string, order: number, code: string, value: string) => ({
    ...newEntry(id, order, {}),
    concept: coded("ctv3", code, "Reading"),
    value: { kind: "quantity", quantity: { value, unit: "mmHg" } } as const,
  });

  it("are a row for each reading, and one observation when read", async () => {
    const record = recordWith({
      observations: [
        {
          ...newEntry("O1", 0, {}),
          consultation: "C1",
          effective: point,
          components: [reading("R1", 0, "2469.", "162"), reading("R2", 1, "246A.", "96")],
        },
      ],
    });
    const { tables, back } = await thereAndBack(record);
    expect(tables["SRCode"]).toMatchObject([
      { CTV3Code: "2469.", NumericValue: "162", NumericUnit: "mmHg", IsNumeric: "TRUE" },
      { CTV3Code: "246A.", NumericValue: "96", NumericUnit: "mmHg", IsNumeric: "TRUE" },
    ]);
    expect(new Set(tables["SRCode"]?.map(({ IDEvent }) => IDEvent)).size).toBe(1);
    expect(diffRecords(record, back)).toEqual([]);
  });

  it("are not made of readings that are none in the record", async () => {
    const record = recordWith({
      observations: [
        observation("O1", 0, { ...reading("O1", 0, "2469.", "162"), id: "O1" }),
        observation("O2", 1, { ...reading("O2", 1, "246A.", "96"), id: "O2" }),
      ],
    });
    const { back } = await thereAndBack(record);
    expect(back.observations).toHaveLength(2);
    expect(diffRecords(record, back)).toEqual([]);
  });
});

describe("values", () => {
  it.each<[string, Observation["value"], object]>([
    [
      "a number, digit by digit",
      { kind: "quantity", quantity: { value: "82.40", unit: "kg" } },
      { IsNumeric: "TRUE", NumericValue: "82.40", NumericUnit: "kg" },
    ],
    [
      "a bound with its comparator",
      { kind: "quantity", quantity: { value: "5", unit: "mg/L", comparator: "<" } },
      { IsNumeric: "TRUE", NumericValue: "5", NumericComparator: "<" },
    ],
    ["words, as no number", { kind: "text", text: "trace" }, { IsNumeric: "FALSE" }],
  ])("are shown as %s", async (_, value, cells) => {
    const record = recordWith({
      observations: [observation("O1", 0, { ...(value && { value }) })],
    });
    const { tables, back } = await thereAndBack(record);
    expect(tables["SRCode"]).toMatchObject([cells]);
    expect(diffRecords(record, back)).toEqual([]);
  });
});

describe("problems", () => {
  const problem = { ...newEntry("P1", 1, {}), names: "O1", links: [] };
  const over = async (more: object) =>
    thereAndBack(
      recordWith({
        observations: [observation("O1", 0)],
        problems: [{ ...problem, ...more } as never],
      }),
    );

  it("stand over the row of the entry that names them", async () => {
    const { tables } = await over({
      significance: "major",
      activity: "past",
      effective: { kind: "period", start: "2010-01-13", end: "2011-02-01" },
    });
    expect(tables["SRProblem"]).toMatchObject([
      {
        IDCode: tables["SRCode"]?.[0]?.["RowIdentifier"],
        CTV3Code: "H33..",
        DateEnd: "01 Feb 2011 00:00:00",
      },
    ]);
    const severity = tables["SRProblem"]?.[0]?.["Severity"];
    expect(tables["SRMapping"]).toMatchObject([{ RowIdentifier: severity, Mapping: "Major" }]);
  });

  it.each([
    ["no end", {}],
    ["an end of less than a day", { effective: { kind: "period", end: "2011" } }],
  ])(
    "that are past with %s stand in words: the table would show them as active",
    async (_, more) => {
      const { tables, back } = await over({ activity: "past", ...more });
      expect(tables["SRProblem"]).toBeUndefined();
      expect(tables["SRFreeText"]).toContainEqual(
        expect.objectContaining({ SRTable: "SRCode", Question: "Problem" }),
      );
      expect(back.problems).toMatchObject([{ id: "P1", names: "O1", activity: "past", ...more }]);
    },
  );
});

describe("numbers and lists", () => {
  it("rows from elsewhere have numbers made of their ids, and carry the ids", async () => {
    const record = recordWith({ observations: [observation("O1", 0)] });
    const [one, other] = await Promise.all([writeOne(record), writeOne(record)]);
    const number = one.tables["SRCode"]?.[0]?.["RowIdentifier"] ?? "";
    expect(isMadeNumber(number)).toBe(true);
    expect(other.tables["SRCode"]?.[0]?.["RowIdentifier"]).toBe(number);
    expect(wordsOf(one.tables["SRFreeText"])).toContain('[Id: "O1"]');
  });

  it("rows that came from an extract keep their numbers, also those of lists", async () => {
    const { record } = await readOne({
      SREvent: [{ RowIdentifier: "5", IDPatient: "1", ContactMethod: "11" }],
      SRConfiguredListOption: [
        { RowIdentifier: "11", ConfiguredList: "Event methods", ConfiguredListOption: "Visit" },
      ],
    });
    const { tables, losses } = await writeOne(record);
    expect(tables["SREvent"]).toMatchObject([{ RowIdentifier: "5", ContactMethod: "11" }]);
    expect(tables["SRConfiguredListOption"]).toMatchObject([{ RowIdentifier: "11" }]);
    expect(losses).toEqual([]);
  });

  it("words without a list of their own get the rows they need", async () => {
    const record = recordWith({
      contacts: [
        {
          ...newEntry("K1", 0, {}),
          relationship: { text: "Neighbour", codings: [] },
          name: { text: "Ada Example" },
        } as never,
      ],
    });
    const { tables, back } = await thereAndBack(record);
    const id = tables["SRPatientRelationship"]?.[0]?.["RelationshipType"];
    expect(tables["SRConfiguredListOption"]).toMatchObject([
      { RowIdentifier: id, ConfiguredListOption: "Neighbour" },
    ]);
    expect(diffRecords(record, back)).toEqual([]);
  });

  it("a fact that was corrected goes home as it is now", async () => {
    const { record } = await readOne({
      SREvent: [{ RowIdentifier: "5", IDPatient: "1" }],
      SRCode: [
        {
          RowIdentifier: "6",
          IDPatient: "1",
          IDEvent: "5",
          CTV3Code: "22A..",
          IsNumeric: "1",
          NumericValue: "0070.0",
          NumericUnit: "kg",
        },
      ],
    });
    const [weight] = record.observations;
    if (!weight) throw new Error("not read");
    const value = { kind: "quantity", quantity: { value: "71", unit: "kg" } } as const;
    const { tables } = await writeOne({ ...record, observations: [{ ...weight, value }] });
    expect(tables["SRCode"]).toMatchObject([
      { RowIdentifier: "6", IsNumeric: "1", NumericValue: "71", NumericUnit: "kg" },
    ]);
  });

  it("rows without a place in the record go home", async () => {
    const { record } = await readOne({
      SRActivityData: [{ IDPatient: "1", Activity: "Dressing" }],
      SRCode: [{ RowIdentifier: "6", IDPatient: "1", CTV3Code: "22A..", RemovedData: "1" }],
    });
    const { tables } = await writeOne(record);
    expect(tables["SRActivityData"]).toEqual([{ IDPatient: "1", Activity: "Dressing" }]);
    expect(tables["SRCode"]).toMatchObject([{ RowIdentifier: "6", RemovedData: "1" }]);
  });
});

describe("people and units", () => {
  it("are rows of staff and organisations, which rows of the patient name", async () => {
    const record = recordWith({
      agents: [{ ...newEntry("G1", 0, {}), kind: "person", person: { text: "Dr Roe" } } as never],
      observations: [
        observation("O1", 0, {
          participants: [{ role: coded("gp2gp-role", "author"), agent: "G1" } as never],
        }),
      ],
    });
    const { tables } = await writeOne(record);
    expect(tables["SRStaffMember"]).toMatchObject([{ StaffName: "Dr Roe" }]);
  });

  it("the unit an extract is for is the one of the record, else the one the caller says", async () => {
    const { record } = await readOne({
      SRPatient: [{ ...patient, IDOrganisationVisibleTo: "X1" }],
    });
    const options = { "tpp-sr-csv": { organisation: "X99901" } };
    for (const [one, unit] of [
      [record, "X1"],
      [recordWith({}), "X99901"],
    ] as const) {
      const { tables } = await writeOne(one, { options });
      expect(tables["SRPatient"]).toMatchObject([{ IDOrganisationVisibleTo: unit }]);
    }
  });
});

describe("confidential entries", () => {
  const restricted: Coded = { codings: [{ code: "NOPAT", asserted: "source" }] };

  it("stay behind, or are carried with a warning", async () => {
    const record = recordWith({
      observations: [observation("O1", 0, { confidentiality: [restricted] })],
    });
    const withheld = await writeOne(record, { confidential: "withhold" });
    expect(withheld.tables["SRCode"]).toBeUndefined();
    expect(withheld.losses).toContainEqual(
      expect.objectContaining({ type: "withheld", record: "/observations/0" }),
    );
    const carried = await thereAndBack(record, { confidential: "carry" });
    expect(codesOf(carried.issues)).toEqual(["confidentiality-carried"]);
    expect(diffRecords(record, carried.back)).toEqual([]);
  });

  it("of safeguarding are marked by their table, and need not stay behind", async () => {
    const { record } = await readOne({
      SRPersonAtRisk: [{ RowIdentifier: "2", IDPatient: "1", ProtectionPlan: "Plan" }],
    });
    const { tables, losses, issues } = await writeOne(record, { confidential: "withhold" });
    expect(tables["SRPersonAtRisk"]).toMatchObject([
      { RowIdentifier: "2", ProtectionPlan: "Plan" },
    ]);
    expect([...losses, ...issues]).toEqual([]);
  });
});

it("documents stand beside the tables as files, and read back with their bytes", async () => {
  const content = memoryContent();
  async function* bytes() {
    yield await Promise.resolve(new TextEncoder().encode("a letter"));
  }
  const record = recordWith({
    documents: [
      {
        ...newEntry("D1", 0, {}),
        consultation: "C1",
        effective: point,
        content: await content.put(bytes(), { mediaType: "text/plain" }),
      } as never,
    ],
  });
  const { artefact, back } = await thereAndBack(record, { content });
  expect(artefact.parts.map(({ name }) => name).filter((name) => !name.endsWith(".csv"))).toEqual([
    expect.stringMatching(/^documents\//),
  ]);
  expect(diffRecords(record, back)).toEqual([]);
});

it("an extract stands in a folder named for its time, with its manifest and lists", async () => {
  const { artefact } = await writeOne(recordWith({}));
  expect(artefact.parts.map(({ name }) => name)).toEqual(
    ["SRManifest", "SRPatient", "SREvent", "SRFreeText", "SRMapping", "SRMappingGroup"]
      .concat("SRConfiguredListOption")
      .map((table) => `20110930_0200/${table}.csv`),
  );
});
