import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordedIn, sayRecorded } from "./as-recorded.ts";
import { isDrugCode, parseCode, serialiseCode } from "./code-set.ts";
import * as codeTables from "./code-tables.ts";
import { letterOf, meaningOf } from "./code-tables.ts";
import { dayAlone, nullDate, parseDay, parseTime, serialiseDay, serialiseTime } from "./day.ts";
import { kindOfRow } from "./kind-of-row.ts";
import { parseLinks, serialiseLinks } from "./links.ts";
import { valuesOfRow, valuesOfRows } from "./row-values.ts";

const day = fc
  .date({ min: new Date(Date.UTC(1, 0)), max: new Date(Date.UTC(9999, 10)), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("days and times", () => {
  it("read back as they were written", () => {
    fc.assert(
      fc.property(day, fc.nat(23), fc.nat(59), (date, hour, minute) => {
        const time = [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
        expect(parseDay(serialiseDay(date) ?? "")).toBe(date);
        expect(parseDay(serialiseDay(`${date}T${time}`) ?? "")).toBe(date);
        expect(parseTime(serialiseTime(`${date}T${time}`) ?? "")).toBe(time);
      }),
    );
  });

  it("are not written finer or coarser than they are", () => {
    for (const date of [undefined, "1999", "1999-05", "1999-05-12T10", "1999-05-12T10:30:15"])
      expect(serialiseTime(date)).toBeUndefined();
    for (const date of [undefined, "1999", "1999-05"]) expect(serialiseDay(date)).toBeUndefined();
    expect(serialiseTime("1999-05-12T10:30Z")).toBeUndefined();
    expect(dayAlone("1999-05-12T10:30")).toBeUndefined();
  });

  it("are none where a cell names none", () => {
    for (const cell of [nullDate, "", "1999", "20041301", "20040230", "2004-01-02"])
      expect(parseDay(cell)).toBeUndefined();
    for (const cell of ["9999", "2460", "930", ""]) expect(parseTime(cell)).toBeUndefined();
  });
});

describe("codes", () => {
  it("of Read v2 lose their term code and nothing else", () => {
    expect(serialiseCode({ system: "read-v2", code: "H33..11" })).toBe("H33..");
    expect(serialiseCode({ system: "ctv3", code: "XE0Ub" })).toBe("XE0Ub");
    fc.assert(
      fc.property(fc.constantFrom("read-v2", "ctv3"), fc.string(), (system, code) => {
        const parsed = parseCode(code, system, undefined);
        expect(parsed.code).toBe(code);
        if (code.length === 5) expect(serialiseCode(parsed)).toBe(code);
      }),
    );
  });

  it("keep their case, and are of no system where they are of no form", () => {
    const systemOf = (code: string, system: string) => parseCode(code, system, undefined).system;
    for (const code of ["H33..", "h33..", "bd3..", "G3011", "H33..00", "7G326"])
      expect(systemOf(code, "read-v2")).toBe("read-v2");
    for (const code of ["DNA", "13m1.0", "H..3.", "H33.", "H33..0"])
      expect(systemOf(code, "read-v2")).toBeUndefined();
    for (const code of ["XE0Ub", "Xa5sH", "H33.."]) expect(systemOf(code, "ctv3")).toBe("ctv3");
    expect(systemOf("H33..00", "ctv3")).toBeUndefined();
    expect(["bd3..", "H33..", "XE0Ub"].map(isDrugCode)).toEqual([true, false, false]);
  });
});

describe("the letters of attributes", () => {
  it("stand for one thing each, and nothing else is made of them", () => {
    for (const table of Object.values(codeTables).filter((one) => typeof one === "object")) {
      const letters = Object.entries(table as Record<string, string>);
      for (const [letter, meaning] of letters) {
        expect(meaningOf(table as Record<string, string>, letter)).toBe(meaning);
        expect(letterOf(table as Record<string, string>, meaning)).toBe(letter);
      }
      for (const other of ["", "?", "toString", "__proto__"])
        expect(meaningOf(table as Record<string, string>, other)).toBeUndefined();
    }
  });
});

describe("links", () => {
  const name = fc.oneof(
    fc.uuid().map((id) => id.toUpperCase()),
    fc.nat().map(String),
  );
  const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

  it("read back as they were written, an id that begins with E among them", () => {
    const links = fc.record({
      own: optional(name),
      problem: optional(name),
      encounter: optional(name),
      referral: optional(name),
      document: optional(fc.stringMatching(/^[a-z0-9_-]{1,64}$/)),
      others: fc.array(name, { maxLength: 4 }),
      unknown: fc.constant([]),
    });
    fc.assert(
      fc.property(links, (one) => {
        const read = parseLinks(serialiseLinks(one));
        for (const [key, value] of Object.entries(one))
          expect(read[key as keyof typeof one]).toEqual(value);
      }),
    );
    const id = "E93841BE-BD3D-469E-A2B3-03F6EEA7CD9A";
    expect(parseLinks(`E${id}|${id}`)).toMatchObject({ encounter: id, others: [id] });
  });

  it("keep what is of no form they know", () => {
    expect(parseLinks("E77|E78|seen:4|12")).toEqual({
      encounter: "77",
      others: ["12"],
      unknown: ["E78", "seen:4"],
    });
  });
});

describe("what cells say in words", () => {
  it("is found again", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("DATE", "END_DATE", "EPISODE", "VALUE2", "SEVERITY" as const),
        fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("D", "O", "D (first)")),
        (attribute, cell) => {
          expect(recordedIn(sayRecorded(attribute as "DATE", cell))).toEqual({ attribute, cell });
        },
      ),
    );
    expect(sayRecorded("EPISODE", "D")).toBe("Episode as recorded: D (cause of death)");
    expect(recordedIn("Episode as recorded: D (cause of death)")?.cell).toBe("D");
    expect(recordedIn("Colour as recorded: red")).toBeUndefined();
    expect(recordedIn("Episode as recorded: D (first)")?.cell).toBe("D (first)");
  });
});

