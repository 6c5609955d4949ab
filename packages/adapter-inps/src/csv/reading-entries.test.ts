import { describe, expect, it } from "vitest";
import { codesOf, readRows } from "../testing/extract.ts";

const encounter = { ID: "5", DATE: "20180312", SESSION: "G" };

describe("entries and what they stand in", () => {
  it("stand in the encounter they name; those that name none stay outside", async () => {
    const { record } = await readRows({
      encounter: [encounter],
      journal: [
        { ID: "1", CODE: "H33..00", LINKS: "E5", DATE: "20180312" },
        { ID: "2", CODE: "H30..00", DATE: "20180312" },
      ],
    });
    const [consultation] = record.consultations;
    expect(record.consultations).toHaveLength(1);
    expect(record.observations.map((one) => one.consultation)).toEqual([
      consultation?.id,
      undefined,
    ]);
  });

  it("keep links to what is not there, and to a second encounter", async () => {
    const read = await readRows({
      encounter: [encounter, { ID: "6", DATE: "20180313" }],
      journal: [{ ID: "1", CODE: "H33..00", LINKS: "E5|E6|E99|404" }],
    });
    const { consultations, observations, links } = read.record;
    expect(links).toHaveLength(1);
    expect(links[0]?.from).toBe(observations[0]?.id);
    expect(links[0]?.targets).toHaveLength(3);
    expect(links[0]?.targets[0]).toBe(consultations[1]?.id);
    expect(codesOf(read)).toEqual(["reference-unresolved"]);
  });

  it("have ids of their own patient, and the keys of their rows as identifiers", async () => {
    const rows = { journal: [{ ID: "1", CODE: "H33..00" }] };
    const [first, again, other] = await Promise.all([
      readRows(rows),
      readRows(rows),
      readRows({
        patient: [{ PID: "2", NHS_NUMBER: "9990001898" }],
        journal: [{ PID: "2", ID: "1", CODE: "H33..00" }],
      }),
    ]);
    const ids = [first, again, other].map(({ record }) => record.observations[0]?.id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
    expect(first.record.observations[0]?.identifiers).toEqual([
      { system: "inps:journal", value: "1" },
    ]);
  });
});

describe("problems", () => {
  it("are a facet of their entry, active until they end, with what is linked to them", async () => {
    const { record } = await readRows({
      encounter: [{ ...encounter, LINKS: "1" }],
      journal: [
        { ID: "1", SUBSET: "P", CODE: "H33..00", EPISODE: "F", DATE: "20180312", LINKS: "E5" },
        { ID: "2", SUBSET: "P", CODE: "N217900", DATE: "20180312", END_DATE: "20180901" },
        { ID: "3", CODE: "173C.12", LINKS: "E5|1|2" },
      ],
      referral: [{ ID: "7", LINKS: "1" }],
    });
    const [asthma, foot, breathless] = record.observations;
    const [first, second] = record.problems;
    expect([first?.names, second?.names]).toEqual([asthma?.id, foot?.id]);
    expect([first?.activity, second?.activity]).toEqual(["active", "inactive"]);
    expect(second?.effective).toEqual({ kind: "period", start: "2018-03-12", end: "2018-09-01" });
    expect(first?.links.map(({ target }) => target)).toEqual([
      record.consultations[0]?.id,
      breathless?.id,
      record.referrals[0]?.id,
    ]);
    expect(asthma?.episodicity).toBe("first");
  });

  it("with thousands of linked issues are read in linear time", async () => {
    const issues = Array.from({ length: 4000 }, (_, at) => ({
      ID: String(at + 10),
      SUBSET: "S",
      CODE: "bd35.00",
      TEXT: "ONE DAILY",
      DATE: "20180312",
      LINKS: "1",
    }));
    const { record } = await readRows({
      journal: [{ ID: "1", SUBSET: "P", CODE: "G20..00" }, ...issues],
    });
    expect(record.problems[0]?.links).toHaveLength(4000);
  });
});

describe("medication", () => {
  const drug = { CODE: "c13V.00", RUBRIC: "Salbutamol inhaler", TEXT: "TWO PUFFS" };
  const repeat = { ...drug, SUBSET: "R", EPISODE: "R" };
  const issue = { ...drug, SUBSET: "S", EPISODE: "I", ID: "9", DATE: "20180401" };
  const courseOf = async (...authorisations: readonly Readonly<Record<string, string>>[]) => {
    const { record } = await readRows({
      journal: [...authorisations.map((one, at) => ({ ...one, ID: String(at + 1) })), issue],
    });
    const at = record.authorisations.findIndex(({ id }) => id === record.issues[0]?.course?.id);
    return [at, record.issues[0]?.course?.link];
  };

  it("is acute, repeat or an issue of a repeat, with TEXT as its dosage", async () => {
    const { record } = await readRows({
      journal: [
        {
          ...drug,
          ID: "1",
          SUBSET: "A",
          VALUE1_NAME: "QUANTITY",
          VALUE1: "1",
          END_DATE: "20180320",
        },
        { ...repeat, ID: "2", VALUE1: "28", DRUG_PACKSIZE: "tablet" },
        { ...issue, TEXT: "" },
      ],
    });
    expect(record.authorisations.map(({ kind, state }) => [kind, state])).toEqual([
      ["acute", undefined],
      ["repeat", "current"],
    ]);
    expect(record.authorisations.map(({ quantity }) => quantity)).toEqual([
      { value: "1" },
      { value: "28", unit: "tablet" },
    ]);
    expect(record.authorisations[0]?.dosages).toEqual(["TWO PUFFS"]);
    expect(record.authorisations[0]?.effective).toEqual({ kind: "period", end: "2018-03-20" });
    expect(record.issues[0]?.repeat).toBe(true);
    expect(record.issues[0]?.dosages).toEqual([]);
  });

  it("of a repeat finds its course by drug and dosage, and says that it is inferred", async () => {
    expect(await courseOf({ ...repeat, DATE: "20180101" })).toEqual([0, "inferred"]);
    expect(await courseOf({ ...repeat, DATE: "20180101", TEXT: "two  puffs" })).toEqual([
      0,
      "inferred",
    ]);
    expect(
      await courseOf({ ...repeat, DATE: "20170101" }, { ...repeat, DATE: "20180301" }),
    ).toEqual([1, "inferred"]);
  });

  it("finds no course of another dosage, a later or ended one, or one of two alike", async () => {
    const none = [-1, undefined];
    expect(await courseOf({ ...repeat, DATE: "20180101", TEXT: "ONE PUFF" })).toEqual(none);
    expect(await courseOf({ ...repeat, DATE: "20180601" })).toEqual(none);
    expect(await courseOf({ ...repeat, DATE: "20170101", END_DATE: "20180301" })).toEqual(none);
    expect(
      await courseOf({ ...repeat, DATE: "20180101" }, { ...repeat, DATE: "20180101" }),
    ).toEqual(none);
  });

  it("whose EPISODE or value is of another kind keeps that as words", async () => {
    const read = await readRows({
      journal: [{ ...drug, ID: "1", SUBSET: "A", EPISODE: "R", VALUE1_NAME: "DOSE", VALUE1: "2" }],
    });
    expect(read.record.authorisations[0]?.quantity).toBeUndefined();
    expect(read.record.authorisations[0]?.texts[0]?.text).toBe(
      "EPISODE as recorded: R\nVALUE1_NAME as recorded: DOSE\nVALUE1 as recorded: 2",
    );
  });
});

describe("allergies", () => {
  it("keep drug, severity and certainty; none known is none", async () => {
    const { record } = await readRows({
      journal: [
        {
          ID: "1",
          SUBSET: "L",
          CODE: "14L1.00",
          DMD_CODE: "323509004",
          SEVERITY: "24484000",
          CERTAINTY: "255545003",
        },
        { ID: "2", SUBSET: "L", CODE: "1151.00", RUBRIC: "No known allergies" },
        { ID: "3", SUBSET: "L", CODE: "SN58200", END_DATE: "20150101" },
      ],
    });
    const [penicillin, none, peanut] = record.allergies;
    expect(penicillin?.kind).toBe("drug");
    expect(penicillin?.substances[0]?.codings[0]?.code).toBe("323509004");
    expect(penicillin?.severity?.codings[0]?.display).toBe("Severe");
    expect(penicillin?.certainty?.codings[0]?.display).toBe("Definite");
    expect(none?.kind).toBe("none-known");
    expect([peanut?.kind, peanut?.ended]).toEqual(["unspecified", "2015-01-01"]);
  });
});

describe("immunisations", () => {
  it("are given only where it says so", async () => {
    const { record } = await readRows({
      journal: ["Given", "Refusal to start or complete course", "Advised", "", "Postponed"].map(
        (IMMS_STATUS, at) => ({ ID: String(at), SUBSET: "I", CODE: "65E..00", IMMS_STATUS }),
      ),
    });
    expect(record.immunisations.map(({ outcome }) => outcome)).toEqual([
      "given",
      "refused",
      "advised",
      "not-stated",
      "not-stated",
    ]);
  });

  it("of a compound are one each, in a group of their own day", async () => {
    const part = { SUBSET: "I", IMMS_STATUS: "Given", IMMS_COMPOUND: "DTaP/IPV" };
    const { record } = await readRows({
      journal: [
        { ...part, ID: "1", CODE: "65a0.00", DATE: "20180312" },
        { ...part, ID: "2", CODE: "65b0.00", DATE: "20180312" },
        { ...part, ID: "3", CODE: "65a1.00", DATE: "20180512" },
      ],
    });
    const [first, second] = record.groups;
    expect(record.groups).toHaveLength(2);
    expect(record.immunisations.map(({ within }) => within)).toEqual([
      first?.id,
      first?.id,
      second?.id,
    ]);
  });
});

describe("people", () => {
  const staff = [{ ID: "12", GMP_CODE: "G9999991", SURNAME: "Testworthy" }];

  it.each([
    ["12", "Testworthy"],
    [":STAFF:12:", "Testworthy"],
    [":EXT_STAFF:12,Dr Testworthy:", "Testworthy"],
    ["G9999991", "Testworthy"],
  ])("are found by key, wrapped or not, and by code: %s", async (HCP, surname) => {
    const { record } = await readRows({ staff, journal: [{ ID: "1", CODE: "H33..00", HCP }] });
    const [participant] = record.observations[0]?.participants ?? [];
    const agent = record.agents.find(({ id }) => id === participant?.agent);
    expect(agent?.person?.family).toEqual([surname]);
  });

  it("nobody describes are agents of whom an id is known", async () => {
    const read = await readRows({
      staff,
      journal: [{ ID: "1", CODE: "H33..00", HCP: ":STAFF:77:", HCP_TYPE: "04" }],
    });
    expect(read.record.agents.map(({ identifiers }) => identifiers)).toEqual([
      [{ system: "inps:staff", value: "77" }],
    ]);
    expect(codesOf(read)).toEqual(["reference-unresolved"]);
  });
});

describe("referrals and family history", () => {
  it("keep type, specialty, unit and whom they are to", async () => {
    const { record } = await readRows({
      staff: [{ ID: "31", SURNAME: "Imaginary" }],
      referral: [
        { ID: "7", TYPE: "D", SPECIALTY: "340", UNIT: "Royal Example", TO_HCP: "31" },
        { ID: "8", UNIT: "Royal Example", TO_HCP: "Mr A Surgeon" },
      ],
    });
    const [first, second] = record.referrals;
    expect(first?.requestType).toBe("Day case");
    expect(first?.speciality?.codings[0]?.code).toBe("340");
    expect(first?.recipient).toBe(second?.recipient);
    expect(record.agents.map(({ person, name }) => person?.family?.[0] ?? name)).toEqual([
      "Imaginary",
      "Mr A Surgeon",
      "Royal Example",
    ]);
  });

  it("are entries whose code says whom they are of", async () => {
    const { record } = await readRows({
      journal: [{ ID: "1", CODE: "12D2.00", RUBRIC: "FH: Diabetes mellitus", TEXT: "Father" }],
    });
    expect(record.observations[0]?.subject).toBeUndefined();
    expect(record.observations[0]?.texts).toEqual([{ text: "Father", role: "note" }]);
  });
});
