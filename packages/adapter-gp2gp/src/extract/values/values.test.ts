import {
  addressSchema,
  codedSchema,
  identifierSchema,
  partialDateTimeSchema,
  partsOfDate,
} from "@gp2gp/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAddress, writeAddress } from "./address.ts";
import { readCoded, writeCoded } from "./coded.ts";
import { readDateTime, writeDateTime } from "./date-time.ts";
import { readEffective, writeEffective } from "./effective.ts";
import { readIdentifier, writeIdentifier } from "./identifier.ts";
import { readObservationValue, writeObservationValue } from "./observation-value.ts";
import { readPersonName, writePersonName } from "./person-name.ts";
import { readQuantity, readRange, writeQuantity, writeRange } from "./quantity.ts";
import { readTelecom, writeTelecom } from "./telecom.ts";

const two = (most: number, least = 0) =>
  fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, "0"));
const date = fc
  .tuple(
    fc.integer({ min: 1, max: 9999 }).map((year) => String(year).padStart(4, "0")),
    two(12, 1),
    two(28, 1),
    two(23),
    two(59),
    two(59),
    fc.stringMatching(/^\d{1,9}$/),
    fc.constantFrom("", "Z", "+00:00", "+01:00", "-05:30"),
    fc.integer({ min: 1, max: 7 }),
  )
  .map(([year, month, day, hour, minute, second, fraction, zone, parts]) => {
    const time = [`T${hour}`, `:${minute}`, `:${second}`, `.${fraction}`]
      .slice(0, parts - 3)
      .join("");
    return [year, `-${month}`, `-${day}`].slice(0, parts).join("") + time + (time ? zone : "");
  })
  .filter((text) => partialDateTimeSchema.safeParse(text).success);
const decimal = fc.stringMatching(/^-?\d{1,6}(\.\d{1,4})?$/);
const words = fc.stringMatching(/^[A-Za-z][A-Za-z ,.()-]{0,20}[a-z]$/);
const token = fc.stringMatching(/^[A-Za-z0-9.]{1,10}$/);
const coding = fc.record(
  {
    system: fc.constantFrom("snomed", "read-v2", "ctv3", "urn:oid:1.2.3"),
    code: token,
    display: words,
    asserted: fc.constant("source" as const),
  },
  { requiredKeys: ["code", "asserted"] },
);
const unit = fc.constantFrom("mm[Hg]", "10*9/L", "tablet(s)", "mmol/L", "{units}/wk", "mg per day");

const same = (back: unknown, value: unknown): void => {
  expect(back).toEqual(value);
};

describe("values come back as they were", () => {
  it("dates, with their precision and zone", () => {
    fc.assert(fc.property(date, (text) => same(readDateTime(writeDateTime(text)), text)));
  });

  it.each(["20110", "2011-03-14", "20111301", "20110314+0000", "2011031410.5", "", "today"])(
    "%j is no date",
    (text) => expect(readDateTime(text)).toBeUndefined(),
  );

  it("is never more precise than it was", () => {
    expect(readDateTime("201103")).toBe("2011-03");
    expect(partsOfDate(readDateTime("2011031410") ?? "")?.minute).toBeUndefined();
  });

  it("effective times", () => {
    const effective = fc.oneof(
      date.map((at) => ({ kind: "point" as const, at })),
      fc.record({ kind: fc.constant("period" as const), start: date, end: date }),
      fc.record({ kind: fc.constant("absent" as const), reason: fc.constantFrom("UNK", "ASKU") }),
      fc.constant(undefined),
    );
    fc.assert(fc.property(effective, (time) => same(readEffective(writeEffective(time)), time)));
  });

  it("codes, with translations and qualifiers in their order", () => {
    const plain = fc.record(
      {
        text: words,
        codings: fc.array(coding, { minLength: 1, maxLength: 4 }),
        qualifiers: fc.array(
          fc.record({ name: fc.record({ codings: fc.tuple(coding) }), inverted: fc.boolean() }),
          { minLength: 1, maxLength: 3 },
        ),
      },
      { requiredKeys: ["codings"] },
    );
    fc.assert(
      fc.property(plain, (coded) => {
        const back = readCoded(writeCoded(coded));
        expect(codedSchema.parse(back)).toEqual(coded);
      }),
    );
  });

  it("amounts and ranges, with their decimals, units and whether an end belongs to them", () => {
    const quantity = fc.record({ value: decimal, unit });
    fc.assert(fc.property(quantity, (one) => same(readQuantity(writeQuantity(one)), one)));
    const range = fc.record(
      { low: quantity, high: quantity, lowInclusive: fc.boolean(), highInclusive: fc.boolean() },
      { requiredKeys: ["low", "high"] },
    );
    fc.assert(fc.property(range, (one) => same(readRange(writeRange(one)), one)));
  });

  it("values of every kind, comparisons among them", () => {
    const value = fc.oneof(
      fc.record({
        kind: fc.constant("quantity" as const),
        quantity: fc.record(
          { value: decimal, unit, comparator: fc.constantFrom("<", "<=", ">", ">=") },
          { requiredKeys: ["value"] },
        ),
      }),
      words.map((text) => ({ kind: "text" as const, text })),
      fc.boolean().map((boolean) => ({ kind: "boolean" as const, boolean })),
      date.map((at) => ({ kind: "date" as const, date: at })),
      fc.record({
        kind: fc.constant("coded" as const),
        coded: fc.record({ codings: fc.tuple(coding) }),
      }),
      fc.record({
        kind: fc.constant("ratio" as const),
        numerator: fc.record({ value: decimal }),
        denominator: fc.record({ value: decimal }),
      }),
    );
    fc.assert(
      fc.property(value, (one) => same(readObservationValue(writeObservationValue(one)), one)),
    );
  });

  it("identifiers, names, addresses and telephone numbers", () => {
    const identifier = fc.record(
      {
        system: fc.constantFrom("nhs-number", "gmp", "urn:oid:1.2.3"),
        value: token,
        assigner: words,
      },
      { requiredKeys: ["system", "value"] },
    );
    fc.assert(
      fc.property(identifier, (one) =>
        same(identifierSchema.parse(readIdentifier(writeIdentifier(one))), one),
      ),
    );
    const list = fc.array(words, { minLength: 1, maxLength: 3 });
    const name = fc.record(
      { text: words, prefixes: list, given: list, family: list, suffixes: list },
      { requiredKeys: ["family"] },
    );
    fc.assert(fc.property(name, (one) => same(readPersonName(writePersonName(one)), one)));
    const address = fc.record(
      { lines: list, town: words, postcode: words, houseNumber: words },
      { requiredKeys: ["lines"] },
    );
    fc.assert(
      fc.property(address, (one) => same(addressSchema.parse(readAddress(writeAddress(one))), one)),
    );
    const telecom = fc.record(
      { value: token, kind: fc.constantFrom("phone", "email", "fax"), use: fc.constant("WP") },
      { requiredKeys: ["value", "kind"] },
    );
    fc.assert(fc.property(telecom, (one) => same(readTelecom(writeTelecom(one)), one)));
  });
});
