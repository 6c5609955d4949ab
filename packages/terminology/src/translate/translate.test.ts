import { describe, expect, it } from "vitest";
import type { Coded, DegradeKind } from "@gp2gp/core";
import { chooseCoding } from "@gp2gp/core";
import { official, piped, quoted, terminologyOf, textPart } from "../testing/official-tables.ts";
import { conceptId, descriptionId } from "../testing/made-up-ids.ts";
import type { PackTerminology } from "../terminology.ts";
import type { CodeRequest } from "./code-translation.ts";
import { parsePolicy } from "./policy.ts";

const [one, two, three, four] = [conceptId(21), conceptId(22), conceptId(23), conceptId(24)];

const result = (terminology: PackTerminology, request: CodeRequest) => {
  const answer = terminology.translateCode(request);
  if (answer.outcome === "no-map") return answer.reason;
  const { coding, hops } = answer;
  return [coding.code, hops.map(({ method }) => method).join(">"), coding.map?.assured];
};

const readToCtv3 = official("rctctv3map", [
  ["{1}", "G20..", "00", "Y20aa", "P", "XE0Ub", "", "C", "E", 1, 20200401, 1],
  ["{2}", "G65..", "00", "Y65aa", "P", "XE0VK", "", "C", "E", 1, 20200401, 0],
]);
const ctv3ToRead = official("ctv3rctmap", [
  ["{3}", "G20..", "00", "Y20aa", "P", "XE0Ub", "", "C", "E", 1, 20200401, 1],
  ["{4}", "G20..", "11", "Y20ab", "S", "XE0Ub", "", "C", "E", 1, 20200401, 0],
  ["{5}", "136..", "00", "Y36aa", "P", "Ub1tv", "", "C", "E", 1, 20200401, 1],
  ["{6}", "136..", "00", "Y36ab", "P", "136..", "", "C", "E", 1, 20200401, 1],
]);
const ctv3Terms = [
  piped("V3/Terms.v3", [
    ["Y20aa", "C", "Essential hypertension", "", ""],
    ["Y20ab", "C", "High blood pressure", "", ""],
    ["Y36aa", "C", "Spirits intake", "", ""],
    ["Y36ab", "C", "Alcohol intake", "", ""],
  ]),
  piped("V3/Descrip.v3", [
    ["XE0Ub", "Y20aa", "P"],
    ["XE0Ub", "Y20ab", "S"],
    ["Ub1tv", "Y36aa", "P"],
    ["136..", "Y36ab", "P"],
  ]),
];

