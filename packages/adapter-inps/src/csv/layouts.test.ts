import { testContext } from "@gp2gp/adapter-testkit";
import { sourceOfArtefact } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import {
  codesOf,
  fileOf,
  readAll,
  readRows,
  sourceOfFiles,
  sourceOfRows,
  writeRows,
} from "../testing/extract.ts";
import { inpsCsvAdapter } from "./inps-csv-adapter.ts";

const patients = fileOf("patient", [{ NHS_NUMBER: "9990001871", SURNAME: "Fixture" }]);
const staff = { ID: "12", SURNAME: "Testworthy", FORENAME: "Sample", SEX: "F", HCP_TYPE: "01" };
const journal = { ID: "1", CODE: "H33..00", RUBRIC: "Asthma", HCP: "12" };

const failureOf = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  for await (const { result } of inpsCsvAdapter.readEach(sourceOfFiles(files), testContext()))
    if (!result.ok) return result.issues.map(({ code }) => code);
  return undefined;
};

describe("the layout of a file", () => {
  it("is told by its number of columns, live or test pack", async () => {
    const [live] = await readAll(
      sourceOfFiles({
        "INCREMENTAL_F86007_patient_data_extract-2018-08-17-000500.csv": patients,
        "INCREMENTAL_F86007_journal_data_extract-2018-08-17-000500.csv": fileOf("journal", [
          journal,
        ]),
      }),
    );
    const [pack] = await readAll(
      sourceOfFiles({
        "patient_data_extract.csv": fileOf(
          "patient",
          [{ NHS_NUMBER: "9990001871", SURNAME: "Fixture" }],
          "testPack",
        ),
        "journal_data_extract.csv": fileOf("journal", [journal], "testPack"),
      }),
    );
    expect(pack?.record.observations[0]?.concept).toEqual(live?.record.observations[0]?.concept);
    expect(pack?.record.patient.names).toEqual(live?.record.patient.names);
    expect(live?.record.extraction).toMatchObject({
      at: "2018-08-17T00:05:00",
      scope: { text: "INCREMENTAL" },
      senders: [{ system: "ods", value: "F86007" }],
    });
  });

  it("is neither: nothing is read, and it is said which file", async () => {
    expect(await failureOf({ "patient_data_extract.csv": "1,2,3\r\n" })).toEqual([
      "layout-unknown",
    ]);
  });

  it.each(["live", "testPack"] as const)(
    "of staff is told by what stands in it, %s",
    async (layout) => {
      const [read] = await readAll(
        sourceOfFiles({
          "patient_data_extract.csv": patients,
          "journal_data_extract.csv": fileOf("journal", [journal]),
          "staff_data_extract.csv": fileOf("staff", [staff, { ID: "13" }], layout),
        }),
      );
      expect(read?.record.agents[0]?.person).toEqual({ given: ["Sample"], family: ["Testworthy"] });
      expect(read?.record.agents[0]?.gender).toBe("female");
    },
  );

  it("of staff is that of the other files where nothing in it tells", async () => {
    const bare = [{ ID: "12", SURNAME: "Testworthy" }];
    const [read] = await readAll(
      sourceOfFiles({
        "patient_data_extract.csv": fileOf("patient", [{ NHS_NUMBER: "9990001871" }], "testPack"),
        "journal_data_extract.csv": fileOf("journal", [journal], "testPack"),
        "staff_data_extract.csv": fileOf("staff", bare, "testPack"),
      }),
    );
    expect(read?.record.agents[0]?.person).toEqual({ family: ["Testworthy"] });
  });

  it("of files that hold nothing of a record does not matter: they are named", async () => {
    const [read] = await readAll(
      sourceOfFiles({
        "patient_data_extract.csv": patients,
        "ADDITIONAL_F86007_active_user_data_extract-2018-08-17-000500.csv": "anything",
        "patient_check_sum_data_extract.csv": "1,2",
      }),
    );
    expect(read?.issues.map(({ code, source }) => [code, source?.part])).toEqual([
      ["file-ignored", "ADDITIONAL_F86007_active_user_data_extract-2018-08-17-000500.csv"],
      ["file-ignored", "patient_check_sum_data_extract.csv"],
    ]);
  });
});

