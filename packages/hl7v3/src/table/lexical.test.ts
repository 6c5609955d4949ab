import { describe, expect, test } from "vitest";
import { attribute, fixed, prohibited, type Lexical } from "./attribute-spec.ts";
import { attributeFault } from "./lexical.ts";

const good: Readonly<Partial<Record<Lexical, readonly string[]>>> = {
  bl: ["true", " false "],
  cs: ["", "ml", " ml ", "/min", "10*9/L"],
  int: ["0", "+1", "-12"],
  real: ["1", "07.50", ".5", "5.", "-1.5e3", "INF", "NaN"],
  st: [" ", "a\nb"],
  ts: ["2", "2009", "20090101", "200901011230", "20090101123000.1234+0100", "20090101123000-5"],
  uid: ["2.16.840.1.113883", "0F1E2D3C-0000-4000-8000-000000000001", "Abc-1"],
};
const bad: typeof good = {
  bl: ["TRUE", "1", ""],
  cs: ["per minute", "a\tb"],
  int: ["", "1.0", "one"],
  real: ["", "1,5", "< 5"],
  st: [""],
  ts: ["2009-01-01", "20090101123000+", "20090101.5", ""],
  uid: ["0f1e2d3c-0000-4000-8000-000000000001", "2..16", "", "1_2"],
};

describe("the text of an attribute", () => {
  test.each(Object.entries(good))("of %s is allowed", (lexical, values) => {
    for (const value of values)
      expect(attributeFault(attribute(lexical as Lexical), value), value).toBeUndefined();
  });

  test.each(Object.entries(bad))("of %s is malformed", (lexical, values) => {
    for (const value of values)
      expect(attributeFault(attribute(lexical as Lexical), value), value).toBe("value-malformed");
  });

  test("of a list is allowed item by item", () => {
    const use = attribute("cs-set", { values: ["H", "HP"] });
    expect(attributeFault(use, "H HP")).toBeUndefined();
    expect(attributeFault(use, "H XX")).toBe("value-malformed");
  });

  test("that is fixed or prohibited", () => {
    expect(attributeFault(fixed("OBS"), "OBS")).toBeUndefined();
    expect(attributeFault(fixed("OBS"), "ACT")).toBe("fixed-value-wrong");
    expect(attributeFault(prohibited("st"), "x")).toBe("attribute-not-allowed");
  });

  test("that is long and hostile is looked at in linear time", () => {
    const long = 1_000_000;
    for (const lexical of [...Object.keys(good), "bin", "cs-set", "oid-set", "url"] as Lexical[])
      for (const value of [
        `${" ".repeat(long)}a b`,
        `${"1".repeat(long)}!`,
        `${"1.".repeat(long / 2)}!`,
      ])
        attributeFault(attribute(lexical), value);
  });
});
