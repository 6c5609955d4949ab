import { partsOfDate } from "@gp2gp/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateFromCell, dateToCell, flagFromCell, referenceIn } from "./cells.ts";
import { dateFromManifest, dateToManifest } from "./manifest.ts";

const two = (value: number): string => String(value).padStart(2, "0");
const day = fc
  .date({ min: new Date("1800-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const time = fc
  .tuple(fc.nat(23), fc.nat(59), fc.nat(60), fc.constantFrom("", "Z", "+01:00"))
  .map(([hour, minute, second, zone]) => `${two(hour)}:${two(minute)}:${two(second)}${zone}`);
const anyDate = fc.oneof(
  day.map((date) => date.slice(0, 4)),
  day.map((date) => date.slice(0, 7)),
  day,
  fc.tuple(day, time).map(([date, clock]) => `${date}T${clock}`),
);

describe("dates of the extract", () => {
  it("are shown wherever the day is known, and never as another day", () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom("second" as const, "minute" as const), (date, to) => {
        const cell = dateToCell(date, to);
        const isDayKnown = partsOfDate(date)?.day !== undefined;
        expect(cell !== undefined).toBe(isDayKnown);
        if (cell !== undefined) expect(dateFromCell(cell)?.slice(0, 10)).toBe(date.slice(0, 10));
      }),
    );
  });

  it("come back as they were, days as midnight and times to the second", () => {
    fc.assert(
      fc.property(day, fc.nat(86_398), (date, second) => {
        const of = second + 1;
        const clock = [Math.floor(of / 3600), Math.floor(of / 60) % 60, of % 60].map(two).join(":");
        for (const known of [date, `${date}T${clock}`])
          expect(dateFromCell(dateToCell(known) ?? "")).toBe(known);
      }),
    );
  });

  it.each([
    ["29 Sep 2011 14:53:28", "2011-09-29T14:53:28"],
    ["29 Sep 2011 00:00:00", "2011-09-29"],
    ["01 Feb 1971 00:00", "1971-02-01"],
    ["1 feb 1971", "1971-02-01"],
    ["29 Sep 2011 14:53", "2011-09-29T14:53"],
    ["31 Feb 2011 00:00:00", undefined],
    ["29/09/2011", undefined],
    ["29 Sept 2011", undefined],
    ["29 Sep 2011 24:10:00", undefined],
    ["", undefined],
  ])("%j is %s", (cell, date) => {
    expect(dateFromCell(cell)).toBe(date);
  });

  it("of the manifest come back as they were, to the minute", () => {
    fc.assert(
      fc.property(day, fc.nat(1439), (date, minute) => {
        const known = `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
        expect(dateFromManifest(dateToManifest(known))).toBe(known);
      }),
    );
    expect(dateFromManifest("20111332_0200")).toBeUndefined();
    expect(dateToManifest("2011-09-30")).toBeUndefined();
  });
});

it.each([
  ["TRUE", true],
  ["true", true],
  ["1", true],
  ["FALSE", false],
  ["False", false],
  ["0", false],
  ["Y", undefined],
  [undefined, undefined],
])("the flag %s is %s", (cell, raised) => {
  expect(flagFromCell(cell)).toBe(raised);
});

it("a reference of -1 names nothing", () => {
  expect(["-1", "0", "301", undefined].map(referenceIn)).toEqual([
    undefined,
    "0",
    "301",
    undefined,
  ]);
});