describe("the character set", () => {
  const name = "Åse";
  const bytes = Uint8Array.from(
    fileOf("patient", [{ NHS_NUMBER: "9990001871", SURNAME: "?se" }]),
    (letter) => (letter === "?" ? 0xc5 : letter.charCodeAt(0)),
  );

  it("is UTF-8 unless told, and bytes that are none are refused", async () => {
    expect(await failureOf({ "patient_data_extract.csv": bytes })).toEqual(["charset-wrong"]);
  });

  it("is Windows-1252 where the caller says so, read and written", async () => {
    const options = { "inps-csv": { charset: "windows-1252" } };
    const source = sourceOfFiles({ "patient_data_extract.csv": bytes });
    const [read] = await readAll(source, testContext({ options }));
    expect(read?.record.patient.names).toEqual([{ family: [name] }]);
    if (!read) throw new Error("not read");
    const { artefact } = await writeRows(read.record, { options });
    const [again] = await readAll(sourceOfArtefact(artefact), testContext({ options }));
    expect(again?.record.patient.names).toEqual([{ family: [name] }]);
  });
});

describe("what an extract says again", () => {
  const day = (date: string) => `INCREMENTAL_F86007_journal_data_extract-${date}-000500.csv`;
  const weight = { ID: "1", CODE: "22A..00", RUBRIC: "O/E - weight" };
  const read = async (files: Readonly<Record<string, string>>) => {
    const [first] = await readAll(
      sourceOfFiles({ "patient_data_extract.csv": patients, ...files }),
    );
    if (!first) throw new Error("not read");
    const values = first.record.observations.map(({ value }) =>
      value?.kind === "quantity" ? value.quantity.value : undefined,
    );
    return { ...first, values };
  };

  it("by an update takes the place of what was told before", async () => {
    const { values, record, issues } = await read({
      [day("2018-08-17")]: fileOf("journal", [{ ...weight, VALUE1: "60" }]),
      [day("2018-08-18")]: fileOf("journal", [{ ...weight, VALUE1: "62", ACTION: "U" }]),
    });
    expect(values).toEqual(["62"]);
    expect(record.residue.map(({ kind }) => kind)).toEqual(["technical"]);
    expect(codesOf({ issues })).toEqual(["row-superseded"]);
  });

  it("by an update of an older file does not", async () => {
    const { values } = await read({
      [day("2018-08-18")]: fileOf("journal", [{ ...weight, VALUE1: "62" }]),
      [day("2018-08-17")]: fileOf("journal", [{ ...weight, VALUE1: "60", ACTION: "U" }]),
    });
    expect(values).toEqual(["62"]);
  });

  it.each([
    [["60", "62"], "I"],
    [["62", "60"], "I"],
    [["62", "60"], "U"],
  ] as const)(
    "is as the newer file tells it, at home too: %j by %s",
    async ([one, other], action) => {
      const dayOf = (value: string) => day(value === "62" ? "2018-08-18" : "2018-08-17");
      const { values, record, issues } = await read({
        [dayOf(one)]: fileOf("journal", [{ ...weight, VALUE1: one }]),
        [dayOf(other)]: fileOf("journal", [{ ...weight, VALUE1: other, ACTION: action }]),
      });
      expect(values).toEqual(["62"]);
      expect(codesOf({ issues })).toEqual(["row-superseded"]);
      const { artefact } = await writeRows(record);
      const [home] = await readAll(sourceOfArtefact(artefact));
      expect(home?.record.observations.map(({ value }) => value)).toEqual(
        record.observations.map(({ value }) => value),
      );
    },
  );

  it("by an insert beside another in one file is kept and reported", async () => {
    const { values, record, issues } = await read({
      [day("2018-08-17")]: fileOf("journal", [
        { ...weight, VALUE1: "60" },
        { ...weight, VALUE1: "62" },
      ]),
    });
    expect(values).toEqual(["60"]);
    expect(record.residue.map(({ kind }) => kind)).toEqual(["clinical"]);
    expect(codesOf({ issues })).toEqual(["row-repeated"]);
  });

  it("by a delete is no fact, nor is what was deleted, also within one bulk", async () => {
    const { values, record, issues } = await read({
      [day("2018-08-17")]: fileOf("journal", [
        { ...weight, VALUE1: "60" },
        { ...weight, VALUE1: "60", ACTION: "D" },
        { ...weight, ID: "2", VALUE1: "61", ACTION: "D" },
      ]),
    });
    expect(values).toEqual([]);
    expect(record.residue.map(({ kind }) => kind)).toEqual(["technical", "technical", "technical"]);
    expect(codesOf({ issues }).toSorted()).toEqual([
      "entry-deleted",
      "entry-deleted",
      "row-superseded",
    ]);
  });

  it("by an insert after a delete is a fact again, at home too", async () => {
    const { values, record } = await read({
      [day("2018-08-17")]: fileOf("journal", [
        { ...weight, VALUE1: "60", ACTION: "D" },
        { ...weight, VALUE1: "61" },
      ]),
    });
    expect(values).toEqual(["61"]);
    const { artefact } = await writeRows(record);
    const [home] = await readAll(sourceOfArtefact(artefact));
    expect(home?.record.observations).toHaveLength(1);
  });

  it("in full and incrementally is said once", async () => {
    const { values, issues } = await read({
      "FULL_F86007_journal_data_extract-2018-08-17-000500.csv": fileOf("journal", [
        { ...weight, VALUE1: "60" },
      ]),
      [day("2018-08-17")]: fileOf("journal", [{ ...weight, VALUE1: "60" }]),
    });
    expect(values).toEqual(["60"]);
    expect(codesOf({ issues })).toEqual(["row-superseded"]);
  });

  it("of a patient by a delete is said, and the record is read all the same", async () => {
    const source = sourceOfRows({ patient: [{ NHS_NUMBER: "9990001871", ACTION: "D" }] });
    const [deleted] = await readAll(source);
    expect(deleted?.record.patient.identifiers[0]?.value).toBe("9990001871");
    expect(codesOf(deleted ?? { issues: [] })).toEqual(["patient-deleted"]);
  });
});

