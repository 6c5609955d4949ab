import { dateFromParts } from "@gp2gp/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isTrue,
  readBoolean,
  readDateTime,
  readDecimal,
  readMoment,
  readPartialDate,
  writeDateTime,
  writeDecimal,
  writeMoment,
  writePartialDate,
} from "./cells.ts";

const year = fc.integer({ min: 1850, max: 2099 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 28 });
const clock = { hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) };
const partial = fc.oneof(
  fc.record({ year }),
  fc.record({ year, month }),
  fc.record({ year, month, day }),
);
const moment = fc.record({ year, month, day, ...clock, second: fc.integer({ min: 1, max: 59 }) });

describe("cells", () => {
  it("hold a partial date as fine as it is known", () => {
    fc.assert(
      fc.property(partial, (parts) => {
        const at = dateFromParts(parts);
        const cells = writePartialDate(at);
        expect(readPartialDate(cells?.date, cells?.precision)).toEqual({
          state: "known",
          value: at,
        });
      }),
    );
    expect(writePartialDate("1999")).toEqual({ date: "1999-01-01", precision: "Y" });
  });

  it("hold moments and days", () => {
    fc.assert(
      fc.property(moment, (parts) => {
        const at = dateFromParts(parts);
        const { date, time } = writeMoment(at);
        expect(readMoment(date, time)).toEqual({ state: "known", value: at });
        expect(readDateTime(writeDateTime(at))).toEqual({ state: "known", value: at });
        expect(readDateTime(writeDateTime(at.slice(0, 10)))).toEqual({
          state: "known",
          value: at.slice(0, 10),
        });
      }),
    );
  });

  it("say of a time of day only that it is known, and never make one up", () => {
    expect(writePartialDate("2010-02-04T08:41")).toEqual({
      date: "2010-02-04",
      precision: "YMDT",
    });
    expect(readPartialDate("2010-02-04", "YMDT")).toEqual({ state: "known", value: "2010-02-04" });
    expect(writeMoment("2010-02-04T08:41")).toEqual({ date: "2010-02-04" });
    expect(writeMoment("2010-02")).toEqual({});
    expect(writeDateTime("2010-02")).toBeUndefined();
  });

  it("ignore a date that is unknown, and tell one that is malformed", () => {
    expect(readPartialDate("1900-01-01", "U")).toEqual({ state: "unknown" });
    expect(readPartialDate(undefined, "YMD")).toEqual({ state: "missing" });
    for (const cell of ["31/12/1999", "1999-02-30", "1999", "x"])
      expect(readPartialDate(cell, "YMD")).toEqual({ state: "malformed" });
    expect(readPartialDate("1999-01-01", "YY")).toEqual({ state: "malformed" });
    expect(readMoment("1999-01-01", "11h")).toEqual({ state: "malformed" });
  });

  it("take booleans in any case", () => {
    expect(["TRUE", "true", "True", "1"].every(isTrue)).toBe(true);
    expect(["FALSE", "false", "0", "", undefined, "maybe"].some(isTrue)).toBe(false);
    expect(readBoolean("maybe")).toEqual({ state: "malformed" });
  });

  it("keep the digits of a number", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,6}(\.\d{1,4})?$/), (text) => {
        expect(readDecimal(writeDecimal(text))).toEqual({ state: "known", value: text });
      }),
    );
    expect([writeDecimal("1e5"), writeDecimal(".5"), writeDecimal("five")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
