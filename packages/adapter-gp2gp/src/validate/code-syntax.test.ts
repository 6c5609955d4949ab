import { describe, expect, it } from "vitest";
import { isReadCode, isReadCodeWithTerm, isSnomedConcept, isSnomedId } from "./code-syntax.ts";
import { isLater } from "./time-order.ts";

describe("the form of codes", () => {
  it("is that of Read version 2 and CTV3", () => {
    for (const code of ["G30..", ".....", "XaBVJ", "b211."])
      expect([code, isReadCode(code)]).toEqual([code, true]);
    for (const code of ["G3.0.", "G30", "G30...", "G-0..", "G30..00"])
      expect([code, isReadCode(code)]).toEqual([code, false]);
    for (const code of ["G30..00", "9bG0.00", "G65..11", "137a.1A", "22K8.98"])
      expect([code, isReadCodeWithTerm(code)]).toEqual([code, true]);
    for (const code of ["G30..", "G3.0.00", "G30....", "G30..001"])
      expect([code, isReadCodeWithTerm(code)]).toEqual([code, false]);
  });

  it("is that of SNOMED CT, with its check digit", () => {
    for (const code of ["60621009", "317919004", "715751000000105", "41891011000001106"]) {
      expect([code, isSnomedId(code), isSnomedConcept(code)]).toEqual([code, true, true]);
      const wrong = code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10);
      expect([wrong, isSnomedId(wrong)]).toEqual([wrong, false]);
      const swapped = code.slice(1, 2) + code.slice(0, 1) + code.slice(2);
      expect([swapped, isSnomedId(swapped)]).toEqual([swapped, false]);
    }
    expect(isSnomedId("1032015")).toBe(true);
    expect(isSnomedConcept("1032015")).toBe(false);
    for (const code of ["", "12345", "0606210090", "6062100a", "1234567890123456789", "60621039"])
      expect([code, isSnomedId(code)]).toEqual([code, false]);
  });
});

describe("one time after another", () => {
  it("is so as far as both are precise", () => {
    expect(isLater("20190102", "20190101")).toBe(true);
    expect(isLater("2019", "20180101120000")).toBe(true);
    expect(isLater("201902", "20190101120000")).toBe(true);
    expect(isLater("2019", "20190101")).toBe(false);
    expect(isLater("20190101120001+0100", "20190101120000+0100")).toBe(true);
  });

  it("is not so by hours of other zones, or of texts that are no times", () => {
    expect(isLater("20190101235959", "20190101000000+0100")).toBe(false);
    for (const text of [undefined, "", "tomorrow", "19"])
      expect([isLater(text, "1900"), isLater("2019", text)]).toEqual([false, false]);
  });
});
