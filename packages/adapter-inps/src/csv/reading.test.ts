import type { Coded } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { codesOf, readRows } from "../testing/extract.ts";

/* What live extracts hold (supplier formats, section 8: the rows of Vision), and what is made of it. */

const codings = (concept: Coded | undefined) =>
  concept?.codings.map(({ system, code }) => `${system} ${code}`);

describe("codes", () => {
  it("keep their seven characters, case and term code", async () => {
    const { record } = await readRows({
      journal: [
        { ID: "1", CODE: "SN58911", RUBRIC: "Egg allergy" },
        { ID: "2", CODE: "H34..00", RUBRIC: "Bronchiectasis" },
        { ID: "3", CODE: "h34..00", RUBRIC: "A drug" },
      ],
    });
    expect(record.observations.map(({ concept }) => codings(concept))).toEqual([
      ["read-v2 SN58911"],
      ["read-v2 H34..00"],
      ["read-v2 h34..00"],
    ]);
  });

  it("that are none of Read are Vision's own with a term, and words without one", async () => {
    const junk = ["DNA", "13m1.0", "9V0.00"];
    const { record, issues } = await readRows({
      journal: junk.flatMap((CODE, at) => [
        { ID: `${at}a`, CODE, RUBRIC: "A term" },
        { ID: `${at}b`, CODE },
      ]),
    });
    const [local, bare] = record.observations;
    expect(codings(local?.concept)).toEqual(["vision DNA"]);
    expect(bare?.concept).toBeUndefined();
    expect(bare?.texts).toEqual([{ text: "CODE as recorded: DNA", role: "displayed" }]);
    expect(codesOf({ issues })).toEqual(junk.map(() => "value-unmapped"));
  });

  it("of SNOMED CT are checked and never numbers: garbage is kept as words", async () => {
    const { record, issues } = await readRows({
      journal: [
        { ID: "1", CODE: "H33..00", SNOMED_CODE: "195967001", RUBRIC: "Asthma" },
        { ID: "2", CODE: "H33..00", SNOMED_CODE: "29993973518322896898", RUBRIC: "Asthma" },
        { ID: "3", CODE: "H33..00", SNOMED_CODE: "195967002", RUBRIC: "Asthma" },
      ],
    });
    const [first, second] = record.observations;
    expect(codings(first?.concept)).toEqual(["read-v2 H33..00", "snomed 195967001"]);
    expect(codings(second?.concept)).toEqual(["read-v2 H33..00"]);
    expect(second?.texts[0]?.text).toBe("SNOMED_CODE as recorded: 29993973518322896898");
    expect(codesOf({ issues })).toEqual(["value-malformed", "value-malformed"]);
  });

  it("of drugs may be Gemscript, Read, dm+d and BNF, any of them alone", async () => {
    const { record } = await readRows({
      journal: [
        { ID: "1", SUBSET: "A", CODE: "59329020", DMD_CODE: "322236009", BNF_CODE: "04070100" },
        { ID: "2", SUBSET: "A", CODE: "di2q.00", RUBRIC: "Paracetamol 500mg capsules" },
        { ID: "3", SUBSET: "A", DMD_CODE: "322236009", RUBRIC: "Paracetamol 500mg tablets" },
        { ID: "4", SUBSET: "A", RUBRIC: "Coal tar" },
      ],
    });
    expect(record.authorisations.map(({ concept }) => codings(concept))).toEqual([
      ["gemscript 59329020", "snomed 322236009", "bnf 04070100"],
      ["read-v2 di2q.00"],
      ["snomed 322236009"],
      [],
    ]);
    expect(record.authorisations[3]?.concept?.text).toBe("Coal tar");
  });

  it("that stand in for others are named, and one for a drug allergy most of all", async () => {
    const read = await readRows({
      journal: [
        { ID: "1", CODE: "9bJ..00", RUBRIC: "Podagra" },
        { ID: "2", SUBSET: "L", CODE: "9bJ4.00", RUBRIC: "Sulphonamides" },
      ],
    });
    expect(codesOf(read)).toEqual(["code-degraded", "allergy-degraded"]);
    expect(read.record.allergies[0]?.kind).toBe("drug");
  });
});

describe("when", () => {
  it("something was is DATE and TIME, recorded apart; 9999 and a blank are no time", async () => {
    const { record } = await readRows({
      journal: [
        { ID: "1", CODE: "H33..00", DATE: "20040509", TIME: "1405", RECORDED_DATE: "20040511" },
        { ID: "2", CODE: "H33..00", DATE: "20040509", TIME: "9999" },
        { ID: "3", CODE: "H33..00", DATE: "99999999" },
      ],
    });
    expect(record.observations.map(({ effective, recorded }) => [effective, recorded])).toEqual([
      [{ kind: "point", at: "2004-05-09T14:05" }, "2004-05-11"],
      [{ kind: "point", at: "2004-05-09" }, undefined],
      [undefined, undefined],
    ]);
  });

  it("cannot be read is kept as words and never guessed", async () => {
    const read = await readRows({
      journal: [{ ID: "1", CODE: "H33..00", DATE: "20040231", TIME: "2575" }],
    });
    expect(read.record.observations[0]?.effective).toBeUndefined();
    expect(read.record.observations[0]?.texts[0]?.text).toBe(
      "DATE as recorded: 20040231\nTIME as recorded: 2575",
    );
    expect(codesOf(read)).toEqual(["date-malformed", "date-malformed"]);
  });
});