describe("a code in another system", () => {
  it("is that of the map from the one to the other, with its whole provenance", async () => {
    const terminology = await terminologyOf([readToCtv3, ctv3ToRead, ...ctv3Terms]);
    const answer = terminology.translateCode({
      system: "read-v2",
      code: "G20..00",
      target: "ctv3",
    });
    expect(answer).toEqual({
      outcome: "mapped",
      assurance: "assured",
      also: [],
      repairs: [],
      coding: {
        system: "ctv3",
        code: "XE0Ub",
        termId: "Y20aa",
        display: "Essential hypertension",
        asserted: "mapped",
        map: {
          set: "rctctv3map",
          release: "20200401",
          mapId: "{1}",
          method: "term-exact",
          assured: true,
        },
      },
      hops: [
        {
          from: { system: "read-v2", code: "G20..00" },
          to: { system: "ctv3", code: "XE0Ub", termId: "Y20aa" },
          set: "rctctv3map",
          release: "20200401",
          mapId: "{1}",
          mapType: "E",
          date: "20200401",
          method: "term-exact",
          assurance: "assured",
        },
      ],
    });
  });

  it("depends on the term: by its id, by its words, else on the preferred one of a CTV3 code", async () => {
    const terminology = await terminologyOf([ctv3ToRead, ...ctv3Terms]);
    const readV2 = (about: Partial<CodeRequest>) =>
      result(terminology, { system: "ctv3", code: "XE0Ub", target: "read-v2", ...about });
    expect(readV2({ termId: "Y20ab" })).toEqual(["G20..11", "term-exact", false]);
    expect(readV2({ texts: ["HIGH blood-pressure"] })).toEqual(["G20..11", "text-match", false]);
    expect(readV2({ texts: ["essential hypertension"] })).toEqual(["G20..00", "text-match", true]);
    // All terms lead to one code; how sure it is, is how sure the least sure of them is.
    expect(readV2({})).toEqual(["G20..00", "code-only", false]);
    expect(readV2({ texts: ["Something else"] })).toEqual(["G20..00", "code-only", false]);
  });

  it("is the preferred term's where the terms of a CTV3 code lead apart, and then never assured", async () => {
    const terminology = await terminologyOf([
      official("ctv3rctmap", [
        ["{1}", "A1...", "00", "Y0aaa", "P", "Xaaaa", "", "C", "E", 1, 20200401, 1],
        ["{2}", "A2...", "00", "Y0aab", "S", "Xaaaa", "", "C", "E", 1, 20200401, 1],
      ]),
    ]);
    expect(result(terminology, { system: "ctv3", code: "Xaaaa", target: "read-v2" })).toEqual([
      "A1...00",
      "code-only",
      false,
    ]);
  });

  it("is none where the very term of a Read code has no row, though another term has", async () => {
    const terminology = await terminologyOf([readToCtv3]);
    expect(result(terminology, { system: "read-v2", code: "G20..11", target: "ctv3" })).toBe(
      "no-map",
    );
  });

  it("is not guessed where the terms of a Read code lead apart and none is named", async () => {
    const terminology = await terminologyOf([
      official("rctctv3map", [
        ["{1}", "G65..", "00", "Y0aaa", "P", "Xaaaa", "", "C", "E", 1, 20200401, 1],
        ["{2}", "G65..", "11", "Y0aab", "P", "Xaaab", "", "C", "E", 1, 20200401, 1],
      ]),
    ]);
    const answer = terminology.translateCode({ system: "read-v2", code: "G65..", target: "ctv3" });
    expect(answer).toMatchObject({ outcome: "no-map", reason: "ambiguous", final: true });
    expect(
      answer.outcome === "no-map" && answer.candidates.map(({ coding }) => coding.code),
    ).toEqual(["Xaaaa", "Xaaab"]);
  });

  it("is the one assured among rejected ones, and none among several assured", async () => {
    const rows = (second: 0 | 1) =>
      official("rcsctmap2", [
        ["{1}", "G20..", "00", one, "", 1, 20200401, 1],
        ["{2}", "G20..", "00", two, "", second, 20200401, 1],
      ]);
    const request = { system: "read-v2", code: "G20..00", target: "snomed" };
    expect(result(await terminologyOf([rows(0)]), request)).toEqual([one, "term-exact", true]);
    expect(result(await terminologyOf([rows(1)]), request)).toBe("ambiguous");
  });

  it("is told from one that differs in case only", async () => {
    const terminology = await terminologyOf([ctv3ToRead]);
    expect(result(terminology, { system: "ctv3", code: "ub1tv", target: "read-v2" })).toBe(
      "no-map",
    );
    expect(
      terminology.translateCode({ system: "ctv3", code: "ub1tv", target: "read-v2" }),
    ).toMatchObject({ known: false });
  });

  it("is none for a code that is not of its system's form, with what is wrong", async () => {
    const terminology = await terminologyOf([ctv3ToRead]);
    expect(
      terminology.translateCode({ system: "ctv3", code: "Ub1tv00", target: "read-v2" }),
    ).toEqual({ outcome: "no-map", reason: "invalid-code", fault: "length", candidates: [] });
    expect(result(terminology, { system: "multilex", code: "02782001", target: "read-v2" })).toBe(
      "unknown-system",
    );
  });
});

