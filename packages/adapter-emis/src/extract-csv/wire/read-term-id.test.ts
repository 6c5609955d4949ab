import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTermId, writeTermId } from "./read-term-id.ts";

describe("a code in the column of Read codes", () => {
  it("reads back as it was written, whatever it is", () => {
    const read = fc
      .stringMatching(/^[0-9A-Za-z]{1,5}$/)
      .map((text) => ({ system: "read-v2", code: text.padEnd(5, ".") }));
    const local = fc.stringMatching(/^(EMIS|EGTON|ALLERGY)[A-Z0-9|-]{1,12}$/);
    const any = fc.oneof(
      read,
      local.map((code) => ({ system: "emis", code })),
      fc.string({ minLength: 1 }).map((code) => ({ system: "emis", code })),
    );
    fc.assert(
      fc.property(any, (coding) => {
        const text = writeTermId(coding);
        if (text !== undefined) expect(readTermId(text)).toEqual(coding);
        else expect(coding.system).toBe("emis");
      }),
    );
  });

  it.each([
    ["C10", { system: "read-v2", code: "C10.." }],
    ["C10E-1", { system: "read-v2", code: "C10E.", termId: "C10E-1" }],
    ["h34", { system: "read-v2", code: "h34.." }],
    ["EMISNQAC724", { system: "emis", code: "EMISNQAC724" }],
    ["ESCTCE780543", { system: "emis", code: "ESCTCE780543" }],
    ["ALLERGY138664NEMIS", { system: "emis", code: "ALLERGY138664NEMIS" }],
    ["EMISREQ|424..", { system: "emis", code: "EMISREQ|424.." }],
    ["A01-KC60", { system: "emis", code: "A01-KC60" }],
    ["B2-SHHAPT", { system: "emis", code: "B2-SHHAPT" }],
    ["PCSDT28", { system: "emis", code: "PCSDT28" }],
  ])("is unpadded, with a synonym's ordinal, or of EMIS's own: %s", (text, coding) => {
    expect(readTermId(text)).toEqual(coding);
    expect(writeTermId(coding)).toBe(text);
  });

  it("is none for a Read code with its term code", () => {
    expect(writeTermId({ system: "read-v2", code: "C10E.11" })).toBeUndefined();
  });
});
