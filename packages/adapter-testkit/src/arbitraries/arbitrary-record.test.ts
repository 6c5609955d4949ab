import {
  entrySections,
  extractionSchema,
  patientRecordSchema,
  patientSchema,
  residueSchema,
  sectionSchemas,
} from "@gp2gp/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryContent } from "../context/memory-content.ts";
import { arbitraryOfSchema } from "./arbitrary-of-schema.ts";
import { arbitraryEntry, arbitraryRecord } from "./arbitrary-record.ts";
import { memberPathsOfSchema, memberPathsOfValue } from "./member-paths.ts";
import { storeArbitraryDocuments } from "./values.ts";

const sample = (arbitrary: fc.Arbitrary<unknown>) =>
  fc.sample(arbitrary, { numRuns: 600, seed: 1 });

/** The paths of a schema that none of the values has, those of its parts not looked into. */
function missingPaths(schema: object, values: readonly unknown[]): string[] {
  const missing = new Set(memberPathsOfSchema(schema).paths);
  for (const value of values) for (const path of memberPathsOfValue(value)) missing.delete(path);
  return [...missing];
}

/** Every part of the record that has a schema of its own, however deep, by title. */
function partsOfRecord(): Map<string, object> {
  const known = new Map<string, object>();
  const waiting: object[] = [patientSchema, extractionSchema, ...Object.values(sectionSchemas)];
  for (let schema = waiting.pop(); schema; schema = waiting.pop()) {
    for (const [title, part] of memberPathsOfSchema(schema).parts) {
      if (known.has(title)) continue;
      known.set(title, part);
      waiting.push(part);
    }
  }
  return known;
}

describe("arbitrary entries", () => {
  it.each(entrySections)("of %s are valid and have every member of the schema", (section) => {
    const values = sample(arbitraryEntry(section));
    const schema = sectionSchemas[section];
    for (const value of values.slice(0, 200)) expect(schema.safeParse(value).error).toBeUndefined();
    expect(missingPaths(schema, values)).toEqual([]);
  });

  it("miss a member where the values do: the check above can fail", () => {
    expect(missingPaths(sectionSchemas.narratives, [{ id: "A", texts: [] }])).toContain("recorded");
  });
});

describe("the parts entries are made of", () => {
  const parts = [...partsOfRecord()];

  it("are all known", () => {
    expect(parts.map(([title]) => title)).toEqual(
      expect.arrayContaining(["Coded concept", "Qualifier", "Coding", "Quantity", "Content"]),
    );
  });

  it.each(parts)("%s has every member of its schema", (_, schema) => {
    expect(missingPaths(schema, sample(arbitraryOfSchema(schema)))).toEqual([]);
  });
});

describe("arbitrary patients, extractions and residue", () => {
  it.each([
    ["patients", patientSchema],
    ["extractions", extractionSchema],
  ])("%s have every member of the schema", (_, schema) => {
    expect(missingPaths(schema, sample(arbitraryOfSchema(schema)))).toEqual([]);
  });

  it("residue is valid", () => {
    for (const residue of fc.sample(arbitraryOfSchema(residueSchema), 200))
      expect(residueSchema.safeParse(residue).error).toBeUndefined();
  });
});

describe("arbitrary records", () => {
  it("are valid, their ids unique, their places there", () => {
    fc.assert(
      fc.property(arbitraryRecord({ maxEntries: 12 }), (record) => {
        expect(patientRecordSchema.safeParse(record).error).toBeUndefined();
        const entries = entrySections.flatMap((section) => record[section]);
        const ids = new Set(entries.map(({ id }) => id));
        expect(ids.size).toBe(entries.length);
        const consultations = new Set(record.consultations.map(({ id }) => id));
        for (const { consultation, within } of entries) {
          if (consultation !== undefined) expect(consultations.has(consultation)).toBe(true);
          if (within !== undefined) expect(ids.has(within)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("survive JSON", () => {
    fc.assert(
      fc.property(arbitraryRecord(), (record) => {
        expect(JSON.parse(JSON.stringify(record))).toEqual(record);
      }),
    );
  });

  it("hold documents whose bytes can be stored", async () => {
    const content = memoryContent();
    await storeArbitraryDocuments(content);
    for (const { content: one } of fc.sample(arbitraryEntry("documents"), 100)) {
      if (one.state === "stored") expect((await content.stat(one.sha256))?.bytes).toBe(one.bytes);
    }
  });

  it("hold entries of the sections asked for alone", () => {
    const records = fc.sample(arbitraryRecord({ sections: ["alerts"], residue: false }), 50);
    expect(records.some(({ alerts }) => alerts.length > 0)).toBe(true);
    for (const record of records)
      for (const section of entrySections)
        if (section !== "alerts") expect(record[section]).toEqual([]);
  });
});