describe("a map read backwards", () => {
  it("is never assured, and ambiguous where several codes lead to one", async () => {
    const terminology = await terminologyOf([ctv3ToRead, ...ctv3Terms]);
    const ctv3 = (about: Partial<CodeRequest>) =>
      result(terminology, { system: "read-v2", code: "136..00", target: "ctv3", ...about });
    expect(ctv3({})).toBe("ambiguous");
    expect(ctv3({ texts: ["Alcohol intake"] })).toEqual(["136..", "inverse", false]);
    expect(ctv3({ code: "G20..11" })).toEqual(["XE0Ub", "inverse", false]);
  });

  it("takes the row of the very description, then the recorded words, then preferred terms", async () => {
    const terminology = await terminologyOf([
      official("rcsctmap2", [
        ["{1}", "G20..", "11", one, descriptionId(1), 1, 20200401, 1],
        ["{2}", "G2z..", "00", one, descriptionId(2), 1, 20200401, 1],
        ["{3}", "G21..", "12", one, descriptionId(3), 1, 20200401, 1],
        ["{4}", "G3...", "00", two, "", 1, 20200401, 1],
        ["{5}", "G4...", "00", two, "", 1, 20200401, 1],
      ]),
      quoted("Keyv2.all", [["K", "0", "Raised pressure", "", "", "12", "EN", "G21..", "0"]]),
    ]);
    const readV2 = (about: Partial<CodeRequest>) =>
      result(terminology, { system: "snomed", code: one, target: "read-v2", ...about });
    expect(readV2({ termId: descriptionId(1) })).toEqual(["G20..11", "inverse", false]);
    expect(readV2({ code: descriptionId(1) })).toEqual(["G20..11", "inverse", false]);
    expect(readV2({ texts: ["raised PRESSURE"] })).toEqual(["G21..12", "inverse", false]);
    expect(readV2({})).toEqual(["G2z..00", "inverse", false]);
    expect(readV2({ code: two })).toBe("ambiguous");
  });

  it("goes from SNOMED CT to CTV3 by assured rows, then the simple map, then the others", async () => {
    const ctv3Map = official("ctv3sctmap2", [
      ["{1}", "Xaaaa", "Y0aaa", "P", one, "", 1, 20200401, 1],
      ["{2}", "Xaaab", "Y0aab", "P", two, "", 1, 20200401, 0],
      ["{3}", "Xaaac", "Y0aac", "P", three, "", 1, 20200401, 0],
      ["{4}", "Xaaad", "Y0aad", "P", four, "", 1, 20200401, 1],
      ["{5}", "Xaaae", "Y0aae", "P", four, "", 1, 20200401, 1],
    ]);
    const simple = official("simpleMap", [
      ["u1", 20200101, 1, "m", "900000000000497000", one, "Xaaax"],
      ["u2", 20200101, 1, "m", "900000000000497000", two, "Xaaay"],
      ["u3", 20200101, 1, "m", "900000000000497000", four, "Xaaae"],
      ["u4", 20200101, 0, "m", "900000000000497000", three, "Xaaaz"],
    ]);
    const terminology = await terminologyOf([ctv3Map, simple]);
    const ctv3 = (code: string) => result(terminology, { system: "snomed", code, target: "ctv3" });
    expect(ctv3(one)).toEqual(["Xaaaa", "inverse", false]);
    expect(ctv3(two)).toEqual(["Xaaay", "simple-map", false]);
    expect(ctv3(three)).toEqual(["Xaaac", "inverse", false]);
    expect(ctv3(four)).toEqual(["Xaaae", "simple-map", false]);
  });
});

describe("a pivot", () => {
  it("serves where no map leads there directly, and is worth what its less sure map is", async () => {
    const terminology = await terminologyOf([
      official("rcsctmap2", [["{1}", "G20..", "00", one, "", 1, 20200401, 1]]),
      official("ctv3sctmap2", [["{2}", "XE0Ub", "Y20aa", "P", one, "", 1, 20200401, 1]]),
      textPart(
        "own.map.tsv",
        `from\tcode\tto\ttarget\tassured\nmultilex\t02782001\tsnomed\t${one}\t1\n`,
      ),
    ]);
    const answer = terminology.translateCode({
      system: "read-v2",
      code: "G20..00",
      target: "ctv3",
    });
    expect(answer).toMatchObject({
      outcome: "mapped",
      coding: {
        code: "XE0Ub",
        map: {
          set: "rcsctmap2>ctv3sctmap2",
          release: "20200401>20200401",
          mapId: "{1}>{2}",
          method: "term-exact>inverse",
          assured: false,
        },
      },
      hops: [{ to: { code: one } }, { from: { code: one } }],
    });
    expect(result(terminology, { system: "multilex", code: "02782001", target: "ctv3" })).toEqual([
      "XE0Ub",
      "supplier-table>inverse",
      false,
    ]);
  });

  it("is not tried where a direct map is ambiguous or its publisher says that there is none", async () => {
    const terminology = await terminologyOf([
      official("ctv3rctmap", [
        ["{1}", "_NONE", "", "Y0aaa", "P", "Xaaaa", "", "C", "", 1, 20200401, 1],
        ["{2}", "A1...", "00", "Y0aab", "P", "Xaaab", "", "C", "", 1, 20200401, 1],
        ["{3}", "A2...", "00", "Y0aab", "P", "Xaaab", "", "C", "", 1, 20200401, 1],
      ]),
      official("ctv3sctmap2", [
        ["{4}", "Xaaaa", "Y0aaa", "P", one, "", 1, 20200401, 1],
        ["{5}", "Xaaab", "Y0aab", "P", one, "", 1, 20200401, 1],
      ]),
      official("rcsctmap2", [["{6}", "A1...", "00", one, "", 1, 20200401, 1]]),
    ]);
    const readV2 = (code: string) =>
      result(terminology, { system: "ctv3", code, target: "read-v2" });
    expect(readV2("Xaaaa")).toBe("no-map");
    expect(readV2("Xaaab")).toBe("ambiguous");
  });

  it("is ambiguous where two ways come to different codes", async () => {
    const terminology = await terminologyOf([
      textPart(
        "own.map.tsv",
        [
          "from\tcode\tto\ttarget",
          `emis\tEMISNQ1\tsnomed\t${one}`,
          `emis\tEMISNQ1\treadv2\tG20..00`,
          `emis\tEMISNQ2\tsnomed\t${one}`,
        ].join("\n"),
      ),
      official("ctv3sctmap2", [["{1}", "Xaaaa", "Y0aaa", "P", one, "", 1, 20200401, 1]]),
      readToCtv3,
    ]);
    expect(result(terminology, { system: "emis", code: "EMISNQ1", target: "ctv3" })).toBe(
      "ambiguous",
    );
    expect(result(terminology, { system: "emis", code: "EMISNQ2", target: "ctv3" })).toContain(
      "Xaaaa",
    );
  });
});

