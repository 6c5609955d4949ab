import { describe, expect, it } from "vitest";
import type { TerminologyErrorCode } from "../terminology-error.ts";
import {
  build,
  bytesPart,
  files,
  headers,
  inputOf,
  official,
  piped,
  quoted,
  terminologyOf,
  textPart,
} from "../testing/official-tables.ts";
import { buildPack } from "../build/build-pack.ts";
import { conceptId, descriptionId } from "../testing/made-up-ids.ts";

const [one, two, three] = [conceptId(11), conceptId(12), conceptId(13)];

const toSnomed = async (
  parts: Parameters<typeof terminologyOf>[0],
  request: { system?: string; code: string; texts?: string[]; hasValue?: boolean },
) => {
  const terminology = await terminologyOf(parts);
  const answer = terminology.translateCode({ system: "read-v2", target: "snomed", ...request });
  return answer.outcome === "mapped" ? answer.coding.code : answer.reason;
};

describe("map tables of NHS Data Migration", () => {
  it("are read with header, CRLF, no quotes, and dates of both spellings", async () => {
    const parts = [
      official("rcsctmap2", [
        ["{A}", "G30..", "00", one, descriptionId(1), 1, "20190401", 1],
        ["{B}", "G31..", "00", two, descriptionId(2), 0, "2018.10.01", 1],
      ]),
    ];
    const { tables } = await build(parts);
    expect(tables).toMatchObject([
      { layout: "rcsctmap2", release: "20200401", rows: 2, taken: 2, unreadable: 0 },
    ]);
    const terminology = await terminologyOf(parts);
    expect(
      terminology.translateCode({ system: "read-v2", code: "G31..00", target: "snomed" }),
    ).toMatchObject({
      outcome: "mapped",
      coding: {
        system: "snomed",
        code: two,
        termId: descriptionId(2),
        asserted: "mapped",
        map: {
          set: "rcsctmap2",
          release: "20200401",
          mapId: "{B}",
          method: "term-exact",
          assured: false,
        },
      },
      hops: [{ date: "20181001" }],
    });
  });

  it("have the latest row of a map stand, then its status: nothing retired comes back", async () => {
    const rows = [
      ["{A}", "G30..", "00", one, "", 1, "20100401", 1],
      ["{A}", "G30..", "00", one, "", 1, "20160401", 0],
      ["{B}", "G31..", "00", two, "", 1, "20160401", 1],
      ["{B}", "G31..", "00", one, "", 1, "20100401", 0],
    ];
    expect(await toSnomed([official("rcsctmap2", rows)], { code: "G30..00" })).toBe("no-map");
    expect(await toSnomed([official("rcsctmap2", rows)], { code: "G31..00" })).toBe(two);
    const { tables } = await build([official("rcsctmap2", rows)]);
    expect(tables[0]).toMatchObject({ taken: 2, superseded: 2 });
  });

  it("are read as of a day, so that later rows do not count", async () => {
    const rows = [
      ["{A}", "G30..", "00", one, "", 1, "20100401", 1],
      ["{A}", "G30..", "00", two, "", 1, "20160401", 1],
    ];
    for (const [asOf, code] of [
      ["20151001", one],
      ["20160401", two],
    ] as const) {
      const terminology = await terminologyOf([official("rcsctmap2", rows)], { asOf });
      expect(
        terminology.translateCode({ system: "read-v2", code: "G30..00", target: "snomed" }),
      ).toMatchObject({ coding: { code } });
      expect(terminology.pack.header.asOf).toBe(asOf);
    }
  });

  it("say that a CTV3 code is a drug, or has no Read v2 code, in place of a code", async () => {
    const terminology = await terminologyOf([
      official("ctv3sctmap2", [["{A}", "x00Kq", "Y0aaa", "P", "_DRUG", "", 1, 20200401, 0]]),
      official("ctv3rctmap", [
        ["{B}", "_NONE", "", "Y0bbb", "P", "XaBcd", "", "C", "", 1, 20200401, 1],
        ["{C}", "H33..", "00", "Y0ccc", "P", "XaCde", "", "C", "n", 1, 20200401, 1],
      ]),
    ]);
    for (const [code, target] of [
      ["x00Kq", "snomed"],
      ["XaBcd", "read-v2"],
      ["XaCde", "read-v2"],
    ] as const)
      expect(terminology.translateCode({ system: "ctv3", code, target })).toMatchObject({
        outcome: "no-map",
        reason: "no-map",
        known: true,
      });
    expect(terminology.pack.header.sets.map(({ id, counts }) => [id, counts.none])).toEqual([
      ["ctv3rctmap", 2],
      ["ctv3sctmap2", 1],
    ]);
  });

  it("name their columns in whatever order and spelling, ISASSURED or IS_ASSURED", async () => {
    for (const name of ["IS_ASSURED", "isassured", "IsAssured"]) {
      const text = `${name}\tConceptId\tTermCode\tReadCode\tMapStatus\r\n1\t${one}\t00\tG30..\t1\r\n`;
      const part = textPart("rcsctmap2_uk_20200401000001.txt", text);
      const terminology = await terminologyOf([part]);
      expect(
        terminology.translateCode({
          system: "read-v2",
          code: "G30..00",
          target: "snomed",
          atLeast: "assured",
        }),
      ).toMatchObject({ coding: { code: one, map: { assured: true } } });
    }
  });

  it("hold another map for an entry with a value, which counts only where it is marked", async () => {
    const parts = [
      official("rcsctmap2", [
        ["{A}", "2469.", "00", one, "", 1, 20200401, 1],
        ["{B}", "246A.", "00", one, "", 1, 20200401, 1],
      ]),
      official("alternateRead2", [
        ["2469.", "00", two, "", "Y"],
        ["246A.", "00", two, "", ""],
      ]),
      official("ctv3sctmap2", [["{C}", "2469.", "Y0aaa", "P", one, "", 1, 20200401, 1]]),
      official("alternateCtv3", [["2469.", "Y0aaa", three, "", "Y"]]),
    ];
    expect(await toSnomed(parts, { code: "2469.00" })).toBe(one);
    expect(await toSnomed(parts, { code: "2469.00", hasValue: true })).toBe(two);
    expect(await toSnomed(parts, { code: "246A.00", hasValue: true })).toBe(one);
    expect(await toSnomed(parts, { system: "ctv3", code: "2469.", hasValue: true })).toBe(three);
  });

  it("by words, then by code alone, serve Read codes without their term code", async () => {
    const parts = [
      official("rcsctmap2", [
        ["{A}", "G65..", "00", one, "", 1, 20200401, 1],
        ["{B}", "G65..", "11", two, "", 1, 20200401, 1],
      ]),
      official("rctermsctmap", [
        ["1", "G65..", 'Transient "attack"', one, 20200401, 1],
        ["2", "G65..", "Drop attack", two, 20200401, 1],
      ]),
      official("rcmap", [
        ["1", "G65..", one, 20200401, 2],
        ["2", "G66..", three, 20200401, 1],
      ]),
    ];
    expect(await toSnomed(parts, { code: "G65..11" })).toBe(two);
    expect(await toSnomed(parts, { code: "G65.." })).toBe("ambiguous");
    expect(await toSnomed(parts, { code: "G65..", texts: ["drop  ATTACK"] })).toBe(two);
    expect(await toSnomed(parts, { code: "G65..", texts: ['Transient "attack"'] })).toBe(one);
    expect(await toSnomed(parts, { code: "G66.." })).toBe(three);
  });
});

