import { snomedCheckDigit } from "@gp2gp/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCode, describeCodeFault } from "./check-code.ts";
import { foldTerm } from "./fold-term.ts";
import { recogniseSystem, systemNames } from "./recognise-system.ts";

const ok = (system: string, code: string) => {
  const check = checkCode(system, code);
  return check.ok ? check : undefined;
};
const fault = (system: string, code: string) => {
  const check = checkCode(system, code);
  return check.ok ? undefined : check.fault;
};

describe("Read v2 codes", () => {
  it("are five characters, with or without their term code", () => {
    expect(ok("read-v2", "G30..")).toEqual({ ok: true, code: "G30..", repairs: [] });
    expect(ok("read-v2", "G30..00")).toEqual({
      ok: true,
      code: "G30..",
      termId: "00",
      repairs: [],
    });
    expect(ok("read-v2", "H33zz1A")).toMatchObject({ code: "H33zz", termId: "1A" });
    expect(ok("read-v2", ".....00")).toMatchObject({ code: ".....", termId: "00" });
  });

  it("keep their case", () => {
    expect(ok("read-v2", "h34..00")?.code).not.toBe(ok("read-v2", "H34..00")?.code);
  });

  it("are read without their full stops, which is told", () => {
    expect(ok("read-v2", "G30")).toEqual({ ok: true, code: "G30..", repairs: ["padding-missing"] });
    expect(ok("read-v2", "#9V0..")).toEqual({ ok: true, code: "9V0..", repairs: ["mark-removed"] });
    expect(ok("read-v2", "9V0.00")).toMatchObject({ code: "9V0..", termId: "00" });
  });

  it("get no term code from the ordinal EMIS gives a synonym", () => {
    expect(ok("read-v2", "G30-4")).toEqual({
      ok: true,
      code: "G30..",
      repairs: ["ordinal-removed", "padding-missing"],
    });
  });

  it("are none with a full stop inside, a strange sign or another length", () => {
    expect(fault("read-v2", "G.30.")).toBe("padding");
    expect(fault("read-v2", "G30/.")).toBe("characters");
    expect(fault("read-v2", "G30..0")).toBe("length");
    expect(fault("read-v2", "G30..000")).toBe("length");
    expect(fault("read-v2", "")).toBe("length");
  });

  it("of any letters are read as what they are", () => {
    const letter = fc.constantFrom(
      ..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    );
    const code = fc
      .array(letter, { maxLength: 5 })
      .map((letters) => letters.join("").padEnd(5, "."));
    const term = fc
      .array(letter, { minLength: 2, maxLength: 2 })
      .map((letters) => letters.join(""));
    fc.assert(
      fc.property(code, term, (five, two) => {
        expect(ok("read-v2", five + two)).toEqual({
          ok: true,
          code: five,
          termId: two,
          repairs: [],
        });
        expect(ok("ctv3", five)).toEqual({ ok: true, code: five, repairs: [] });
      }),
    );
  });
});