describe("values", () => {
  const valueOf = async (cells: Readonly<Record<string, string>>) => {
    const { record } = await readRows({ journal: [{ ID: "1", ...cells }] });
    return record.observations[0];
  };

  it.each([
    ["WEIGHT", "kg"],
    ["HEIGHT", "m"],
    ["PULSE", "bpm"],
    ["SMOKING", "per day"],
    ["ALCOHOL", "per week"],
    ["HEADS_CENTI", "cm"],
    ["WAIST", "cm"],
  ])("without a unit are in that of their ENTITY: %s in %s", async (ENTITY, unit) => {
    const bare = await valueOf({ CODE: "22...00", ENTITY, VALUE1: "1.50" });
    expect(bare?.value).toEqual({ kind: "quantity", quantity: { value: "1.50", unit } });
    const told = await valueOf({ CODE: "22...00", ENTITY, VALUE1: "1.50", VALUE1_UNITS: "odd" });
    expect(told?.value).toEqual({ kind: "quantity", quantity: { value: "1.50", unit: "odd" } });
  });

  it("keep their number where no unit is known", async () => {
    const found = await valueOf({ CODE: "44J3.00", VALUE1_NAME: "NUM_RESULT", VALUE1: "88" });
    expect(found?.value).toEqual({ kind: "quantity", quantity: { value: "88" } });
  });

  it("of a blood pressure are systolic and diastolic in one row", async () => {
    const pressure = await valueOf({ CODE: "246..00", VALUE1: "138", VALUE2: "84" });
    expect(pressure?.value).toBeUndefined();
    expect(
      pressure?.components?.map(({ concept, value }) => [
        codings(concept),
        concept?.codings[0]?.asserted,
        value,
      ]),
    ).toEqual([
      [["read-v2 2469.00"], "mapped", { kind: "quantity", quantity: { value: "138" } }],
      [["read-v2 246A.00"], "mapped", { kind: "quantity", quantity: { value: "84" } }],
    ]);
  });

  it("of pressures in two rows are two entries", async () => {
    const { record } = await readRows({
      journal: [
        { ID: "1", CODE: "2469.00", VALUE1: "138" },
        { ID: "2", CODE: "246A.00", VALUE1: "84" },
      ],
    });
    expect(record.observations.map(({ value, components }) => [value?.kind, components])).toEqual([
      ["quantity", undefined],
      ["quantity", undefined],
    ]);
  });

  it.each([
    ["137P.00", "0", "Never"],
    ["137P.00", "1", "Current"],
    ["136..00", "2", "Ex"],
  ])("of smoking and alcohol are how much and whether: %s %s", async (CODE, VALUE2, display) => {
    const habit = await valueOf({ CODE, VALUE1: "10", VALUE2 });
    expect(habit?.components).toBeUndefined();
    expect(habit?.concept?.qualifiers?.[0]?.value?.codings[0]?.display).toBe(display);
  });

  it.each([
    ["22A..00", "Body mass index"],
    ["44B..00", "Weeks pregnant"],
    ["152..00", "Miscarriages"],
  ])("beside a value are measurements of their own: of %s %s", async (CODE, label) => {
    const both = await valueOf({ CODE, VALUE1: "70", VALUE2: "26" });
    expect(both?.value).toEqual({ kind: "quantity", quantity: { value: "70" } });
    const [second] = both?.components ?? [];
    expect(second?.concept?.text ?? second?.concept?.codings[0]?.display).toBe(label);
    expect(second?.value).toEqual({ kind: "quantity", quantity: { value: "26" } });
  });

  it("of a review are a date, and what is no number is words", async () => {
    const review = await valueOf({
      CODE: "8B31400",
      VALUE1_NAME: "REVIEW_DAT",
      VALUE1: "20190312",
    });
    expect(review?.value).toEqual({ kind: "date", date: "2019-03-12" });
    expect((await valueOf({ CODE: "44J3.00", VALUE1: ">100" }))?.value).toEqual({
      kind: "text",
      text: ">100",
    });
  });

  it("in rows of immunisations and allergies under a measurement are quarantined, never a weight", async () => {
    const read = await readRows({
      journal: [
        { ID: "1", SUBSET: "I", CODE: "65E..00", ENTITY: "WEIGHT", VALUE1: "72" },
        { ID: "2", SUBSET: "C", CODE: "65E..00", ENTITY: "BP", VALUE1: "120", VALUE2: "80" },
        { ID: "3", SUBSET: "L", CODE: "14L..00", ENTITY: "WEIGHT", VALUE1: "72" },
      ],
    });
    const { observations, immunisations, allergies, residue } = read.record;
    expect([observations, immunisations, allergies]).toEqual([[], [], []]);
    expect(residue.map(({ kind }) => kind)).toEqual(["clinical", "clinical", "clinical"]);
    expect(codesOf(read)).toEqual(["entity-contrary", "entity-contrary", "entity-contrary"]);
  });

  it("elsewhere in such rows are kept as words", async () => {
    const read = await readRows({
      journal: [{ ID: "1", SUBSET: "I", CODE: "65E..00", IMMS_STATUS: "Given", VALUE1: "0.5" }],
    });
    expect(read.record.immunisations[0]?.texts[0]?.text).toBe("VALUE1 as recorded: 0.5");
    expect(codesOf(read)).toEqual(["value-unmapped"]);
  });
});

describe("what cannot be told", () => {
  it("is residue: another context than the actual, an unknown kind, a drug of none", async () => {
    const read = await readRows({
      journal: [
        { ID: "1", CODE: "H33..00", CONTEXT: "F" },
        { ID: "2", CODE: "H33..00", SUBSET: "X" },
        { ID: "3", CODE: "bd35.00", SUBSET: "" },
      ],
    });
    expect(read.record.observations).toEqual([]);
    expect(codesOf(read)).toEqual(["context-not-actual", "subset-unknown", "subset-unknown"]);
  });
});