describe("history", () => {
  const parts = [
    official("rcsctmap2", [
      ["{1}", "1151.", "00", one, "", 1, 20200401, 1],
      ["{2}", "115..", "00", two, "", 1, 20200401, 1],
      ["{3}", "116..", "00", four, "", 1, 20200401, 1],
    ]),
    official("association", [
      ["u1", 20200101, 1, "m", "900000000000526001", one, two],
      ["u2", 20200101, 1, "m", "900000000000527005", three, two],
      ["u3", 20200101, 1, "m", "900000000000526001", four, one],
      ["u4", 20200101, 1, "m", "900000000000526001", four, two],
      ["u5", 20200101, 1, "m", "900000000000523009", two, three],
    ]),
  ];

  it("adds the one active successor of a retired concept, and keeps the mapped one", async () => {
    const terminology = await terminologyOf(parts);
    const answer = terminology.translateCode({
      system: "read-v2",
      code: "1151.00",
      target: "snomed",
    });
    expect(answer).toMatchObject({
      coding: { code: one },
      also: [{ code: two, map: { method: "history-forward", assured: "unknown" } }],
    });
    for (const code of ["115..00", "116..00"])
      expect(
        terminology.translateCode({ system: "read-v2", code, target: "snomed" }),
      ).toMatchObject({ outcome: "mapped", also: [] });
  });

  it("finds a retired concept that no map knows by its successor", async () => {
    const terminology = await terminologyOf(parts);
    expect(result(terminology, { system: "snomed", code: three, target: "read-v2" })).toEqual([
      "115..00",
      "history-forward>inverse",
      false,
    ]);
  });
});

describe("codes of suppliers that are written like Read codes", () => {
  it("are taken for them where Read v2 has them, which is told", async () => {
    const terminology = await terminologyOf([readToCtv3]);
    expect(result(terminology, { system: "vision", code: "G20..00", target: "read-v2" })).toEqual([
      "G20..00",
      "same-code",
      "unknown",
    ]);
    expect(result(terminology, { system: "microtest-1", code: "G20..00", target: "ctv3" })).toEqual(
      ["XE0Ub", "same-code>term-exact", "unknown"],
    );
    expect(result(terminology, { system: "vision", code: "ZZZ..00", target: "ctv3" })).toBe(
      "no-map",
    );
  });
});

describe("the policy", () => {
  const coded: Coded = { codings: [{ system: "read-v2", code: "G65..00", asserted: "source" }] };
  const answer = (terminology: PackTerminology, kind: DegradeKind) => {
    const { outcome, ...rest } = terminology.translate({ coded, targets: ["ctv3"], kind });
    return outcome === "mapped" ? outcome : "reason" in rest && rest.reason;
  };

  it("demands an assured map for allergies and medication, and takes others elsewhere", async () => {
    const terminology = await terminologyOf([readToCtv3]);
    for (const kind of ["medication", "drug-allergy", "non-drug-allergy"] as const)
      expect(answer(terminology, kind)).toBe("unassured-policy");
    for (const kind of ["record-entry", "referral", "request", "plan"] as const)
      expect(answer(terminology, kind)).toBe("mapped");
  });

  it("is the operator's to change", async () => {
    const policy = parsePolicy("drug-allergy=unassured, record-entry=assured");
    if (!policy) throw new Error("not a policy");
    const terminology = await terminologyOf([readToCtv3], { policy });
    expect(answer(terminology, "drug-allergy")).toBe("mapped");
    expect(answer(terminology, "record-entry")).toBe("unassured-policy");
    expect(answer(terminology, "medication")).toBe("unassured-policy");
    expect(answer(terminology, "plan")).toBe("mapped");
  });
});

