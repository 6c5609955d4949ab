import { describe, expect, it } from "vitest";
import {
  journal,
  linesOfResponse,
  partOf,
  readSet,
  recordOf,
  refusalOf,
  setOf,
} from "../testing/response-set.ts";

const columns = ["DATE", "CODE", "RUBRIC", "TEXT"] as const;
const row = '$1,"1","20040102","H33..","Asthma","Mild"';

describe("a set of responses", () => {
  it("is known by what its files hold, whatever they are called", async () => {
    const { record } = await recordOf(setOf({ ...journal(columns, row), name: "PATIENT.CSV" }));
    expect(record.observations).toHaveLength(1);
    expect(record.extraction).toMatchObject({
      at: "2011-11-03",
      senders: [{ system: "ods", value: "Z99901" }],
    });
  });

  it("is refused where the practice system refused a query or failed in it", async () => {
    for (const kind of ["REJECTED", "ERROR", "ERROR 17"])
      expect(await refusalOf(setOf({ ...journal(columns), kind }))).toEqual(["response-refused"]);
  });

  it("is refused where an answer was left out because it had too many rows", async () => {
    const excuse = "There are too many rows in the response";
    const inHead = linesOfResponse(journal(columns, row)).toSpliced(5, 0, excuse);
    const { parts } = setOf(journal(columns, excuse));
    expect(await refusalOf({ parts })).toEqual(["response-too-many-rows"]);
    const [patients] = parts;
    if (!patients) throw new Error("no patients");
    const text = `${inHead.join("\n")}\n`;
    expect(await refusalOf({ parts: [patients, partOf("a.csv", text)] })).toEqual([
      "response-too-many-rows",
    ]);
  });

  it("is refused where its responses come from two practices", async () => {
    expect(await refusalOf(setOf({ ...journal(columns, row), practice: "Z99902" }))).toEqual([
      "practices-differ",
    ]);
  });

  it("is refused where a response ends in its head, or names its columns twice", async () => {
    const [patients] = setOf().parts;
    if (!patients) throw new Error("no patients");
    const lines = linesOfResponse(journal(columns, row));
    for (const length of [3, 8, 9]) {
      const cut = partOf("b.csv", `${lines.slice(0, length).join("\n")}\n`);
      expect(await refusalOf({ parts: [patients, cut] })).toEqual(["response-incomplete"]);
    }
    const twice = partOf("b.csv", `${lines.toSpliced(10, 0, "&2,REFERENCE,DATE").join("\n")}\n`);
    expect(await refusalOf({ parts: [patients, twice] })).toEqual(["response-heads-differ"]);
  });

  it("may have two answers in one file, if they are of the same rows", async () => {
    const [patients] = setOf().parts;
    if (!patients) throw new Error("no patients");
    const both = (second: ReturnType<typeof journal>) => ({
      parts: [
        patients,
        partOf(
          "b.csv",
          `${[...linesOfResponse(journal(columns, row)), ...linesOfResponse(second)].join("\n")}\n`,
        ),
      ],
    });
    const later = journal(columns, row.replace("0102", "0103"));
    const { record, codes } = await recordOf(both(later));
    expect(record.observations).toHaveLength(2);
    expect(codes).toContain("responses-joined");
    expect(codes).not.toContain("line-unknown");
    const version3 = { ...later, codes: "0,9999R3,Read Version 3" };
    expect(await refusalOf(both(version3))).toEqual(["response-heads-differ"]);
    const other = journal(["DATE", "RUBRIC", "CODE", "TEXT"], row);
    expect(await refusalOf(both(other))).toEqual(["response-heads-differ"]);
    const encounters = { ...journal(columns, row), category: "ENCOUNTERS" as const };
    expect(await refusalOf(both(encounters))).toEqual(["response-heads-differ"]);
    const elsewhere = { ...journal(columns, row), practice: "Z99902" };
    expect(await refusalOf(both(elsewhere))).toEqual(["practices-differ"]);
  });

  it("is refused without a column that says whose a row is", async () => {
    const lost = { category: "JOURNALS", columns: ["DATE", "CODE"], lines: [] } as const;
    expect(await refusalOf(setOf(lost))).toEqual(["column-missing"]);
  });

  it("leaves answers without rows of a record unread, and says so", async () => {
    for (const kind of ["SUBSET", "AGGREGATE"]) {
      const { record, codes } = await recordOf(
        setOf(journal(columns, row), { ...journal(columns, row), kind }),
      );
      expect(record.observations).toHaveLength(1);
      expect(codes).toContain("part-unread");
    }
  });

  it("says which category it has no response of", async () => {
    const { codes } = await recordOf(setOf(journal(columns, row)));
    expect(codes.filter((code) => code === "category-missing")).toHaveLength(2);
  });

  it("is read once where two of its responses have the same row", async () => {
    const other = '$1,"1","20040103","H34..","Bronchiectasis",""';
    const { record, codes } = await recordOf(
      setOf(journal(columns, row, row), journal(columns, row, other)),
    );
    expect(record.observations).toHaveLength(3);
    expect(codes).toContain("row-in-two-responses");
  });

  it("keeps codes of a set it does not know under the name the response gives", async () => {
    const { record, codes } = await recordOf(
      setOf({ ...journal(columns, row), codes: "0,9999R9,Something else" }),
    );
    expect(record.observations[0]?.concept?.codings[0]?.system).toBe("miquest:9999R9");
    expect(codes).toContain("code-set-unknown");
  });

  it("is of the code set of the options where it does not say", async () => {
    const source = setOf({ ...journal(columns, '$1,"1","20040102","XE0Ub","","" '), codes: "0,," });
    const options = { "testkit-miquest": { codeSet: "9999R3" } };
    const { record } = await recordOf(source, { options });
    expect(record.observations[0]?.concept?.codings[0]?.system).toBe("ctv3");
  });

  it("is read in windows-1252, or in UTF-8 where the options say so", async () => {
    const text = '$1,"1","20040102","H33..","Asthma","5 \x80 \x96 caf\xe9"';
    const { record } = await recordOf(setOf(journal(columns, text)));
    expect(record.observations[0]?.texts[0]?.text).toBe("5 € – café");
    const options = { "testkit-miquest": { charset: "utf-8" } };
    const [reading] = await readSet(setOf(journal(columns, text)), { options });
    expect(reading?.result.issues.map(({ code }) => code)).toEqual(["charset-wrong"]);
    const utf8 = '$1,"1","20040102","H33..","Asthma","caf\xc3\xa9"';
    const read = await recordOf(setOf(journal(columns, utf8)), { options });
    expect(read.record.observations[0]?.texts[0]?.text).toBe("café");
  });
});