describe("term files", () => {
  it("of Read v2 are quoted, of CTV3 parted by bars with quotes in terms", async () => {
    const terminology = await terminologyOf([
      quoted("V2/Unified/Corev2.all", [
        ["G30..", "Acute myocardial infarction", "", "", ...Array(7).fill(""), "C", "EN"],
      ]),
      quoted("V2/Unified/Keyv2.all", [
        ["ACUTE", "0", "Acute myocardial infarction", "", "", "00", "EN", "G30..", "0"],
        ["HEART", "0", "Heart attack", 'The "big" one', "", "14", "EN", "G30..", "0"],
        ["ATTACK", "0", "Heart attack", 'The "big" one', "", "14", "EN", "G30..", "0"],
      ]),
      piped("V3/Concept.v3", [["X200E", "C", "N", ""]]),
      piped("V3/Terms.v3", [
        ["Y20aa", "C", "Myocardial infarction", "", ""],
        ["Y20ab", "O", 'So-called "MI"', "", ""],
      ]),
      piped("V3/Descrip.v3", [
        ["X200E", "Y20aa", "P"],
        ["X200E", "Y20ab", "S"],
        ["X200E", "Y20zz", "S"],
      ]),
    ]);
    const read = terminology.pack.system("read-v2");
    expect(read?.terms(read.codes.find("G30.."))).toEqual([
      expect.objectContaining({
        text: "Acute myocardial infarction",
        termId: "00",
        preferred: true,
      }),
      expect.objectContaining({ text: 'The "big" one', termId: "14", shortened: false }),
      expect.objectContaining({ text: "Heart attack", termId: "14", shortened: true }),
    ]);
    const ctv3 = terminology.pack.system("ctv3");
    const ordinal = ctv3?.codes.find("X200E") ?? -1;
    expect(ctv3?.terms(ordinal)).toEqual([
      expect.objectContaining({ text: "Myocardial infarction", termId: "Y20aa", preferred: true }),
      expect.objectContaining({ text: 'So-called "MI"', termId: "Y20ab", retired: true }),
    ]);
    expect(ctv3?.status(ordinal)).toBe("C");
    expect(
      terminology.pack.header.inputs.find(({ layout }) => layout === "ctv3-description"),
    ).toMatchObject({ unreadable: 1 });
  });

  it("of SNOMED CT show the preferred synonym and find a concept by its description", async () => {
    const terminology = await terminologyOf([
      official("description", [
        [
          descriptionId(1),
          20200101,
          1,
          "m",
          one,
          "en",
          "900000000000003001",
          "Gout (disorder)",
          "c",
        ],
        [descriptionId(2), 20200101, 1, "m", one, "en", "900000000000013009", "Gouty thing", "c"],
        [descriptionId(3), 20200101, 1, "m", one, "en", "900000000000013009", "Gout", "c"],
        [descriptionId(4), 20200101, 0, "m", one, "en", "900000000000013009", "Podagra", "c"],
      ]),
      official("language", [
        ["u", 20200101, 1, "m", "999001261000000100", descriptionId(3), "900000000000548007"],
      ]),
      official("rcsctmap2", [["{A}", "N023.", "00", one, "", 1, 20200401, 1]]),
    ]);
    expect(
      terminology.translateCode({ system: "read-v2", code: "N023.00", target: "snomed" }),
    ).toMatchObject({ coding: { code: one, display: "Gout" } });
    expect(
      terminology.translateCode({ system: "snomed", code: descriptionId(4), target: "read-v2" }),
    ).toMatchObject({ coding: { code: "N023.00", map: { method: "inverse", assured: false } } });
  });
});