describe("a row of the journal", () => {
  it.each([
    [{ CODE: "bd3..", EPISODE: "R" }, "authorisations"],
    [{ CODE: "bd3..", EPISODE: "I" }, "issues"],
    [{ CODE: "bd3.." }, "authorisations"],
    [{ CODE: "9bJ0.", EPISODE: "A" }, "authorisations"],
    [{ RUBRIC: "Coal tar", EPISODE: "A" }, "authorisations"],
    [{ CODE: "H33..", EPISODE: "R" }, "observations"],
    [{ CODE: "14L1." }, "allergies"],
    [{ CODE: "9bJ5." }, "allergies"],
    [{ CODE: "65E.." }, "observations"],
    [{ VALUE1: "7" }, "observations"],
    [{ TEXT: "Words" }, "narratives"],
    [{ LINKS: "#1|Dletter" }, "documents"],
    [{ CODE: "H33..", LINKS: "P1" }, "problems"],
    [{ CODE: "H33..", LINKS: "#2|P1" }, "observations"],
  ] as const)("%j is read among the %s", (cells, kind) => {
    expect(kindOfRow(cells, "read-v2")).toBe(kind);
  });
});

describe("the values of a row", () => {
  it("are the same many at a time as one at a time, quoted or not", () => {
    const cell = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9 .;]{0,6}$/),
      fc.constantFrom(",", '""', "a,b", "\n"),
    );
    const quoted = cell.map((text) => `"${text}"`);
    const row = fc
      .array(fc.oneof(quoted, fc.stringMatching(/^[A-Za-z0-9 .]{0,6}$/)), {
        minLength: 1,
        maxLength: 4,
      })
      .map((cells) => cells.join());
    const odd = fc.oneof(row, fc.constantFrom('"a"b",c', 'a"b,c', '"a', ""));
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 5 }), (rows) => {
        expect(valuesOfRows(rows).map(({ values }) => values)).toEqual(
          rows.map((text) => valuesOfRow(text).values),
        );
      }),
    );
  });

  it("hold quotation marks that have no escape", () => {
    expect(valuesOfRow('"1","He said "ouch", and left","x"')).toEqual({
      values: ["1", 'He said "ouch', ' and left"', "x"],
      isUnescaped: true,
    });
    expect(valuesOfRow('"1","He said "ouch" and left","x"').values).toEqual([
      "1",
      'He said "ouch" and left',
      "x",
    ]);
    expect(valuesOfRow('"1",6" tall,"x"').values).toEqual(["1", '6" tall', "x"]);
    expect(valuesOfRow('"He said ""ouch"""')).toEqual({ values: ['He said "ouch"'] });
  });
});