describe("the rows of a response", () => {
  it("may have values without quotes, marks of any number, and commas at their ends", async () => {
    const { record, codes } = await recordOf(
      setOf(journal(columns, "$2,1,20040102,H33..,Asthma,Mild,", row, "$,1,20040103,H34..,,")),
    );
    expect(record.observations.map(({ concept }) => concept?.codings[0]?.code)).toEqual([
      "H33..",
      "H33..",
      "H34..",
    ]);
    expect(codes).not.toContain("row-length-wrong");
  });

  it("may hold quotation marks nobody escaped, which are kept and said", async () => {
    const odd = '$1,"1","20040102","H33..","Asthma","He said "ouch" and left"';
    const { record, codes } = await recordOf(setOf(journal(columns, odd)));
    expect(record.observations[0]?.texts[0]?.text).toBe('He said "ouch" and left');
    expect(codes).toContain("value-quotes-unescaped");
  });

  it("may go on over lines where a value has line breaks", async () => {
    const { record, codes } = await recordOf(
      setOf(
        journal(columns, '$1,"1","20040102","H33..","Asthma","First', "# second", '* third"', row),
      ),
    );
    expect(record.observations.map(({ texts }) => texts[0]?.text)).toEqual([
      "First\n# second\n* third",
      "Mild",
    ]);
    expect(record.observations[1]?.source.line).toBe(14);
    expect(codes).not.toContain("line-unknown");
  });

  it("end at the next row where a quotation mark is never closed", async () => {
    const open = '$1,"1","20040102","H33..","Asthma","Never closed';
    const { record, codes } = await recordOf(setOf(journal(columns, open, row)));
    expect(record.observations.map(({ texts }) => texts[0]?.text)).toEqual([
      '"Never closed',
      "Mild",
    ]);
    expect(codes).toContain("value-quotes-unescaped");
  });

  it("are nobody's where the patient is not known", async () => {
    const { record, codes } = await recordOf(
      setOf(journal(columns, '$1,"Invalid Id","20040102","H33..","Asthma","Mild"', row)),
    );
    expect(record.observations).toHaveLength(1);
    expect(codes).toContain("row-without-patient");
  });

  it("of another patient are in no record, though they have the reference", async () => {
    const { record, codes } = await recordOf(
      setOf(
        journal(
          ["NHS_NUMBER", ...columns],
          '$1,"1","9990000026","20040102","H33..","Asthma","Not hers"',
          '$1,"1","9990000018","20040102","H33..","Asthma","Hers"',
          '$1,"1","Invalid Id","20040103","H33..","Asthma","Hers too"',
        ),
      ),
    );
    expect(record.observations.map(({ texts }) => texts[0]?.text)).toEqual(["Hers", "Hers too"]);
    expect(JSON.stringify(record)).not.toContain("Not hers");
    expect(codes).toContain("row-of-other-patient");
  });

  it("of a patient who is not in the patient response fail alone", async () => {
    const readings = await readSet(
      setOf(journal(columns, row, '$1,"2","20040102","H33..","","" ')),
    );
    expect(readings.map(({ result }) => result.ok)).toEqual([false, true]);
    expect(readings[0]?.result.issues.at(-1)?.code).toBe("patient-row-missing");
  });
});

describe("a row without a name", () => {
  const rows = [
    row,
    '$1,"1","20040103","H34..","Bronchiectasis",""',
    '$1,"1","20040104","bd3..","Atenolol","ONE DAILY"',
    row,
  ];
  const idsOf = async (lines: readonly string[]) => {
    const { record } = await recordOf(setOf(journal(columns, ...lines)));
    return [...record.observations, ...record.authorisations].map(({ id }) => id);
  };

  it("has the same id wherever it stands among others", async () => {
    const ids = await idsOf(rows);
    expect(new Set(ids).size).toBe(4);
    expect((await idsOf(rows.toReversed())).toSorted()).toEqual(ids.toSorted());
    expect(await idsOf([row])).toEqual([ids[0]]);
  });

  it("has another id where what was recorded is another", async () => {
    const [id] = await idsOf([row]);
    for (const [from, to] of [
      ["Mild", "Severe"],
      ["20040102", "20040103"],
      ["H33..", "H34.."],
    ] as const)
      expect(await idsOf([row.replace(from, to)])).not.toEqual([id]);
    expect(await idsOf([row.replace("Asthma", "Asthma (disorder)")])).toEqual([id]);
  });
});