describe("tables of suppliers", () => {
  it("of TPP translate practice codes too, and skip what was removed", async () => {
    const terminology = await terminologyOf([
      quoted("SRCtv3ToVersion2.csv", [
        ["RowIdentifier", "Ctv3Code", "Version2Code", "RemovedData"],
        [1, "XE0Ub", "G20..00", 0],
        [2, "Y01bc", "G20..", 0],
        [3, "Y01bd", "G2...", 1],
      ]),
      quoted("SRCtv3ToSnomed.csv", [
        ["RowIdentifier", "IDOrganisationVisibleTo", "Ctv3Code", "SnomedCode", "RemovedData"],
        [1, "A1", "Y01bc", one, 0],
        [2, "A1", "XE0Ub", -1, 0],
      ]),
      quoted("SRCtv3.csv", [
        ["RowIdentifier", "IDOrganisationVisibleTo", "Ctv3Code", "Ctv3Text", "RemovedData"],
        [1, "A1", "Y01bc", "Practice's own hypertension, with comma", 0],
      ]),
    ]);
    const readV2 = (code: string) =>
      terminology.translateCode({ system: "ctv3", code, target: "read-v2" });
    expect(readV2("XE0Ub")).toMatchObject({
      coding: { code: "G20..00", map: { method: "supplier-table", assured: "unknown" } },
    });
    expect(readV2("Y01bc")).toMatchObject({ coding: { code: "G20.." } });
    expect(readV2("Y01bd")).toMatchObject({ outcome: "no-map" });
    expect(
      terminology.translateCode({ system: "tpp", code: "Y01bc", target: "snomed" }),
    ).toMatchObject({ coding: { code: one } });
  });

  it("of EMIS tell Read codes from its own and never make a term code of its ordinals", async () => {
    const header = [
      ...["CodeId", "Term", "ReadTermId", "SnomedCTConceptId", "SnomedCTDescriptionId"],
      ...["NationalCode", "NationalCodeCategory", "NationalDescription"],
      ...["EmisCodeCategoryDescription", "ProcessingId"],
    ];
    const row = (id: number, term: string, read: string, snomed: string) => [
      ...[id, term, read, snomed, "", "", "", "", "Symptoms", 1],
    ];
    const terminology = await terminologyOf([
      quoted("291_Coding_ClinicalCode_20220101000000_45E7CD20.csv", [
        header,
        row(1, "Type 2 diabetes", "C10F", one),
        row(2, "Diabetes II", "C10F-1", two),
        row(3, "Smoking advice", "EMISNQSM13", three),
        row(4, "Term minted", "^ESCTBU297184", three),
        row(5, "Local of seven", "PCSDT12", three),
      ]),
      quoted("291_Coding_DrugCode_20220101000000_45E7CD20.csv", [
        ["CodeId", "Term", "DmdProductCodeId", "ProcessingId"],
        ["1026041000033110", "Oxprenolol 160mg tablets", one, 1],
        ["1026041000033111", "A local mixture", "", 1],
      ]),
    ]);
    const code = (system: string, text: string, texts: string[] = []) => {
      const answer = terminology.translateCode({ system, code: text, texts, target: "snomed" });
      return answer.outcome === "mapped" ? answer.coding.code : answer.reason;
    };
    expect(code("read-v2", "C10F.", ["type 2 DIABETES"])).toBe(one);
    expect(code("read-v2", "C10F.", ["Diabetes II"])).toBe(two);
    expect(code("read-v2", "C10F.")).toBe("ambiguous");
    expect(code("emis", "EMISNQSM13")).toBe(three);
    expect(code("emis", "^ESCTBU297184")).toBe(three);
    expect(code("emis", "PCSDT12")).toBe(three);
    expect(code("emis-drug", "1026041000033110")).toBe(one);
    expect(code("emis-drug", "1026041000033111")).toBe("no-map");
    expect(terminology.pack.header.sets.find(({ from }) => from === "emis")?.release).toBe(
      "20220101",
    );
  });

  it("of the operator's own translate any system, both ways unless told", async () => {
    const terminology = await terminologyOf([
      textPart(
        "practice.map.tsv",
        [
          "from\tcode\tterm\tto\ttarget\tassured\tone way",
          `multilex\t02782001\tCo-codamol\tdmd\t${one}\t1\t`,
          `gemscript\t59329020\t\tsnomed\t${two}\t0\t1`,
          `ctv3\tXaIV5\t\tvision\tG30..00\t\t`,
          `readv2\tG30..11\t\tnowhere\tX\t\t`,
        ].join("\n"),
      ),
    ]);
    const translated = (system: string, code: string, target: string) => {
      const answer = terminology.translateCode({ system, code, target });
      return answer.outcome === "mapped" ? [answer.coding.code, answer.assurance] : answer.reason;
    };
    expect(translated("multilex", "02782001", "snomed")).toEqual([one, "assured"]);
    expect(translated("snomed", one, "multilex")).toEqual(["02782001", "unassured"]);
    expect(translated("gemscript", "59329020", "snomed")).toEqual([two, "unassured"]);
    expect(translated("snomed", two, "gemscript")).toBe("no-map");
    expect(translated("ctv3", "XaIV5", "vision")).toEqual(["G30..00", "unknown"]);
    expect(terminology.pack.header.inputs[0]).toMatchObject({ rows: 4, taken: 3, unreadable: 1 });
  });
});

