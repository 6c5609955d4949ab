import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalSchema, quantitySchema } from "./quantity.ts";

describe("quantities", () => {
  it("keep the decimal text they were given", () => {
    const decimal = fc
      .tuple(
        fc.constantFrom("", "-", "+"),
        fc.stringMatching(/^\d{1,12}$/),
        fc.option(fc.stringMatching(/^\d{0,12}$/)),
      )
      .map(
        ([sign, whole, fraction]) => `${sign}${whole}${fraction === null ? "" : `.${fraction}`}`,
      );
    fc.assert(
      fc.property(decimal, (value) => {
        expect(quantitySchema.parse({ value, unit: "mmol/L" })).toEqual({ value, unit: "mmol/L" });
      }),
    );
  });

  it.each(["", "1,5", "1.5.2", "one", "0x10", " 1", "NaN"])("refuse %j as a number", (text) => {
    expect(decimalSchema.safeParse(text).success).toBe(false);
  });

  it("keep a number whose unit is unknown", () => {
    expect(quantitySchema.parse({ value: "7.0" })).toEqual({ value: "7.0" });
  });
});
