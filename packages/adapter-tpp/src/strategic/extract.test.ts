import { describe, expect, it } from "vitest";
import { codesOf, extractOf, patient, readAll, readOne } from "../testing/extracts.ts";

const own = { IDPatient: "1", IDEvent: "5" } as const;
const event = { RowIdentifier: "5", IDPatient: "1", DateEvent: "14 Mar 2011 09:30:00" } as const;
const code = (number: string, cells: Readonly<Record<string, string>> = {}) => ({
  ...own,
  RowIdentifier: number,
  CTV3Code: "XE0Uc",
  IsNumeric: "FALSE",
  ...cells,
});

describe("rows, lists and people of TPP extracts", () => {
  it("deletes: removed rows, with their words, are no facts", async () => {
    const { record, issues } = await readOne({
      SRCode: [code("1", { RemovedData: "1" }), code("2", { RemovedData: "TRUE" })],
      SRFreeText: [{ ...own, SRTable: "SRCode", IDSRTable: "1", FreeText: "Of nothing" }],
    });
    expect([record.observations, record.narratives]).toEqual([[], []]);
    expect(codesOf(issues)).toEqual(["entry-deleted", "entry-deleted", "entry-deleted"]);
  });

  it("staff: known by profile, by staff id, or in words; a missing profile falls back to the name", async () => {
    const { record, issues } = await readOne({
      SREvent: [
        { ...event, IDDoneBy: "301", IDProfileEnteredBy: "401" },
        { ...event, RowIdentifier: "6", IDDoneBy: "302", IDProfileEnteredBy: "499" },
        { ...event, RowIdentifier: "7", IDDoneBy: "-1", TextualEventDoneBy: "Dr Outside" },
      ],
      SRStaffMember: [
        { RowIdentifier: "301", StaffName: "Dr Roe" },
        { RowIdentifier: "302", StaffName: "Nurse Mock" },
      ],
      SRStaffMemberProfile: [{ RowIdentifier: "401", StaffRole: "GP", IDStaffMember: "301" }],
    });
    const names = new Map(record.agents.map(({ id, person }) => [id, person?.text]));
    const people = record.consultations.map(({ participants }) =>
      participants.map(({ agent, person, role }) => [
        role.codings[0]?.code,
        person?.names?.[0]?.text ?? names.get(agent ?? ""),
      ]),
    );
    expect(people).toEqual([
      [
        ["author", "Dr Roe"],
        ["entered-by", "Dr Roe"],
      ],
      [
        ["author", "Nurse Mock"],
        ["entered-by", undefined],
      ],
      [["performer", "Dr Outside"]],
    ]);
    expect(codesOf(issues)).toEqual(["reference-unresolved"]);
  });

  it("staff: what a row shares with its event is said once", async () => {
    const { record } = await readOne({
      SREvent: [{ ...event, IDDoneBy: "301" }],
      SRCode: [code("1", { IDDoneBy: "301" }), code("2", { IDDoneBy: "302" })],
      SRStaffMember: [{ RowIdentifier: "301" }, { RowIdentifier: "302" }],
    });
    expect(record.observations.map(({ participants }) => participants.length)).toEqual([0, 1]);
  });

  it("test patients are told of", async () => {
    const { issues } = await readOne({ SRPatient: [{ ...patient, TestPatient: "TRUE" }] });
    expect(codesOf(issues)).toEqual(["patient-is-test"]);
  });

  it("duplicates: a row that is there twice is one entry, and the second is residue", async () => {
    const { record, issues } = await readOne({ SREvent: [event], SRCode: [code("1"), code("1")] });
    expect(record.observations).toHaveLength(1);
    expect(codesOf(issues)).toEqual(["row-repeated"]);
    expect(record.residue).toHaveLength(1);
  });

  it("lists: an id stands for its text, one without is kept and reported, words stand for themselves", async () => {
    const { record, issues } = await readOne({
      SREvent: ["11", "12", "Telephone"].map((ContactMethod, at) => ({
        ...event,
        RowIdentifier: `${at}5`,
        ContactMethod,
      })),
      SRConfiguredListOption: [{ RowIdentifier: "11", ConfiguredListOption: "Face to face" }],
    });
    expect(record.consultations.map(({ concept }) => concept?.codings[0]?.code)).toEqual([
      "Face to face",
      "12",
      "Telephone",
    ]);
    expect(codesOf(issues)).toEqual(["value-unmapped"]);
  });

  it("free text belongs to the row it names, and answers its question", async () => {
    const { record } = await readOne({
      SREvent: [event],
      SRCode: [code("1")],
      SRFreeText: [
        { ...own, SRTable: "SRCode", IDSRTable: "1", Question: "Onset", FreeText: "Sudden" },
        { ...own, SRTable: "SRCode", IDSRTable: "1", FreeText: "In the left eye" },
        { ...own, FreeText: "Seen with her husband" },
        { ...own, SRTable: "SREvent", IDSRTable: "5", FreeText: "Of the event" },
      ],
    });
    expect(record.observations[0]?.texts.map(({ text }) => text)).toEqual([
      "Onset: Sudden",
      "In the left eye",
    ]);
    expect(record.consultations[0]?.texts.map(({ text }) => text)).toEqual(["Of the event"]);
    expect(record.narratives.map(({ texts }) => texts[0]?.text)).toEqual(["Seen with her husband"]);
  });

  it("rows of a patient who is in no patient file fail alone, and rows of nobody are in no record", async () => {
    const readings = await readAll(
      extractOf({
        SRCode: [code("1"), code("2", { IDPatient: "7" }), code("3", { IDPatient: "" })],
      }),
    );
    expect(readings.map(({ result }) => [result.ok, codesOf(result.issues)])).toEqual([
      [false, ["row-without-patient", "patient-row-missing"]],
      [true, ["row-without-patient", "reference-unresolved"]],
    ]);
  });

  it("large dictionaries are not read, and tables whose columns are not published are residue", async () => {
    const { record, issues } = await readOne({
      SRCtv3: [{ RowIdentifier: "1", Ctv3Code: "XE0Uc" }],
      SRActivityData: [{ IDPatient: "1", Activity: "Dressing" }],
    });
    expect(codesOf(issues)).toEqual(["table-unread", "table-unknown", "row-unmapped"]);
    expect(record.residue).toMatchObject([
      { kind: "clinical", content: { table: "SRActivityData", cells: { Activity: "Dressing" } } },
    ]);
  });
});