describe("input that is not as it should be", () => {
  const code = async (build: Promise<unknown>): Promise<TerminologyErrorCode | undefined> =>
    build.then(
      () => undefined,
      (error: { code?: TerminologyErrorCode }) => error.code,
    );

  it("has its rows counted and named, and the others read", async () => {
    const { tables } = await build([
      official("rcsctmap2", [
        ["{A}", "G30..", "00", one, "", 1, 20200401, 1],
        ["{B}", "G30..", "00"],
        ["{C}", "G30", "0", one, "", 1, 20200401, 1],
        ["{D}", "G3/..", "00", one, "", 1, 20200401, 1],
        ["{E}", "G30..", "00", "1000000000000000000", "", 1, 20200401, 1],
        ["{F}", "G30..", "00", "59621001", "", 1, 20200401, 1],
        ["{G}", "G30..", "00", descriptionId(1), "", 1, 20200401, 1],
        ["{H}", "G30..", "00", one, "", 1, "1 April", 1],
        ["{I}", "G30..", "00", one, "", "yes", 20200401, 1],
        ["{J}", "G30..", "00", one, "", 1, 20200401, 7],
        ["{K}", "G31..", "00", one, "", 1, 20200401, 1],
      ]),
    ]);
    expect(tables[0]).toMatchObject({
      rows: 11,
      taken: 2,
      unreadable: 9,
      faults: {
        columns: 1,
        "term-id": 1,
        "source-characters": 1,
        "target-length": 1,
        "target-check-digit": 1,
        "target-not-a-concept": 1,
        date: 1,
        assurance: 1,
        status: 1,
      },
    });
    expect(tables[0]?.firstFaults.slice(0, 2)).toEqual([
      { line: 3, fault: "columns" },
      { line: 4, fault: "term-id" },
    ]);
  });

  it("is refused where it holds no table, or one without its header", async () => {
    expect(await code(build([textPart("letter.txt", "Dear colleague")]))).toBe("tables-missing");
    expect(await code(build([]))).toBe("tables-missing");
    const strange = textPart(files.rcsctmap2, "Some\tother\ttable\r\n1\t2\t3\r\n");
    const failure = await build([strange]).catch((error: Error) => error);
    expect(failure).toMatchObject({
      code: "table-header-unknown",
      message: expect.stringContaining("expected the columns READCODE, CONCEPTID"),
    });
    expect(failure).toMatchObject({
      message: expect.stringContaining("rcsctmap2_uk_20200401000001.txt, line 1"),
    });
    expect(await code(build([textPart(files.rcsctmap2, "")]))).toBe("table-header-unknown");
  });

  it("tells which files it does not know, and which are older than others", async () => {
    const rows = [["{A}", "G30..", "00", one, "", 1, 20200401, 1]];
    const { ignored, tables } = await build([
      official("rcsctmap2", rows),
      official("rcsctmap2", rows, "rcsctmap2_uk_20130401000001.txt"),
      textPart("Documentation/guide.pdf", "%PDF"),
    ]);
    expect(tables.map(({ release }) => release)).toEqual(["20200401"]);
    expect(ignored).toEqual([
      { name: "release.zip/Documentation/guide.pdf", reason: "unknown" },
      { name: "release.zip/rcsctmap2_uk_20130401000001.txt", reason: "older" },
    ]);
  });

  it("is read in bounded memory whatever its lines are", async () => {
    const endless = "G".repeat(3_000_000);
    const head = `${headers.rcmap.split(" ").join("\t")}\r\n`;
    const tail = `\r\n1\tG66..\t${one}\t20200401\t1\r\n`;
    const { tables } = await build([textPart(files.rcmap, head + endless + tail)]);
    expect(tables[0]).toMatchObject({ rows: 2, taken: 1, faults: { "line-length": 1 } });
    const drugs = '"CodeId","Term","DmdProductCodeId"\r\n"1","Aspirin",""\r\n';
    const unclosed = `${drugs}"2","Paracetamol\r\n"3","Another",""\r\n"4","${endless}\r\n"5","Cut`;
    const quotes = await build([textPart("Coding_DrugCode.csv", unclosed)]);
    expect(quotes.tables[0]).toMatchObject({ rows: 5, unreadable: 3 });
    expect(quotes.tables[0]?.firstFaults).toEqual([
      { line: 3, fault: "quoting" },
      { line: 5, fault: "line-length" },
      { line: 6, fault: "quoting" },
    ]);
  });

  it("may begin with a byte order mark and hold letters of an older encoding", async () => {
    const latin = Buffer.from(
      `${headers.rctermsctmap.split(" ").join("\t")}\r\n1\tF563.\tM\u00e9ni\u00e8re\t${one}\t20200401\t1\r\n`,
      "latin1",
    );
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), latin]);
    const terminology = await terminologyOf([bytesPart(files.rctermsctmap, marked, 3)]);
    expect(
      terminology.translateCode({
        system: "read-v2",
        code: "F563.",
        texts: ["M\u00c9NI\u00c8RE"],
        target: "snomed",
      }),
    ).toMatchObject({ coding: { code: one } });
  });

  it("is left when the caller stops", async () => {
    const reason = new Error("enough");
    const stopped = buildPack([inputOf(official("rcmap", [["1", "G66..", one, 20200401, 1]]))], {
      signal: AbortSignal.abort(reason),
    });
    await expect(stopped).rejects.toBe(reason);
  });
});
