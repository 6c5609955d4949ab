import { testContext } from "@gp2gp/adapter-testkit";
import fc from "fast-check";
import { expect, it } from "vitest";
import { isMadeNumber, rowIdentifiers, RowNumbers } from "./row-numbers.ts";

const { newId } = testContext();
const numbers = () => new RowNumbers(newId);
const entry = (id: string, value?: string) => ({
  id,
  identifiers: value === undefined ? [] : [{ system: "tpp:SRCode", value }],
});

it("numbers made of ids are always the same, exact, positive, and told from those of an extract", () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const number = numbers().of("SRCode", entry(id));
      expect(numbers().of("SRCode", entry(id))).toBe(number);
      expect(Number.isSafeInteger(Number(number)) && Number(number) > 0).toBe(true);
      expect(isMadeNumber(number)).toBe(true);
      expect(rowIdentifiers("SRCode", number)).toEqual([]);
    }),
  );
});

it.each(["1", "4503599627370495", "9223372036854775807"])("the number %s goes home", (number) => {
  expect(numbers().of("SRCode", entry("a", number))).toBe(number);
});

it.each(["0", "-5", "12 A", "007", "4503599627370497"])("%j is no number of a row", (value) => {
  expect(isMadeNumber(numbers().of("SRCode", entry("a", value)))).toBe(true);
});

it("a number names one row of a table", () => {
  const some = numbers();
  const own = some.of("SRCode", entry("a", "5"));
  expect(some.of("SREvent", entry("a", "5"))).not.toBe(own);
  expect(isMadeNumber(some.of("SRCode", entry("b", "5")))).toBe(true);
  expect(some.of("SRCode", entry("a", "5"))).toBe(own);
});
