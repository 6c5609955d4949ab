import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as cells from "./cells.ts";
import { certainties, episodes, habits, locations, maritalStatuses } from "./code-tables.ts";
import { referralTypes, registrationTypes, sessions, severities } from "./code-tables.ts";
import { parseFileName, serialiseFileName } from "./file-names.ts";
import { bareKey, isKey, markedKey } from "./row-keys.ts";
import { layouts, tables } from "./tables.ts";

const day = fc
  .date({ min: new Date("1850-01-01"), max: new Date("2200-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const minute = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const uuid = fc.uuid().map((id) => id.toUpperCase());

describe("cells", () => {
  it("hold days and times as they are read", () => {
    fc.assert(
      fc.property(day, minute, (date, time) => {
        const at = `${date}T${time}`;
        expect(cells.readDay(cells.writeDay(at))).toEqual({ is: "value", value: date });
        expect(cells.readTime(cells.writeTime(at))).toEqual({ is: "value", value: time });
      }),
    );
  });

  it("hold no day of a date that is less than one", () => {
    for (const date of ["1999", "1999-05", undefined])
      expect([cells.writeDay(date), cells.writeTime(date)]).toEqual([undefined, undefined]);
    for (const cell of ["20041301", "2004", "yesterday", "2004-05-09"])
      expect(cells.readDay(cell)).toEqual({ is: "malformed" });
    for (const cell of ["2460", "2400", "9", "12:30"])
      expect(cells.readTime(cell)).toEqual({ is: "malformed" });
  });

  it("hold links and documents as they are read", () => {
    const token = fc.stringMatching(/^[!-{}~]{1,12}$/);
    fc.assert(
      fc.property(fc.array(token), uuid, (tokens, reference) => {
        expect(cells.readLinks(cells.writeLinks(tokens))).toEqual(tokens);
        expect(cells.readDocumentId(cells.writeDocumentId(reference))).toBe(reference);
      }),
    );
  });

  it.each([
    [":STAFF:12:", "12"],
    [":EXT_STAFF:31,Prof Imaginary:", "31"],
    ["12", "12"],
    [" G9999991 ", "G9999991"],
    [":OTHER:1:", ":OTHER:1:"],
  ])("of staff are stripped to the id: %j", (cell, id) => {
    expect(cells.readStaffReference(cell)).toBe(id);
  });
});

describe("letters", () => {
  it.each([
    [maritalStatuses, "SMDPCWU"],
    [registrationTypes, "RTSP"],
    [sessions, "GVNAHC37O"],
    [locations, "SCAHO"],
    [episodes, "OD"],
    [referralTypes, "OADIV"],
    [habits, "012"],
  ])("are written as they were read (%#)", (table, letters) => {
    for (const letter of [...letters, "?"]) {
      const coded = table.read(letter);
      expect(table.write(coded)).toBe(letter);
      expect(table.has(letter)).toBe(letter !== "?");
      const display = table.display(letter);
      if (display !== undefined) expect(table.letterOf(display)).toBe(letter);
    }
  });

  it("of other systems are found by the words for them", () => {
    expect(maritalStatuses.write({ text: "married", codings: [] })).toBe("M");
    expect(registrationTypes.write({ text: "Regular", codings: [] })).toBe("R");
    expect(severities.write({ text: "Severe", codings: [] })).toBe("24484000");
    expect(certainties.write({ text: "Certain", codings: [] })).toBeUndefined();
  });
});

describe("keys", () => {
  it("of problems never look like those of encounters, and read back as the id", () => {
    fc.assert(
      fc.property(uuid, (id) => {
        const key = markedKey(id);
        expect(isKey(id)).toBe(true);
        expect(key.startsWith("E")).toBe(false);
        expect(bareKey(key)).toBe(id);
        expect(bareKey(id)).toBe(id);
      }),
    );
  });
});

describe("names of files", () => {
  it("say table, practice and moment, and are read as written", () => {
    for (const { name: table } of tables)
      for (const about of [{}, { ods: "Z99903" }, { ods: "Z99903", at: "2019-03-01T00:05:00" }])
        expect(parseFileName(serialiseFileName(table, about))).toEqual({
          table,
          kind: "FULL",
          ...about,
        });
    expect(serialiseFileName("journal", { ods: "F86007", at: "2018-08-17T00:05:00" })).toBe(
      "FULL_F86007_journal_data_extract-2018-08-17-000500.csv",
    );
  });

  it.each(["batch/journal_data_extract", "x/ADDITIONAL_F86007_active_user_data_extract.csv"])(
    "may stand in a folder: %s",
    (name) => {
      expect(parseFileName(name)).toBeDefined();
    },
  );

  it.each(["journal.csv", "my_journal_data_extract_of_old.csv", "patients_data_extract.csv"])(
    "of others are none: %s",
    (name) => {
      expect(parseFileName(name)).toBeUndefined();
    },
  );
});

describe("the tables", () => {
  it("have as many columns as are published", () => {
    const counts = Object.entries(layouts).map(([table, { live, testPack }]) => [
      table,
      live.length,
      testPack?.length,
    ]);
    expect(counts).toEqual([
      ["patient", 35, 32],
      ["encounter", 14, undefined],
      ["journal", 42, 23],
      ["referral", 15, undefined],
      ["practice", 14, undefined],
      ["staff", 8, 8],
    ]);
  });

  it("of the test pack have no column that practices have not", () => {
    for (const { live, testPack = [] } of Object.values(layouts))
      expect(testPack.filter((column) => !live.includes(column))).toEqual([]);
  });
});