describe("registration", () => {
  it.each([
    ["R", { type: "Registered GMS" }],
    ["T", { type: "Temporary" }],
    ["S", { type: "Other services only" }],
    ["P", { type: "Private" }],
    ["L", { status: "Left" }],
    ["D", { deceased: true }],
  ])("is told by ACTIVE %s", async (ACTIVE, expected) => {
    const { record } = await readRows({
      patient: [
        { NHS_NUMBER: "9990001871", ACTIVE, DATE_OF_DEATH: ACTIVE === "D" ? "20180814" : "" },
      ],
    });
    const [registration] = record.registrations;
    const display = (coded: { codings: readonly { display?: string | undefined }[] } | undefined) =>
      coded?.codings[0]?.display;
    expect({
      ...(registration?.type && { type: display(registration.type) }),
      ...(registration?.status && { status: display(registration.status) }),
      ...(record.patient.deceased === true && { deceased: true }),
    }).toEqual(expected);
  });

  it("that ended is told by its end", async () => {
    const { record } = await readRows({
      patient: [{ NHS_NUMBER: "9990001871", ACTIVE: "L", REMOVED_DATE: "20180101" }],
    });
    expect(record.registrations[0]?.end).toBe("2018-01-01");
    expect(record.registrations[0]?.status).toBeUndefined();
  });
});
