import { testContext } from "@gp2gp/adapter-testkit";
import {
  bytesOf,
  diffRecords,
  emptyRecord,
  newEntry,
  roleCoded,
  sourceOfArtefact,
} from "@gp2gp/core";
import type { Coded, Observation, PatientRecord, PatientRecordDraft } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { journal, recordOf, setOf } from "../testing/response-set.ts";
import { testkitMiquestAdapter } from "../testing/testkit-miquest-adapter.ts";
import { attributes } from "../wire/attributes.ts";
import type { Category } from "../wire/attributes.ts";
import { valuesOfRow } from "../wire/row-values.ts";

const id = (place: number) => `93841BE0-BD3D-469E-A2B3-0000000000${String(place).padStart(2, "0")}`;
const coded = (code: string, display: string, system = "read-v2"): Coded => ({
  codings: [{ system, code, display, asserted: "source" }],
});
const on = (at: string) => ({ effective: { kind: "point" as const, at } });

function recordWith(tell: (record: PatientRecordDraft) => void): PatientRecord {
  const record = emptyRecord(
    { identifiers: [{ system: "nhs-number", value: "9990000018" }] },
    { format: "testkit-canonical" },
  );
  tell(record);
  return record;
}

const observation = (place: number, more: Partial<Observation>): Observation => ({
  ...newEntry(id(place), place, {}),
  ...on("2011-03-14"),
  ...more,
});

type Cells = Readonly<Record<string, string>>;

/** The rows of a category as they are written, by attribute, empty cells left out. */
async function rowsOf(record: PatientRecord, category: Category = "JOURNALS"): Promise<Cells[]> {
  const written = await testkitMiquestAdapter.write(record, testContext({ confidential: "carry" }));
  if (!written.ok) throw new Error("not written");
  const texts = await Promise.all(
    written.artefact.parts.map(async (part) => new TextDecoder().decode(await bytesOf(part))),
  );
  const lines = texts.find((text) => text.includes(`FROM ${category}`))?.split("\r\n") ?? [];
  return lines
    .filter((line) => line.startsWith("$1,"))
    .map((line) => {
      const { values } = valuesOfRow(line.slice(3));
      const cells = attributes[category].map((name, at) => [name, values[at] ?? ""] as const);
      return Object.fromEntries(cells.filter(([, value]) => value !== "" && value !== "99999999"));
    });
}

async function rereadOf(record: PatientRecord): Promise<PatientRecord> {
  const written = await testkitMiquestAdapter.write(record, testContext({ confidential: "carry" }));
  if (!written.ok) throw new Error("not written");
  const { record: read } = await recordOf(sourceOfArtefact(written.artefact));
  return read;
}

const quantity = (value: string, unit?: string) => ({
  kind: "quantity" as const,
  quantity: { value, ...(unit !== undefined && { unit }) },
});

describe("values", () => {
  it("stand as numbers only where they would not be taken for another amount", async () => {
    const weight = coded("22A..00", "O/E - weight");
    const [kilograms, stones, bare, less] = await rowsOf(
      recordWith(({ observations }) => {
        observations.push(
          observation(1, { concept: weight, value: quantity("71.50", "kg") }),
          observation(2, { concept: weight, value: quantity("11.2", "st") }),
          observation(3, { concept: weight, value: quantity("71.5") }),
          observation(4, {
            concept: coded("43Z2.00", "Prostate specific antigen"),
            value: { kind: "quantity", quantity: { value: "0.1", comparator: "<", unit: "ug/L" } },
          }),
        );
      }),
    );
    expect(kilograms?.["VALUE1"]).toBe("71.50");
    expect(stones?.["VALUE1"]).toBeUndefined();
    expect(stones?.["TEXT"]).toContain("[Value: 11.2 st]");
    expect(bare?.["VALUE1"]).toBe("71.5");
    expect(less?.["VALUE1"]).toBeUndefined();
  });

  it("keep the unit of a result in words beside the number", async () => {
    const [row] = await rowsOf(
      recordWith(({ observations }) => {
        const concept = coded("44P..00", "Serum cholesterol");
        observations.push(observation(1, { concept, value: quantity("5.2", "mmol/L") }));
      }),
    );
    expect(row).toMatchObject({ CODE: "44P..", VALUE1: "5.2" });
    expect(row?.["TEXT"]).toContain("[Value / quantity / unit: `mmol/L`]");
  });

  it("of a blood pressure are joined into one row, the systolic first", async () => {
    const component = (place: number, code: string, value: string) => ({
      ...newEntry(id(place), place, {}),
      concept: coded(code, "x"),
      value: quantity(value, "mmHg"),
    });
    const concept = coded("246..00", "O/E - blood pressure reading");
    const pressures = [component(2, "246A.00", "80"), component(3, "2469.00", "120")] as const;
    const record = recordWith(({ observations }) => {
      observations.push(observation(1, { concept, components: pressures }));
    });
    const [row] = await rowsOf(record);
    expect(row).toMatchObject({ CODE: "246..", VALUE1: "120", VALUE2: "80" });
    expect(diffRecords(record, await rereadOf(record))).toEqual([]);
  });

  it("of a row are two measurements where the code says so", async () => {
    const { record } = await recordOf(
      setOf(
        journal(
          ["CODE", "VALUE1", "VALUE2"],
          '$1,"1","246..","142","88"',
          '$1,"1","137P.","15","2"',
          '$1,"1","152..","2","1"',
        ),
      ),
    );
    const said = record.observations.map(({ value, components = [] }) => [
      value?.kind === "quantity" && value.quantity.value,
      ...components.map((one) => one.concept?.codings[0]?.code ?? one.concept?.text),
    ]);
    expect(said).toEqual([
      [false, "2469.", "246A."],
      ["15", "Smoking status"],
      [false, "Births", "Miscarriages"],
    ]);
    const [, smoker] = record.observations;
    expect(smoker?.components?.[0]?.value).toMatchObject({
      kind: "coded",
      coded: { codings: [{ code: "2", display: "Ex" }] },
    });
  });
});

