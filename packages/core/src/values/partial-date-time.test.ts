import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dateFromParts,
  dayOf,
  partialDateTimeSchema,
  partsOfDate,
  precisionOf,
} from "./partial-date-time.ts";
import type { DateParts } from "./partial-date-time.ts";

const zone = fc.constantFrom("Z", "+00:00", "+01:00", "-05:30");
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Parts known down to a random precision; days up to 28 exist in every month. */
const parts: fc.Arbitrary<DateParts> = fc
  .record({
    depth: fc.integer({ min: 0, max: 6 }),
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    second: fc.integer({ min: 0, max: 59 }),
    fraction: fc.stringMatching(/^\d{1,9}$/),
    zone: optional(zone),
  })
  .map(({ depth, year, month, day, hour, minute, second, fraction, zone: given }) => ({
    year,
    ...(depth >= 1 && { month }),
    ...(depth >= 2 && { day }),
    ...(depth >= 3 && { hour, ...(given !== undefined && { zone: given }) }),
    ...(depth >= 4 && { minute }),
    ...(depth >= 5 && { second }),
    ...(depth >= 6 && { fraction }),
  }));

describe("partial dates", () => {
  it("are the same after being taken apart and put together, at every precision", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const text = dateFromParts(given);
        expect(partsOfDate(text)).toEqual(given);
        expect(partialDateTimeSchema.safeParse(text).success).toBe(true);
      }),
    );
  });

  it("are never padded: the precision is that of the text", () => {
    expect(
      [
        "1999",
        "1999-05",
        "1999-05-12",
        "1999-05-12T10",
        "1999-05-12T10:30",
        "1999-05-12T10:30:15",
        "1999-05-12T10:30:15.5Z",
      ].map(precisionOf),
    ).toEqual(["year", "month", "day", "hour", "minute", "second", "fraction"]);
    expect(dayOf("1999-05-12T10:30+01:00")).toBe("1999-05-12");
    expect(dayOf("1999")).toBe("1999");
  });

  it.each([
    "",
    "99",
    "1999-13",
    "1999-02-29",
    "1900-02-29",
    "1999-04-31",
    "1999-05-12T24:00",
    "0000",
    "1999-5-1",
    "1999-05-12T10:61",
    "1999-05-12Z",
    "1999-05-12T10:30+15:00",
  ])("refuse %j", (text) => {
    expect(partialDateTimeSchema.safeParse(text).success).toBe(false);
  });

  it("know leap days", () => {
    expect(["2000-02-29", "2024-02-29"].every((text) => partsOfDate(text) !== undefined)).toBe(
      true,
    );
  });
});