describe("codes of the other systems", () => {
  it("of CTV3 may come from Read 4-byte, and of TPP's practices begin with Y", () => {
    expect(ok("ctv3", ".G301")).toEqual({ ok: true, code: ".G301", repairs: [] });
    expect(ok("read-4byte", ".G301")).toMatchObject({ code: "G301" });
    expect(ok("tpp", "Y0123")).toMatchObject({ code: "Y0123" });
    expect(fault("tpp", "XaIV5")).toBe("characters");
    expect(fault("ctv3", "Ub1tv0")).toBe("length");
  });

  it("of SNOMED CT are told from what only looks like them", () => {
    expect(ok("snomed", "59621000")).toMatchObject({ component: "concept" });
    expect(ok("snomed", "41891011000001106")).toMatchObject({ component: "concept" });
    expect(ok("snomed", "254063019")).toMatchObject({ component: "description" });
    expect(fault("snomed", "59621001")).toBe("check-digit");
    expect(fault("snomed", "059621000")).toBe("leading-zero");
    expect(fault("snomed", "1000000000000000000")).toBe("length");
    expect(fault("snomed", "12345")).toBe("length");
    expect(fault("snomed", "59621030")).toBe("partition");
    expect(fault("snomed", "5962100O")).toBe("characters");
  });

  it("of SNOMED CT do not survive a wrong or a swapped digit", () => {
    const digits = fc
      .tuple(fc.bigInt({ min: 100n, max: 999_999_999_999_999n }), fc.constantFrom("00", "10", "01"))
      .map(([number, partition]) => `${number}${partition}`);
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, at, add) => {
        const id = text + snomedCheckDigit(text);
        expect(ok("snomed", id)?.code).toBe(id);
        const place = at % id.length;
        const other = `${id.slice(0, place)}${(Number(id[place]) + add) % 10}${id.slice(place + 1)}`;
        expect(checkCode("snomed", other).ok).toBe(false);
        const next = id[place + 1];
        if (next !== undefined && next !== id[place]) {
          const swapped = id.slice(0, place) + next + id[place] + id.slice(place + 2);
          expect(checkCode("snomed", swapped).ok).toBe(false);
        }
      }),
    );
  });

  it("of suppliers are opaque, and whole", () => {
    expect(ok("multilex", "02782001")?.code).toBe("02782001");
    expect(fault("multilex", "2782001")).toBe("length");
    expect(ok("gemscript", "59329020")?.code).toBe("59329020");
    expect(fault("gemscript", "59329021")).toBe("check-digit");
    for (const code of ["MATA1723", "TAM/28659EMIS", "K BA23200EMIS", "K%20BA23200EMIS"])
      expect(ok("emis-drug", code)?.code).toBe(code);
    expect(ok("emis", "^ESCTBU297184")?.code).toBe("^ESCTBU297184");
    expect(ok("microtest-5", "1007009/0/1")?.code).toBe("1007009/0/1");
    expect(ok("vision", "G30..00")?.code).toBe("G30..00");
    expect(fault("emis", "EMIS\nNQ1")).toBe("characters");
    expect(fault("emis", "x".repeat(65))).toBe("length");
  });

  it("that are wrong are told in a sentence that does not show them", () => {
    for (const system of Object.values(systemNames)) {
      const check = checkCode(system, "\u0000secret");
      expect(check.ok).toBe(false);
      if (check.ok) continue;
      const sentence = describeCodeFault(system, check.fault);
      expect(sentence).toMatch(/^This is no code of .+: .+\. Expected are .+\.$/);
      expect(sentence).not.toContain("secret");
    }
  });

  it("of any text are never thrown at", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(systemNames), "urn:oid:1.2"),
        fc.string(),
        (system, text) => {
          const check = checkCode(system, text);
          if (check.ok) expect(checkCode(system, check.code).ok).toBe(true);
        },
      ),
    );
  });
});

describe("code systems", () => {
  it("are known by the names people type, by identifier and by address", () => {
    for (const [name, system] of Object.entries(systemNames))
      expect(recogniseSystem(name)).toEqual({ system, by: "name" });
    for (const name of [
      "read-v2",
      "2.16.840.1.113883.2.1.6.2",
      "urn:oid:2.16.840.1.113883.2.1.6.2",
      "http://read.info/readv2",
      "READV2",
    ])
      expect(recogniseSystem(name)).toEqual({ system: "read-v2", by: "name" });
    expect(recogniseSystem("1.3.6.1.4.1.17340.1.5")).toEqual({ system: "microtest-5", by: "name" });
  });

  it("are known by other names and by mistakes for them, which is told", () => {
    for (const name of [
      "2.16.840.1.113883.6.96",
      "https://dmd.nhs.uk",
      "http://snomed.info/sct/83821000000107",
    ])
      expect(recogniseSystem(name)).toEqual({ system: "snomed", by: "alias" });
    expect(recogniseSystem("2.16.840.1.113883.2.1.3.2.3.15")).toEqual({
      system: "snomed",
      by: "typo",
    });
  });

  it("are not made up", () => {
    for (const name of [
      "",
      "1.2.3",
      "urn:oid:1.2.3",
      "tpp:event",
      "constructor",
      "http://example.org",
    ])
      expect(recogniseSystem(name)).toBeUndefined();
  });
});

describe("terms", () => {
  it("are compared without case, white space and punctuation that means nothing", () => {
    expect(foldTerm("H/O:  Asthma ")).toBe(foldTerm("h/o asthma"));
    expect(foldTerm("Non-smoker")).toBe(foldTerm("non smoker"));
  });

  it("keep the signs that tell one result from another", () => {
    for (const [a, b] of [
      ["Urine leucocyte test = +", "Urine leucocyte test = ++"],
      ["Bendroflumethiazide 2.5mg", "Bendroflumethiazide 2 5mg"],
      ["Value <5", "Value >5"],
      ["5 mg", "5 %"],
    ] as const)
      expect(foldTerm(a)).not.toBe(foldTerm(b));
  });
});
