import { partsOfDate, readCarriedText, withCarriedText } from "@gp2gp/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detailsSubject, detailsText } from "./carried-marks.ts";
import type { DetailsSubject } from "./carried-marks.ts";
import { problemSeverities, clientProblemSeverities } from "./wire/enumerations.ts";
import { versions } from "./wire/field.ts";
import { dateFromWire, dateToWire, hasForm, nearestDateTime } from "./wire/lexical.ts";
import { elementFromJson, elementToJson } from "./wire/xml-json.ts";
import { parseXml, xmlText } from "@gp2gp/xml";
import { severityOfWire, severityToWire } from "../shared/problem-severity.ts";
import { quantityFromText, quantityToText } from "../shared/quantity-text.ts";

const two = (value: number): string => String(value).padStart(2, "0");
const day = fc
  .tuple(
    fc.integer({ min: 1800, max: 2199 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`);
const time = fc
  .tuple(
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
    fc.integer({ min: 0, max: 60 }),
  )
  .map((parts) => parts.map(two));
const zone = fc.constantFrom("", "Z", "+01:00", "-05:30");
const anyDate = fc.oneof(
  day.map((date) => date.slice(0, 4)),
  day.map((date) => date.slice(0, 7)),
  day,
  fc
    .tuple(day, time, fc.integer({ min: 1, max: 3 }), zone)
    .map(([date, parts, count, offset]) => `${date}T${parts.slice(0, count).join(":")}${offset}`),
);

describe("dates", () => {
  it.each(versions)("that the %s can hold come back as they were", (version) => {
    fc.assert(
      fc.property(
        anyDate,
        fc.constantFrom("date" as const, "dateTime" as const),
        (date, lexical) => {
          const written = dateToWire(date, lexical, version);
          if (written === undefined) return;
          expect(hasForm(written, lexical, version)).toBe(true);
          expect(dateFromWire(written, lexical)).toBe(date);
        },
      ),
    );
  });

  it("are shown by the nearest time of the format, and only where the day is known", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const shown = nearestDateTime(date);
        const isDayKnown = partsOfDate(date)?.day !== undefined;
        expect(shown !== undefined).toBe(isDayKnown);
        if (shown === undefined) return;
        expect(hasForm(shown, "dateTime", "patient-record")).toBe(true);
        expect(shown.startsWith(date.slice(0, 10))).toBe(true);
      }),
    );
  });
});

describe("quantities in words", () => {
  const words = fc.oneof(
    fc.string({ minLength: 1 }),
    fc
      .tuple(fc.nat(), fc.constantFrom("", " ", "  "), fc.constantFrom("tablet", "x 5 ml", ""))
      .map((parts) => parts.join("")),
  );

  it("come back letter by letter", () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(quantityToText(quantityFromText(text))).toBe(text);
      }),
    );
  });

  it.each([
    ["28 tablet", { quantity: { value: "28", unit: "tablet" } }],
    ["28", { quantity: { value: "28" } }],
    ["28  tablet", { quantity: { value: "28", unit: "tablet" }, quantityText: "28  tablet" }],
    ["2*10 ml", { quantityText: "2*10 ml" }],
    ["one box", { quantityText: "one box" }],
  ])("say number and unit of %s only where it says them", (text, read) => {
    expect(quantityFromText(text)).toEqual(read);
  });
});

describe("severities", () => {
  it("come back as they were where the version has them", () => {
    const all = [...problemSeverities, ...clientProblemSeverities];
    for (const severity of all)
      expect(severityToWire(severityOfWire(severity), all)).toBe(severity);
  });

  it("of a significance alone are none the published schema has", () => {
    expect(severityToWire({ significance: "major" }, problemSeverities)).toBeUndefined();
  });
});

describe("narratives of further details", () => {
  const subject: fc.Arbitrary<DetailsSubject> = fc.oneof(
    fc.record({
      kind: fc.constant("item" as const),
      name: fc.constantFrom("Medication", "ClinicalCode"),
      number: fc.integer({ min: 1, max: 9999 }),
    }),
    fc.constant({ kind: "patient" as const }),
    fc.constant({ kind: "registration" as const }),
    fc.constant({ kind: "event" as const }),
    fc.record({
      kind: fc.constant("event" as const),
      order: fc.array(fc.constantFrom("Narrative 1", "ClinicalCode 12", undefined), {
        minLength: 1,
      }),
    }),
    fc.record({
      kind: fc.constant("residue" as const),
      format: fc.constant("emis-open"),
      words: fc.string({ minLength: 1 }),
    }),
  );

  it("say what they are about", () => {
    fc.assert(
      fc.property(subject, (about) => {
        expect(detailsSubject(detailsText(about))).toEqual(about);
      }),
    );
  });

  it("are known through core's carried text, whatever it says", () => {
    fc.assert(
      fc.property(subject, fc.string(), (about, id) => {
        const text = withCarriedText(detailsText(about), [`[Id: ${JSON.stringify(`x${id}`)}]`]);
        expect(detailsSubject(readCarriedText(text).text)).toEqual(about);
      }),
    );
  });
});

describe("residue", () => {
  it("comes back as the element it was", async () => {
    const xml = '<Odd a="1" b="&lt;">text<Inner/>more &amp; more<Inner c="">x</Inner></Odd>';
    const { root } = await parseXml(xml);
    const element = elementFromJson(elementToJson(root));
    expect(element && xmlText(element)).toBe(xml.replace('c=""', 'c=""'));
  });
});