describe("a concept", () => {
  const source = (system: string, code: string, display?: string) => ({
    system,
    code,
    ...(display !== undefined && { display }),
    asserted: "source" as const,
  });
  const ask = { kind: "record-entry", targets: ["read-v2", "snomed"] } as const;

  it("is translated by its main code before its translations, native system before others", async () => {
    const terminology = await terminologyOf([ctv3ToRead, readToCtv3, ...ctv3Terms]);
    const codings = [source("ctv3", "Ub1tv", "Spirits intake"), source("snomed", one)];
    expect(terminology.translate({ coded: { codings }, ...ask })).toMatchObject({
      outcome: "mapped",
      from: 0,
      coding: { system: "read-v2", code: "136..00", map: { assured: true } },
    });
  });

  it("whose main code is ambiguous is decided by a translation, among what it could be only", async () => {
    const parts = [
      official("rctctv3map", [
        ["{1}", "G65..", "00", "Y0aaa", "P", "Xaaaa", "", "C", "E", 1, 20200401, 1],
        ["{2}", "G65..", "00", "Y0aab", "P", "Xaaab", "", "C", "E", 1, 20200401, 1],
      ]),
      official("ctv3sctmap2", [
        ["{3}", "Xaaab", "Y0aab", "P", one, "", 1, 20200401, 1],
        ["{4}", "Xaaac", "Y0aac", "P", two, "", 1, 20200401, 1],
      ]),
    ];
    const terminology = await terminologyOf(parts);
    const ctv3 = (snomed: string) =>
      terminology.translate({
        coded: { codings: [source("read-v2", "G65..00"), source("snomed", snomed)] },
        kind: "record-entry",
        targets: ["ctv3"],
      });
    expect(ctv3(one)).toMatchObject({ outcome: "mapped", from: 1, coding: { code: "Xaaab" } });
    expect(ctv3(two)).toEqual({ outcome: "no-map", reason: "ambiguous" });
  });

  it("is never translated from what a map made, nor from a stand-in", async () => {
    const terminology = await terminologyOf([ctv3ToRead, readToCtv3]);
    const mapped = { ...source("ctv3", "XE0Ub"), asserted: "mapped" as const };
    expect(terminology.translate({ coded: { codings: [mapped] }, ...ask })).toMatchObject({
      outcome: "no-map",
    });
    expect(
      terminology.translate({ coded: { codings: [source("ctv3", "XaLGM")] }, ...ask }),
    ).toMatchObject({ outcome: "no-map" });
  });

  it("under another name of the target's own system is given that name", async () => {
    const terminology = await terminologyOf([ctv3ToRead]);
    const codings = [source("urn:oid:2.16.840.1.113883.6.96", one)];
    expect(terminology.translate({ coded: { codings }, ...ask })).toMatchObject({
      outcome: "mapped",
      coding: { system: "snomed", code: one, map: { method: "system-alias" } },
    });
  });

  it("of systems nobody knows, or of none, has no map, with that reason", async () => {
    const terminology = await terminologyOf([ctv3ToRead]);
    const bare = { code: "19019007", display: "Symptom", asserted: "source" as const };
    for (const coding of [bare, source("urn:oid:1.2.3", "x")])
      expect(terminology.translate({ coded: { codings: [coding] }, ...ask })).toEqual({
        outcome: "no-map",
        reason: "unknown-system",
      });
    expect(terminology.translate({ coded: { codings: [] }, ...ask })).toEqual({
      outcome: "no-map",
      reason: "no-map",
    });
  });

  it("gets answers that nobody can change", async () => {
    const terminology = await terminologyOf([ctv3ToRead]);
    const request = { coded: { codings: [source("ctv3", "Ub1tv")] }, ...ask };
    const answer = terminology.translate(request);
    expect(terminology.translate(request)).toBe(answer);
    expect(Object.isFrozen(answer.outcome === "mapped" && answer.coding)).toBe(true);
    expect(terminology.translate({ ...request, hasValue: true })).not.toBe(answer);
  });

  it("is chosen for a target with its provenance, and degrades where there is no map", async () => {
    const terminology = await terminologyOf([ctv3ToRead]);
    const choose = (code: string, kind: DegradeKind) =>
      chooseCoding(
        { codings: [source("ctv3", code)] },
        { targets: ["read-v2"], kind, terminology },
      );
    expect(choose("Ub1tv", "record-entry")).toMatchObject({
      by: "map",
      from: 0,
      coding: { code: "136..00", map: { set: "ctv3rctmap" } },
    });
    expect(choose("Xzzzz", "drug-allergy")).toMatchObject({
      by: "degrade",
      kind: "drug-allergy",
      reason: "no-map",
      coding: { code: "9bJ4.00" },
    });
  });
});
