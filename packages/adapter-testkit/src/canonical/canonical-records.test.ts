import { createHash } from "node:crypto";
import { entrySections, isNhsNumber, patientRecordSchema } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { canonicalRecords } from "./canonical-records.ts";

describe.each(canonicalRecords)("the canonical record $name", (canonical) => {
  const { name, situation, rule, record, documents } = canonical;
  const entries = entrySections.flatMap((section) => record[section]);

  it("is a valid record", () => {
    expect(patientRecordSchema.safeParse(record).error?.issues).toBeUndefined();
    expect(isNhsNumber(record.patient.identifiers[0]?.value ?? "")).toBe(true);
  });

  it("says what happened and what must not go wrong, a sentence each", () => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const sentence of [situation, rule]) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it("is small", () => {
    expect(entries.length).toBeLessThan(16);
  });

  it("has unique ids, and its entries stand in what is there", () => {
    const ids = new Set(entries.map(({ id }) => id));
    expect(ids.size).toBe(entries.length);
    for (const { consultation, within } of entries) {
      if (consultation !== undefined) expect(ids.has(consultation)).toBe(true);
      if (within !== undefined) expect(ids.has(within)).toBe(true);
    }
  });

  it("brings the bytes of its stored documents", () => {
    const digests = documents.map((bytes) => createHash("sha256").update(bytes).digest("hex"));
    const stored = record.documents.flatMap(({ content }) =>
      content.state === "stored" ? [content.sha256] : [],
    );
    expect(digests).toEqual(stored);
  });
});

describe("the canonical records", () => {
  it("have names and patients of their own", () => {
    expect(new Set(canonicalRecords.map(({ name }) => name)).size).toBe(canonicalRecords.length);
    const numbers = canonicalRecords.map(({ record }) => record.patient.identifiers[0]?.value);
    expect(new Set(numbers).size).toBe(canonicalRecords.length);
  });

  it("fill every section between them", () => {
    const empty = entrySections.filter((section) =>
      canonicalRecords.every(({ record }) => record[section].length === 0),
    );
    expect(empty).toEqual([]);
  });
});
