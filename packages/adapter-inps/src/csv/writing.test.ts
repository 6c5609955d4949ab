import { canonicalRecords, testContext } from "@gp2gp/adapter-testkit";
import { diffRecords, emptyRecord, newEntry, roleCoded, sourceOfArtefact } from "@gp2gp/core";
import type {
  Coded,
  MappedCoding,
  PatientRecord,
  PatientRecordDraft,
  TerminologyV1,
} from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { readAll, readRows, textOf, writeRows } from "../testing/extract.ts";

const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`;
const at = (place: number) => newEntry(id(place), place, {});
const on = (day: string) => ({ effective: { kind: "point", at: day } as const });
const read = (code: string, display: string): Coded => ({
  codings: [{ system: "read-v2", code, display, asserted: "source" }],
});
const asthma = read("H33..00", "Asthma");
const drug = read("bd35.00", "Atenolol 50mg tablets");

const recordOf = (fill: (record: PatientRecordDraft) => void): PatientRecord => {
  const record = emptyRecord(
    { identifiers: [{ system: "nhs-number", value: "9990001901" }] },
    { format: "testkit-written" },
  );
  fill(record);
  return record;
};

const journalOf = async (fill: (record: PatientRecordDraft) => void) => {
  const { rows } = await writeRows(recordOf(fill));
  return rows("journal");
};

describe("codes that a map finds", () => {
  const map = { set: "nhs-maps", release: "2020", method: "direct", assured: true };
  const mapped = { system: "read-v2", asserted: "mapped", map } as const;
  const readCodes: Readonly<Record<string, MappedCoding>> = {
    "195967001": { ...mapped, code: "H33..00", display: "Asthma" },
    "318420003": { ...mapped, code: "bd35.00", display: "ATENOLOL 50mg tablets" },
  };
  const terminology: TerminologyV1 = {
    specificationVersion: "v1",
    translate: ({ coded: { codings }, targets }) => {
      const coding = readCodes[codings[0]?.code ?? ""];
      return coding && targets.includes(mapped.system)
        ? { outcome: "mapped", coding }
        : { outcome: "no-map", reason: "no-map" };
    },
  };
  const snomed = (code: string, display: string): Coded => ({
    codings: [{ system: "snomed", code, display, asserted: "source" }],
  });

  it("are shown and said to be mapped, and the record reads back with its own", async () => {
    const record = recordOf(({ observations, authorisations }) => {
      observations.push({ ...at(1), concept: snomed("195967001", "Asthma (disorder)") });
      authorisations.push({
        ...at(2),
        statement: id(2),
        kind: "repeat",
        state: "current",
        concept: snomed("318420003", "Atenolol 50mg tablets"),
        dosages: ["ONE DAILY"],
      });
    });
    const { artefact, rows, losses } = await writeRows(record, { terminology });
    const [finding, medicine] = await rows("journal");
    expect([finding?.["CODE"], finding?.["RUBRIC"]]).toEqual(["H33..00", "Asthma"]);
    expect(finding?.["TEXT"]).toContain("[Code mapped: assured, by nhs-maps 2020]");
    expect(medicine?.["RUBRIC"]).toBe("Atenolol 50mg tablets");
    expect(losses.map(({ type }) => type)).toContain("translated");
    const [home] = await readAll(sourceOfArtefact(artefact), testContext({ terminology }));
    expect(home && diffRecords(record, home.record)).toEqual([]);
  });
});

describe("rows of another system's record say nothing that is not so", () => {
  it("of what was not found, or is of a relative, show the stand-in and no value", async () => {
    const weight = { kind: "quantity", quantity: { value: "70", unit: "kg" } } as const;
    const rows = await journalOf(({ observations }) =>
      observations.push(
        { ...at(1), concept: asthma, negated: true },
        { ...at(2), concept: asthma, subject: { deceased: true }, value: weight },
        {
          ...at(3),
          concept: read("12D2.00", "FH: Diabetes mellitus"),
          subject: { deceased: true },
        },
      ),
    );
    expect(rows.map(({ CODE, RUBRIC, VALUE1 }) => [CODE, RUBRIC, VALUE1])).toEqual([
      ["9bJ..00", "Transfer-degraded record entry", undefined],
      ["9bJ..00", "Transfer-degraded record entry", undefined],
      ["12D2.00", "FH: Diabetes mellitus", undefined],
    ]);
  });

  it("of a value with a comparator have no number, and of one without its digits", async () => {
    const value = (quantity: object) => ({ value: { kind: "quantity" as const, quantity } });
    const rows = await journalOf(({ observations }) =>
      observations.push(
        { ...at(1), concept: asthma, ...value({ value: "5", comparator: "<", unit: "ug/L" }) },
        { ...at(2), concept: asthma, ...value({ value: "5.10", unit: "ug/L" }) },
        { ...at(3), concept: asthma, ...value({ value: "1e3" }) },
      ),
    );
    expect(rows.map(({ VALUE1, VALUE1_UNITS }) => [VALUE1, VALUE1_UNITS])).toEqual([
      [undefined, undefined],
      ["5.10", "ug/L"],
      [undefined, undefined],
    ]);
  });

  it("are under an entity that implies a unit only where the unit is told", async () => {
    const value = (unit?: string) => ({
      value: { kind: "quantity" as const, quantity: { value: "70", ...(unit && { unit }) } },
    });
    const weight = read("22A..00", "O/E - weight");
    const rows = await journalOf(({ observations }) =>
      observations.push(
        { ...at(1), concept: weight, ...value("kg") },
        { ...at(2), concept: weight, ...value() },
        { ...at(3), concept: read("246A.00", "O/E - Diastolic BP reading"), ...value("mmHg") },
      ),
    );
    expect(rows.map(({ ENTITY }) => ENTITY)).toEqual(["WEIGHT", undefined, undefined]);
  });

  it("of a blood pressure have the systolic first, in whatever order it came", async () => {
    const pressure = (place: number, name: string, value: string) => ({
      ...newEntry(id(place), place, {}),
      concept: { text: name, codings: [] },
      value: { kind: "quantity" as const, quantity: { value, unit: "mmHg" } },
    });
    const rows = await journalOf(({ observations }) =>
      observations.push(
        {
          ...at(1),
          concept: read("246..00", "O/E - blood pressure reading"),
          components: [pressure(10, "Diastolic", "80"), pressure(11, "Systolic", "120")],
        },
        {
          ...at(2),
          concept: read("246..00", "O/E - blood pressure reading"),
          components: [pressure(12, "Mean", "93"), pressure(13, "Systolic", "120")],
        },
      ),
    );
    expect(rows.map(({ ENTITY, VALUE1, VALUE2 }) => [ENTITY, VALUE1, VALUE2])).toEqual([
      ["BP", "120", "80"],
      [undefined, undefined, undefined],
    ]);
  });

  it("of a refusal are no vaccination given, and of what was only not given none at all", async () => {
    const flu = read("65E..00", "Influenza vaccination");
    const outcomes = ["given", "refused", "advised", "not-given", "not-stated"] as const;
    const rows = await journalOf(({ immunisations }) =>
      outcomes.forEach((outcome, place) =>
        immunisations.push({ ...at(place), concept: flu, outcome }),
      ),
    );
    expect(rows.map(({ SUBSET, CODE, IMMS_STATUS }) => [SUBSET, CODE, IMMS_STATUS])).toEqual([
      ["I", "65E..00", "Given"],
      ["I", "65E..00", "Refusal to start or complete course"],
      ["I", "65E..00", "Advised"],
      ["C", "9bJ..00", undefined],
      ["I", "65E..00", undefined],
    ]);
  });

  it("of medication show as current only what is", async () => {
    const repeat = { concept: drug, kind: "repeat", dosages: ["ONE DAILY"] } as const;
    const rows = await journalOf(({ authorisations, discontinuations }) => {
      authorisations.push(
        { ...at(1), ...repeat, statement: id(1), state: "current" },
        { ...at(2), ...repeat, statement: id(2), state: "past" },
        { ...at(3), ...repeat, statement: id(3), state: "suspended" },
        { ...at(4), ...repeat, statement: id(4), state: "past" },
      );
      discontinuations.push({
        ...at(5),
        ...on("2012-03-01"),
        statement: id(5),
        dosages: [],
        reverses: [id(4)],
      });
    });
    expect(rows.map(({ SUBSET, CODE, END_DATE }) => [SUBSET, CODE, END_DATE])).toEqual([
      ["R", "bd35.00", undefined],
      ["C", "9bJ0.00", undefined],
      ["C", "9bJ0.00", undefined],
      ["R", "bd35.00", "20120301"],
      ["C", undefined, undefined],
    ]);
  });

  it("of issues are repeats only of repeats, and no second acute prescription on one day", async () => {
    const supply = { concept: drug, dosages: ["ONE DAILY"] };
    const rows = await journalOf(({ authorisations, issues }) => {
      authorisations.push(
        { ...at(1), ...on("2012-01-01"), ...supply, statement: id(1), kind: "acute" },
        { ...at(2), ...on("2012-01-01"), ...supply, statement: id(2), kind: "repeat" },
      );
      const of = (course: number) => ({ course: { id: id(course), link: "source" as const } });
      issues.push(
        { ...at(3), ...on("2012-01-01"), ...supply, statement: id(3), ...of(1) },
        { ...at(4), ...on("2012-02-01"), ...supply, statement: id(4), ...of(1) },
        { ...at(5), ...on("2012-02-01"), ...supply, statement: id(5), ...of(2) },
        { ...at(6), ...on("2012-02-01"), ...supply, statement: id(6), ...of(99) },
      );
    });
    expect(rows.map(({ SUBSET }) => SUBSET)).toEqual(["A", "R", "C", "A", "S", "C"]);
  });

  it("of problems are P only where that says what they are", async () => {
    const states = ["active", "past", "potential"] as const;
    const rows = await journalOf(({ observations, problems }) =>
      states.forEach((activity, place) => {
        observations.push({ ...at(place), concept: asthma });
        problems.push({ ...at(place + 10), names: id(place), activity, links: [] });
      }),
    );
    expect(rows.map(({ SUBSET }) => SUBSET).slice(0, 3)).toEqual(["P", "C", "C"]);
  });

  it("of allergies that are over on no known day do not stand among those of today", async () => {
    const rows = await journalOf(({ allergies }) =>
      allergies.push(
        { ...at(1), concept: asthma, kind: "drug", substances: [] },
        { ...at(2), concept: asthma, kind: "drug", substances: [], endedUnknown: true },
        { ...at(3), concept: asthma, kind: "drug", substances: [], ended: "2012-02-03" },
      ),
    );
    expect(rows.map(({ SUBSET, END_DATE }) => [SUBSET, END_DATE])).toEqual([
      ["L", undefined],
      ["C", undefined],
      ["L", "20120203"],
    ]);
  });

  it("of headings and people have no code that would be one of the patient's", async () => {
    const rows = await journalOf(({ groups, agents }) => {
      groups.push({ ...at(1), kind: "topic", concept: asthma });
      agents.push({ ...at(2), kind: "organisation", concept: asthma, name: "Example" });
    });
    expect(rows.map(({ CODE, RUBRIC }) => [CODE, RUBRIC])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });
});

describe("codes", () => {
  const shownOf = async (concept: Coded) => {
    const [row] = await journalOf(({ observations }) => observations.push({ ...at(1), concept }));
    return [row?.["CODE"], row?.["SNOMED_CODE"], row?.["RUBRIC"]];
  };
  const snomed = {
    system: "snomed",
    code: "195967001",
    display: "Asthma",
    asserted: "source",
  } as const;
  const ctv3 = { system: "ctv3", code: "XE0YX", display: "Asthma", asserted: "source" } as const;

  it("are of Read with SNOMED CT beside it, or that alone, or the stand-in with its words", async () => {
    const [coding] = asthma.codings;
    if (!coding) throw new Error("no code");
    expect(await shownOf({ codings: [coding, snomed] })).toEqual([
      "H33..00",
      "195967001",
      "Asthma",
    ]);
    expect(await shownOf({ codings: [snomed] })).toEqual([undefined, "195967001", "Asthma"]);
    expect(await shownOf({ codings: [ctv3] })).toEqual(["9bJ..00", undefined, "Asthma"]);
    expect(await shownOf({ text: "Wheezy", codings: [] })).toEqual([
      "9bJ..00",
      undefined,
      "Wheezy",
    ]);
  });

  it("that no SNOMED CT reader would take are not shown as such", async () => {
    const broken = { ...snomed, code: "29993973518322896898" };
    expect(await shownOf({ codings: [broken] })).toEqual(["9bJ..00", undefined, "Asthma"]);
  });

  it("of a drug allergy nobody can read block prescribing", async () => {
    const { losses } = await writeRows(
      recordOf(({ allergies }) =>
        allergies.push({ ...at(1), concept: { codings: [ctv3] }, kind: "drug", substances: [] }),
      ),
    );
    expect(losses.some(({ blocksPrescribing }) => blocksPrescribing === true)).toBe(true);
  });
});

describe("what rows refer to", () => {
  it("are encounters of the record's consultations alone, and staff some row refers to", async () => {
    const { rows } = await writeRows(
      recordOf(({ agents, consultations, observations }) => {
        agents.push(
          { ...at(1), kind: "person", person: { family: ["Testworthy"] } },
          { ...at(2), kind: "person", person: { family: ["Unseen"] } },
        );
        consultations.push({
          ...at(3),
          ...on("2012-01-01T09:30"),
          participants: [{ role: roleCoded("author"), agent: id(1) }],
        });
        observations.push(
          { ...at(4), consultation: id(3), concept: asthma },
          { ...at(5), concept: asthma },
        );
      }),
    );
    expect((await rows("encounter")).map(({ ID, HCP, TIME }) => [ID, HCP, TIME])).toEqual([
      [id(3), id(1), "0930"],
    ]);
    expect((await rows("staff")).map(({ SURNAME }) => SURNAME)).toEqual(["Testworthy"]);
    expect((await rows("journal")).map(({ LINKS }) => LINKS)).toEqual([
      `E${id(3)}`,
      undefined,
      undefined,
    ]);
  });

  it("never take a problem for an encounter, though its id begins with an E", async () => {
    const problem = `E${id(1).slice(1)}`;
    const record = recordOf(({ observations, problems }) => {
      observations.push(
        { ...newEntry(problem, 0, {}), concept: asthma },
        { ...at(2), concept: drug },
      );
      const links = [{ target: id(2), kind: "associated" as const }];
      problems.push({ ...at(3), names: problem, activity: "active", links });
    });
    const { artefact, rows } = await writeRows(record);
    expect((await rows("journal")).map(({ LINKS }) => LINKS)[1]).toBe(`P${problem}`);
    const [back] = await readAll(sourceOfArtefact(artefact));
    expect(back?.record.problems[0]?.links[0]?.target).toBe(id(2));
    expect(back?.record.observations[0]?.id).toBe(problem);
  });
});

describe("the files", () => {
  const record = recordOf(() => undefined);

  it("are named by the record, or as the caller says", async () => {
    const options = { "inps-csv": { ods: "Z99903", at: "2019-03-01T00:05:00" } };
    const { artefact } = await writeRows(record, { options });
    expect(artefact.parts[0]?.name).toBe("FULL_Z99903_patient_data_extract-2019-03-01-000500.csv");
    const plain = await writeRows(record);
    expect(plain.artefact.parts[0]?.name).toBe("FULL_patient_data_extract.csv");
  });

  it("keep a document under its id, whatever stands before it", async () => {
    const found = canonicalRecords.find(({ name }) => name === "documents");
    if (!found) throw new Error("no such record");
    const context = testContext();
    for (const bytes of found.documents)
      await context.content.put(
        (async function* () {
          yield await Promise.resolve(bytes);
        })(),
        {},
      );
    const { artefact, rows } = await writeRows(found.record, { content: context.content });
    const [letter] = await rows("journal");
    const name = `documents/${found.record.documents[0]?.id}.txt`;
    expect(letter?.["DOCUMENT_ID"]).toBe(`|${found.record.documents[0]?.id}`);
    expect(artefact.parts.at(-1)?.name).toBe(name);
    const [back] = await readAll(sourceOfArtefact(artefact), context);
    expect(back?.record.documents.map(({ content }) => content)).toEqual(
      found.record.documents.map(({ content }) => content),
    );
  });
});

describe("a fact corrected on the way", () => {
  it("goes home as it now is", async () => {
    const { record } = await readRows({
      journal: [
        { ID: "1", CODE: "22A..00", ENTITY: "WEIGHT", VALUE1: "70", GMS: "Y" },
        { ID: "2", CODE: "44J3.00", VALUE1: ">100" },
        { ID: "3", SUBSET: "I", CODE: "65E..00", IMMS_STATUS: "Postponed" },
      ],
    });
    const corrected: PatientRecord = {
      ...record,
      observations: record.observations.map((one, place) => ({
        ...one,
        value:
          place === 0
            ? { kind: "quantity", quantity: { value: "154", unit: "lb" } }
            : { kind: "text", text: ">90" },
      })),
      immunisations: record.immunisations.map((one) => ({ ...one, outcome: "given", texts: [] })),
    };
    const { rows } = await writeRows(corrected);
    const [weight, creatinine, flu] = await rows("journal");
    expect([weight?.["VALUE1"], weight?.["VALUE1_UNITS"]]).toEqual(["154", "lb"]);
    expect(weight?.["GMS"]).toBe("Y");
    expect(creatinine?.["VALUE1"]).toBeUndefined();
    expect(creatinine?.["TEXT"]).toContain('[Value: ">90"]');
    expect(flu?.["IMMS_STATUS"]).toBe("Given");
  });

  it("leaves alone what was not", async () => {
    const { record } = await readRows({
      journal: [
        { ID: "1", CODE: "H33..00", TEXT: "Since childhood", LINKS: "E99|7", TIME: "9999" },
      ],
    });
    const { artefact, losses } = await writeRows(record);
    expect(losses).toEqual([]);
    expect(await textOf(artefact, "journal")).toContain("E99|7");
  });
});
