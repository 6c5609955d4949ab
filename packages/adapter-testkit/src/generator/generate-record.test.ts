import { createHash } from "node:crypto";
import { entrySections, factsOf, isNhsNumber, patientRecordSchema, precisionOf } from "@gp2gp/core";
import type { PatientRecord } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { dialects } from "../codes/sample-codes.ts";
import { memoryContent } from "../context/memory-content.ts";
import { generateRecord } from "./generate-record.ts";
import { storeGeneratedDocuments } from "./generated-document.ts";

const seeds = Array.from({ length: 20 }, (_, seed) => seed);
const entriesOf = (record: PatientRecord) => entrySections.flatMap((section) => record[section]);
const digest = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

describe("a generated record", () => {
  it.each(seeds)("of seed %i is a valid record with every section filled", (seed) => {
    const record = generateRecord({ seed });
    expect(patientRecordSchema.safeParse(record).error?.issues).toBeUndefined();
    expect(entrySections.filter((section) => record[section].length === 0)).toEqual([]);
    expect(record.residue).not.toEqual([]);
  });

  it("is the same for the same seed and another for another", () => {
    expect(digest(generateRecord({ seed: "a" }))).toBe(digest(generateRecord({ seed: "a" })));
    expect(digest(generateRecord({ seed: "a" }))).not.toBe(digest(generateRecord({ seed: "b" })));
  });

  it("gives every entry and component its own UUID", () => {
    const record = generateRecord({ seed: 7 });
    const ids = [
      ...entriesOf(record).map(({ id }) => id),
      ...record.observations.flatMap(({ components = [] }) => components.map(({ id }) => id)),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/.test(id))).toEqual([]);
  });

  it.each(seeds)("of seed %i stands in consultations and headings that are there", (seed) => {
    const record = generateRecord({ seed });
    const byId = new Map(entriesOf(record).map((entry) => [entry.id, entry]));
    for (const entry of entriesOf(record)) {
      if (entry.consultation !== undefined) expect(byId.has(entry.consultation)).toBe(true);
      if (entry.within !== undefined)
        expect(byId.get(entry.within)?.consultation).toBe(entry.consultation);
    }
  });

  it.each(seeds)(
    "of seed %i names nobody: a number never given, a surname of the testkit",
    (seed) => {
      const { patient } = generateRecord({ seed });
      const number = patient.identifiers.find(({ system }) => system === "nhs-number")?.value ?? "";
      expect(isNhsNumber(number)).toBe(true);
      expect(number).toMatch(/^9990/);
      expect(patient.names?.[0]?.family?.[0]).toMatch(/Test|Sample|Fixture|Placeholder|Exampel/);
    },
  );

  it("is told in order of time, from birth to death", () => {
    const record = generateRecord({ seed: 3, years: 60 });
    const days = record.consultations.map(({ recorded }) => (recorded ?? "").slice(0, 10));
    const { birthDate = "", deathDate = "" } = record.patient;
    expect(days.every((day) => day >= birthDate && day <= deathDate)).toBe(true);
    expect(Number(deathDate.slice(0, 4)) - Number(birthDate.slice(0, 4))).toBeGreaterThanOrEqual(
      59,
    );
  });

  it("holds every rare case", () => {
    const record = generateRecord({ seed: 11 });
    const entries = entriesOf(record);
    const points = record.observations.flatMap(({ effective }) =>
      effective?.kind === "point" ? [precisionOf(effective.at)] : [],
    );
    expect(new Set(points)).toEqual(
      new Set(["year", "month", "day", "hour", "minute", "second", "fraction"]),
    );
    expect(new Set(entries.map(({ effective }) => effective?.kind))).toEqual(
      new Set(["point", "period", "centre", "absent", undefined]),
    );
    expect(depthOf(record)).toBe(6);
    const courses = new Set(record.authorisations.map(({ id }) => id));
    const orphans = record.issues.filter(({ course }) => course && !courses.has(course.id));
    expect(orphans).toHaveLength(1);
    const statements = [...record.authorisations, ...record.issues].map(
      ({ statement }) => statement,
    );
    expect(statements.length - new Set(statements).size).toBe(1);
    expect(new Set(record.documents.map(({ content }) => content.state))).toEqual(
      new Set(["stored", "elsewhere", "absent"]),
    );
    const ids = new Set(entries.map(({ id }) => id));
    expect(record.problems.some(({ links }) => links.some(({ target }) => !ids.has(target)))).toBe(
      true,
    );
    expect(
      entries.filter(({ confidentiality }) => confidentiality.length > 0).length,
    ).toBeGreaterThan(3);
    for (const member of [
      "negated",
      "qualifiers",
      "degrade",
      "map",
      "subject",
      "specimens",
      "comparator",
      "highInclusive",
      "components",
    ])
      expect(
        entries.some((entry) => factsOf(entry).some(({ path }) => path.includes(member))),
      ).toBe(true);
    expect(record.patient.deceased).toBe(true);
  });

  it.each(dialects)("states codes as %s does, first the system's own", (dialect) => {
    const record = generateRecord({ seed: 5, dialect, rareCases: false });
    const systems = new Set(record.observations.map(({ concept }) => concept?.codings[0]?.system));
    const own = { emis: "read-v2", tpp: "ctv3", vision: "read-v2", snomed: "snomed" }[dialect];
    expect(systems.has(own)).toBe(true);
  });

  it.each([0, 25, 400, 3000])("has about %i consultations when told so", (consultations) => {
    const record = generateRecord({ seed: 2, consultations });
    const all = record.consultations.length;
    expect(all).toBeGreaterThanOrEqual(Math.min(consultations, 1));
    expect(Math.abs(all - consultations)).toBeLessThanOrEqual(1);
    expect(patientRecordSchema.safeParse(record).success).toBe(true);
  });

  it("grows with its consultations and not faster", () => {
    const size = (consultations: number) =>
      JSON.stringify(generateRecord({ seed: 4, consultations })).length;
    const [thousand, fourThousand] = [size(1000), size(4000)];
    expect((fourThousand - thousand) / 3000).toBeLessThan(4000);
    expect(fourThousand).toBeGreaterThan(thousand * 2);
  });

  it("holds only the sections asked for, and nothing stands in one that is left out", () => {
    const record = generateRecord({ seed: 1, sections: ["allergies", "observations"] });
    expect(entrySections.filter((section) => record[section].length > 0)).toEqual([
      "observations",
      "allergies",
    ]);
    expect(entriesOf(record).filter((entry) => entry.consultation ?? entry.within)).toEqual([]);
    expect(patientRecordSchema.safeParse(record).success).toBe(true);
  });

  it("lets a short life be short, and the living live", () => {
    const child = generateRecord({ seed: 9, years: 3, deceased: false });
    expect(child.patient.deceased).toBeUndefined();
    expect(
      child.authorisations.some(({ dosages }) => dosages.includes("ONE TO BE TAKEN AT NIGHT")),
    ).toBe(false);
    expect(patientRecordSchema.safeParse(child).success).toBe(true);
    expect(() => generateRecord({ seed: 1, years: 200 })).toThrow(RangeError);
  });

  it("has bytes for each stored document", async () => {
    const record = generateRecord({ seed: 6 });
    const content = memoryContent();
    await storeGeneratedDocuments(record, content);
    const stored = record.documents.flatMap(({ content: one }) =>
      one.state === "stored" ? [one] : [],
    );
    expect(stored.length).toBeGreaterThan(2);
    for (const { sha256, bytes } of stored) expect((await content.stat(sha256))?.bytes).toBe(bytes);
  });
});

function depthOf(record: PatientRecord): number {
  const parents = new Map(record.groups.map(({ id, within }) => [id, within]));
  const depth = (id: string | undefined): number =>
    id !== undefined && parents.has(id) ? 1 + depth(parents.get(id)) : 0;
  return Math.max(...record.observations.map(({ within }) => depth(within)));
}
