import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatNhsNumber,
  isChiNumber,
  isHealthAndCareNumber,
  isNhsNumber,
  parseNhsNumber,
  withCheckDigit,
} from "./nhs-number.ts";

const nineDigits = fc.stringMatching(/^\d{9}$/);

describe("NHS numbers", () => {
  it("check their modulus 11 digit", () => {
    expect(isNhsNumber("9434765919")).toBe(true);
    expect(isNhsNumber("9434765918")).toBe(false);
    expect(isNhsNumber("943476591")).toBe(false);
    expect(isNhsNumber("94347659190")).toBe(false);
  });

  it("are recognised by the digit withCheckDigit gives, and by no other", () => {
    fc.assert(
      fc.property(nineDigits, (digits) => {
        const valid = Array.from({ length: 10 }, (_, last) => `${digits}${last}`).filter(
          isNhsNumber,
        );
        const made = withCheckDigit(digits);
        expect(valid).toEqual(made === undefined ? [] : [made]);
      }),
    );
  });

  it("catch every mistyped digit", () => {
    fc.assert(
      fc.property(
        nineDigits,
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (digits, at, by) => {
          const number = withCheckDigit(digits);
          fc.pre(number !== undefined);
          const wrong = (Number(number[at]) + by) % 10;
          expect(isNhsNumber(`${number.slice(0, at)}${wrong}${number.slice(at + 1)}`)).toBe(false);
        },
      ),
    );
  });

  it("are read with spaces or hyphens and shown with spaces", () => {
    expect(parseNhsNumber("943 476 5919")).toBe("9434765919");
    expect(parseNhsNumber("943-476-5919")).toBe("9434765919");
    expect(parseNhsNumber("943 476 5910")).toBeUndefined();
    expect(formatNhsNumber("9434765919")).toBe("943 476 5919");
  });

  it("are told from CHI numbers and Health and Care numbers by what those demand", () => {
    const chi = withCheckDigit("010190123") ?? "";
    expect(isChiNumber(chi)).toBe(true);
    expect(isChiNumber("9434765919")).toBe(false);
    const healthAndCare = withCheckDigit("320000001") ?? "";
    expect(isHealthAndCareNumber(healthAndCare)).toBe(true);
    expect(isHealthAndCareNumber("9434765919")).toBe(false);
  });
});
