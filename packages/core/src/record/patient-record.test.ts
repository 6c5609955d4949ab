import { describe, expect, it } from "vitest";
import {
  emptyRecord,
  entrySections,
  patientRecordSchema,
  recordSections,
} from "./patient-record.ts";

const empty = emptyRecord({ identifiers: [] }, { format: "gp2gp-ehr-extract" });

describe("the patient record", () => {
  it("has every section when it is empty", () => {
    expect(patientRecordSchema.parse(empty)).toEqual(empty);
    expect(Object.keys(empty).toSorted()).toEqual([...recordSections].toSorted());
  });

  it("refuses a section, or a member, nobody knows", () => {
    expect(patientRecordSchema.safeParse({ ...empty, horoscope: [] }).success).toBe(false);
    const entry = {
      id: "A",
      identifiers: [],
      order: 0,
      texts: [],
      participants: [],
      confidentiality: [],
      source: {},
    };
    expect(patientRecordSchema.safeParse({ ...empty, narratives: [entry] }).success).toBe(true);
    expect(
      patientRecordSchema.safeParse({ ...empty, narratives: [{ ...entry, mood: "fine" }] }).success,
    ).toBe(false);
  });

  it.each(entrySections)("describes %s and each of its members for people", (section) => {
    const { title, description } = patientRecordSchema.shape[section].element.meta() ?? {};
    expect(title).toMatch(/^[A-Z]/);
    expect(description).toMatch(/\.$/);
  });

  it("refuses nothing where a fact should be: no null, no empty string", () => {
    const narrative = {
      id: "A",
      identifiers: [],
      order: 0,
      texts: [],
      participants: [],
      confidentiality: [],
      source: {},
    };
    for (const recorded of [null, "", "yesterday"]) {
      expect(
        patientRecordSchema.safeParse({ ...empty, narratives: [{ ...narrative, recorded }] })
          .success,
      ).toBe(false);
    }
  });
});
