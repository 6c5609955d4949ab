import { describe, expect, it } from "vitest";
import { isReadCode, isReadCodeWithTerm } from "./read-code.ts";
import { readSnomedId, snomedCheckDigit } from "./snomed-id.ts";

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
      expect([code, readSnomedId(code)]).toEqual([code, { ok: true, component: "concept" }]);
      expect(snomedCheckDigit(code.slice(0, -1))).toBe(code.at(-1));
      const wrong = code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10);
      const swapped = code.slice(1, 2) + code.slice(0, 1) + code.slice(2);
      for (const other of [wrong, swapped])
        expect([other, readSnomedId(other).ok]).toEqual([other, false]);
    }
    expect(readSnomedId("1032015")).toEqual({ ok: true, component: "description" });
  });

  it.each([
    ["", "length"],
    ["12345", "length"],
    ["1234567890123456789", "length"],
    ["0606210090", "leading-zero"],
    ["6062100a", "characters"],
    ["60621039", "partition"],
  ])("is not that of SNOMED CT: %j, for its %s", (code, fault) => {
    expect(readSnomedId(code)).toEqual({ ok: false, fault });
  });
});