describe("what is not so of the patient", () => {
  it("is never shown as if it were: negated, of a relative, refused or planned", async () => {
    const asthma = coded("H33..00", "Asthma");
    const rows = await rowsOf(
      recordWith(({ observations, immunisations, plans }) => {
        const father: Coded = { text: "Father", codings: [] };
        observations.push(
          observation(1, { concept: asthma, negated: true, value: quantity("7") }),
          observation(2, { concept: asthma, subject: { relationship: father } }),
          observation(3, {
            concept: coded("12D1.00", "FH: Asthma"),
            subject: { relationship: father },
          }),
        );
        const mmr = coded("65M1.00", "MMR vaccination");
        immunisations.push({ ...observation(4, { concept: mmr }), outcome: "refused" });
        plans.push({ ...observation(5, { concept: asthma }), kind: "recall" });
      }),
    );
    const shown = rows.map(({ CODE, RUBRIC, VALUE1 }) => [CODE, RUBRIC, VALUE1]);
    expect(shown).toEqual([
      ["9bJ..", "Transfer-degraded record entry", undefined],
      ["9bJ..", "Transfer-degraded record entry", undefined],
      ["12D1.", "FH: Asthma", undefined],
      ["9bJ..", "Transfer-degraded record entry", undefined],
      ["9bJ3.", "Transfer-degraded plan", undefined],
    ]);
  });

  it("is no entry where CONTEXT says that it was not so", async () => {
    const { record, codes } = await recordOf(
      setOf(journal(["CODE", "CONTEXT"], '$1,"1","H33..","P"', '$1,"1","H34..","A"')),
    );
    expect(record.observations.map(({ concept }) => concept?.codings[0]?.code)).toEqual(["H34.."]);
    expect(record.residue).toMatchObject([{ kind: "clinical" }]);
    expect(codes).toContain("context-unknown");
  });
});

describe("medication", () => {
  const columns = ["DATE", "CODE", "RUBRIC", "EPISODE", "VALUE1", "LINKS", "TEXT"] as const;
  const drug = '"bd3..","Atenolol 50mg tablets"';

  it("is a course or an issue by its episode, and an issue is of the one course it can be of", async () => {
    const { record } = await recordOf(
      setOf(
        journal(
          columns,
          `$1,"1","20100101",${drug},"R","28","","ONE DAILY"`,
          `$1,"1","20100101","e311.","Amoxycillin","A","21","","ONE THREE TIMES A DAY"`,
          `$1,"1","20100201",${drug},"I","28","","ONE DAILY"`,
          `$1,"1","20091201",${drug},"I","28","","ONE DAILY"`,
        ),
      ),
    );
    const [repeat, acute] = record.authorisations;
    expect([repeat?.kind, acute?.kind]).toEqual(["repeat", "acute"]);
    expect(repeat).toMatchObject({ dosages: ["ONE DAILY"], quantity: { value: "28" }, texts: [] });
    const [issue, before] = record.issues;
    expect(issue?.course).toEqual({ id: repeat?.id, link: "inferred" });
    expect(before?.course).toBeUndefined();
  });

  it("is of no course where it can be of two, unless it is taken as one of them is", async () => {
    const { record } = await recordOf(
      setOf(
        journal(
          columns,
          `$1,"1","20100101",${drug},"R","28","","ONE DAILY"`,
          `$1,"1","20100102",${drug},"R","56","","ONE TWICE A DAY"`,
          `$1,"1","20100201",${drug},"I","28","","AS DIRECTED"`,
          `$1,"1","20100202",${drug},"I","56","","ONE TWICE A DAY"`,
        ),
      ),
    );
    const [, twice] = record.authorisations;
    expect(record.issues.map(({ course }) => course?.id)).toEqual([undefined, twice?.id]);
  });

  it("is never of the course of another drug that has the same stand-in", async () => {
    const standIn = '"9bJ0.","Transfer-degraded medication entry: Something"';
    const { record } = await recordOf(
      setOf(
        journal(
          columns,
          `$1,"1","20100101",${standIn},"R","28","","ONE DAILY"`,
          `$1,"1","20100201",${standIn},"I","28","","ONE DAILY"`,
        ),
      ),
    );
    expect(record.issues[0]?.course).toBeUndefined();
  });

  it("is not what a drug's code says in an allergy", async () => {
    const [row] = await rowsOf(
      recordWith(({ allergies }) => {
        allergies.push({
          ...observation(1, { concept: coded("e311.00", "Amoxycillin 250mg capsules") }),
          kind: "drug",
          substances: [],
        });
      }),
    );
    expect(row?.["CODE"]).toBe("9bJ4.");
    expect(row?.["EPISODE"]).toBeUndefined();
  });

  it("goes home with the dose it was corrected to, under the id it had", async () => {
    const line = `$1,"1","20100101",${drug},"R","28","seen:7","ONE DAILY"`;
    const { record } = await recordOf(setOf(journal(columns, line)));
    const [course] = record.authorisations;
    if (!course) throw new Error("no course");
    const corrected = {
      ...record,
      authorisations: [{ ...course, dosages: ["ONE TWICE A DAY"], quantity: { value: "56" } }],
    };
    const written = await testkitMiquestAdapter.write(corrected, testContext());
    if (!written.ok) throw new Error("not written");
    const { record: home } = await recordOf(sourceOfArtefact(written.artefact));
    expect(home.authorisations).toMatchObject([
      { id: course.id, dosages: ["ONE TWICE A DAY"], quantity: { value: "56" } },
    ]);
    expect(written.losses).toEqual([]);
  });
});

describe("problems and encounters", () => {
  it("are linked by the names rows have", async () => {
    const record = recordWith(({ consultations, observations, problems }) => {
      consultations.push(observation(9, {}));
      observations.push(
        observation(1, { concept: coded("H33..00", "Asthma"), consultation: id(9) }),
        observation(2, { concept: coded("339..00", "Peak flow"), consultation: id(9) }),
      );
      problems.push({
        ...newEntry(id(8), 8, {}),
        names: id(1),
        effective: { kind: "period", start: "2011-03-14", end: "2012-01-02" },
        links: [{ target: id(2), kind: "associated" }],
      });
    });
    const [asthma, flow] = await rowsOf(record);
    expect(asthma).toMatchObject({
      END_DATE: "20120102",
      LINKS: `#${id(1)}|P${id(8)}|E${id(9)}`,
    });
    expect(flow?.["LINKS"]).toBe(`#${id(2)}|E${id(9)}|${id(8)}`);
    const [encounter] = await rowsOf(record, "ENCOUNTERS");
    expect(encounter?.["LINKS"]).toBe(`E${id(9)}`);
    expect(diffRecords(record, await rereadOf(record))).toEqual([]);
  });
});

describe("people", () => {
  it("are called by code or name, each by another, and what else is known of them is kept", async () => {
    const person = (place: number, name: string, gmp?: string) => ({
      ...newEntry(id(place), place, {}),
      kind: "person" as const,
      person: { text: name },
      identifiers: gmp === undefined ? [] : [{ system: "gmp", value: gmp }],
    });
    const record = recordWith(({ agents, observations }) => {
      agents.push(
        person(1, "Dr A Test", "G9999981"),
        person(2, "Nurse B Test"),
        person(3, "Nurse B Test"),
      );
      for (const place of [1, 2, 3])
        observations.push(
          observation(place + 10, {
            concept: coded("9N1C.00", "Seen in clinic"),
            participants: [{ role: roleCoded("author"), agent: id(place) }],
          }),
        );
    });
    const seen = (await rowsOf(record)).filter(({ CODE }) => CODE === "9N1C.");
    expect(seen.map(({ HCP }) => HCP)).toEqual(["G9999981", "Nurse B Test", id(3)]);
    expect(diffRecords(record, await rereadOf(record))).toEqual([]);
  });
});

describe("words", () => {
  it("with line breaks or quotation marks are carried in one line, and read back", async () => {
    const text = 'Said "no".\nLeft at 5; €3 \u2265 2';
    const record = recordWith(({ narratives }) => {
      narratives.push({ ...observation(1, {}), texts: [{ role: "note", text }] });
    });
    const [row] = await rowsOf(record);
    expect(row?.["TEXT"]).toMatch(
      /^\[Carried from the sending system\] \[Texts 1: note `Said \\`no\\`\.\\nLeft at 5; .3 \\u2265 2`\]$/,
    );
    expect((await rereadOf(record)).narratives[0]?.texts[0]?.text).toBe(text);
  });
});

describe("a patient who has died or left", () => {
  it.each([
    ["D", { deceased: true }, undefined],
    ["L", {}, "L"],
    ["T", {}, "T"],
  ] as const)("is %s", async (active, patient, letter) => {
    const { record } = await recordOf(
      setOf({
        category: "PATIENTS",
        columns: ["NHS_NUMBER", "REFERENCE", "ACTIVE", "REMOVED_DATE"],
        lines: [`$1,"9990000018","1","${active}","20080614"`],
      }),
    );
    expect(record.patient.deceased).toBe("deceased" in patient ? true : undefined);
    const [registration] = record.registrations;
    expect(registration?.end).toBe("2008-06-14");
    expect((registration?.status ?? registration?.type)?.codings[0]?.code).toBe(letter);
  });
});
