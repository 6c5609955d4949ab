import { createWriteStream } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { runGp2gp } from "./testing/run-gp2gp.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const assured = "Mapping Tables/Updated/Clinically Assured";
const tables: Readonly<Record<string, string>> = {
  [`${assured}/ctv3rctmap_uk_20200401000002.txt`]: [
    "MAPID\tV2_CONCEPTID\tV2_TERMID\tCTV3_TERMID\tCTV3_TERMTYP\tCTV3_CONCEPTID\tUSE_CTV3_TERMID\tSTAT\tMAPTYP\tMAPSTATUS\tEFFECTIVEDATE\tISASSURED",
    "{1}\t136..\t00\tY36aa\tP\tUb1tv\t\tC\tE\t1\t20100401\t1",
    "{2}\tG20..\t00\tY20aa\tP\tXE0Ub\t\tC\tE\t1\t20160401\t0",
    "{3}\tG20..\t00\tcut short",
    "",
  ].join("\r\n"),
  [`${assured}/rcsctmap2_uk_20200401000001.txt`]: [
    "MapId\tReadCode\tTermCode\tConceptId\tDescriptionId\tIS_ASSURED\tEffectiveDate\tMapStatus",
    "{4}\t2469.\t00\t163030003\t\t1\t20160401\t1",
    "",
  ].join("\r\n"),
  [`${assured}/codesWithValues_AlternateMaps_READ2_20200401000001.txt`]: [
    "ReadCode\tTermCode\tConceptId\tDescriptionId\tUseAlt",
    "2469.\t00\t72313002\t\tY",
    "",
  ].join("\r\n"),
  "Documentation/guide.txt": "About this release",
};

/** A release as it is published: a zip, with folders. */
async function zipped(folder: string): Promise<string> {
  const path = join(folder, "nhs_datamigration_29.0.0_20200401000001.zip");
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(tables)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

const json = (run: { stdout: string }): unknown => JSON.parse(run.stdout);

describe("gp2gp terminology", () => {
  it("builds a pack from the zip of a release, and works with it", async () => {
    const folder = await temporaryFolder();
    const pack = join(folder, "nhs.gpt1");
    const built = await runGp2gp(
      ...["terminology", "build", "--from", await zipped(folder), "--out", pack, "--json"],
    );
    expect(built).toMatchObject({ exitCode: 0, stderr: "" });
    expect(json(built)).toMatchObject({
      pack,
      name: "nhs",
      tables: [
        { layout: "rcsctmap2", release: "20200401", taken: 1, unreadable: 0 },
        {
          name: expect.stringMatching(/^nhs_datamigration.*\.zip\/Mapping Tables\/.*ctv3rctmap/),
          taken: 2,
          unreadable: 1,
          firstFaults: [{ line: 4, fault: "columns" }],
        },
        { layout: "alternate-read2", taken: 1 },
      ],
      ignored: [{ name: expect.stringContaining("guide.txt"), reason: "unknown" }],
    });

    const translate = (...args: string[]) =>
      runGp2gp("terminology", "translate", ...args, "--pack", pack, "--json");
    const example = await translate("Ub1tv", "--from", "ctv3", "--to", "readv2");
    expect(example.exitCode).toBe(0);
    expect(json(example)).toMatchObject({
      outcome: "mapped",
      coding: {
        code: "136..00",
        map: { set: "ctv3rctmap", release: "20200401", mapId: "{1}", assured: true },
      },
    });
    const value = ["2469.00", "--from", "readv2", "--to", "snomed"];
    expect(json(await translate(...value))).toMatchObject({ coding: { code: "163030003" } });
    expect(json(await translate(...value, "--value"))).toMatchObject({
      coding: { code: "72313002", map: { method: "value-alternate" } },
    });
    const allergy = await translate(
      ...["XE0Ub", "--from", "ctv3", "--to", "readv2", "--kind", "drug-allergy"],
    );
    expect(allergy.exitCode).toBe(1);
    expect(json(allergy)).toMatchObject({
      outcome: "no-map",
      reason: "unassured-policy",
      standIn: { code: "9bJ4.00" },
    });

    const checked = await runGp2gp("terminology", "check", "--pack", pack);
    expect(checked).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("is whole") });
    const again = await runGp2gp("terminology", "build", "--from", pack, "--out", pack);
    expect(again).toMatchObject({ exitCode: 1, stdout: "" });
  }, 60_000);

  it("builds from a folder as of a day, and replaces nothing unless told", async () => {
    const folder = await temporaryFolder();
    const [name = "", text = ""] = Object.entries(tables)[0] ?? [];
    await mkdir(join(folder, "release", assured), { recursive: true });
    await writeFile(join(folder, "release", name), text);
    const out = join(folder, "day.gpt1");
    const build = ["terminology", "build", "--from", join(folder, "release"), "--out", out];
    const first = await runGp2gp(...build, "--as-of", "2013-04-01");
    expect(first).toMatchObject({ exitCode: 0, stderr: "" });
    expect(first.stdout).toMatch(/ctv3rctmap\s+20200401\s+3\s+1\s+0\s+1\s+1/);
    expect(first.stdout).toContain("The row has other columns than its table.");
    const second = await runGp2gp(...build);
    expect(second).toMatchObject({ exitCode: 2, stdout: "" });
    const wrong = await runGp2gp(...build, "--as-of", "April");
    expect(wrong).toMatchObject({ exitCode: 2, stdout: "" });
  }, 60_000);

  it("needs no pack: a small one comes with it", async () => {
    const found = await runGp2gp(
      "terminology",
      "translate",
      "XE0oh",
      "--from",
      "ctv3",
      "--to",
      "readv2",
    );
    expect(found).toMatchObject({ exitCode: 0, stderr: "" });
    expect(found.stdout).toContain('Read v2 1371.00 "Never smoked tobacco"');
    const info = await runGp2gp("terminology", "info");
    expect(info.stdout).toContain("Open Government Licence v3.0");
    const looked = await runGp2gp("terminology", "lookup", "h33..", "--system", "readv2");
    expect(looked).toMatchObject({ exitCode: 1, stdout: "" });
    expect(looked.stderr).toContain("It knows H33..");
    expect(
      json(await runGp2gp("terminology", "lookup", "H33..", "--system", "readv2", "--json")),
    ).toMatchObject({
      listings: [{ code: "H33..", terms: [{ text: "Asthma" }] }],
    });
  }, 60_000);

  it("says in one sentence what is wrong", async () => {
    const folder = await temporaryFolder();
    const damaged = join(folder, "damaged.gpt1");
    const small = join(import.meta.dirname, "../../../packages/terminology/packs/small.gpt1");
    const bytes = await readFile(small);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    await writeFile(damaged, bytes);
    const letter = join(folder, "letter.txt");
    await writeFile(letter, "Dear colleague");
    const code = ["--from", "snomed", "--to", "readv2"];
    for (const [args, exitCode, said] of [
      [["check", "--pack", damaged], 1, /damaged\.gpt1: .*damaged or cut short/],
      [["info", "--pack", join(folder, "none")], 1, /none: There is no such file/],
      [["build", "--from", letter, "--out", join(folder, "x")], 1, /holds no map or term table/],
      [["translate", "1000000000000000000", ...code], 1, /SNOMED CT: its length is wrong/],
      [["translate", "195967002", ...code], 1, /SNOMED CT: its check digit is wrong/],
      [["translate", "H33..", "--from", "read5", "--to", "ctv3"], 2, /no code system read5/],
    ] as const) {
      const run = await runGp2gp("terminology", ...args);
      expect(run.stderr, args.join(" ")).toMatch(said);
      expect(run.exitCode, args.join(" ")).toBe(exitCode);
      expect(run.stderr).not.toContain("defect of the program");
    }
  }, 120_000);
});

describe("gp2gp convert", () => {
  const sample = join(
    import.meta.dirname,
    "../../gateway/samples/riverside-emis/thomas-ferndale.xml",
  );

  it("translates by the small pack, or not at all, or by maps that are sure enough", async () => {
    const folder = await temporaryFolder();
    const translated = async (...options: readonly string[]) => {
      const out = join(folder, `record-${options.join("")}.xml`);
      const run = await runGp2gp(
        ...["convert", sample, "--to", "tpp-client-xml", "--out", out, "--json", ...options],
      );
      expect(run).toMatchObject({ exitCode: 0, stderr: "" });
      const report = json(run) as { pack: string | null; counts: { losses: object } };
      const marks = (await readFile(out, "utf8")).match(/\[Code mapped: .*?\]/g) ?? [];
      return { pack: report.pack, losses: report.counts.losses, marks };
    };
    expect(await translated()).toMatchObject({
      pack: "small pack",
      losses: { translated: 1 },
      marks: ["[Code mapped: assurance unknown, by small-read-v2-snomed 1]"],
    });
    const none = { losses: { translated: 0 }, marks: [] };
    expect(await translated("--no-pack")).toMatchObject({ pack: null, ...none });
    expect(await translated("--assurance", "assured")).toMatchObject(none);
    expect(
      await translated("--assurance", "assured", "--assurance", "record-entry=unknown"),
    ).toMatchObject({ losses: { translated: 1 } });
  }, 120_000);

  it("says in one sentence what is wrong with its maps, before it writes anything", async () => {
    const folder = await temporaryFolder();
    const out = join(folder, "record.xml");
    const convert = ["convert", sample, "--to", "tpp-client-xml", "--out", out];
    for (const [options, exitCode, said] of [
      [["--pack", sample], 1, /thomas-ferndale\.xml: The file is no terminology pack/],
      [["--pack", join(folder, "none")], 1, /none: There is no such file/],
      [["--assurance", "sure"], 2, /--assurance takes ASSURANCE .*drug-allergy/],
    ] as const) {
      const run = await runGp2gp(...convert, ...options);
      expect(run).toMatchObject({ exitCode, stdout: "", stderr: expect.stringMatching(said) });
      await expect(readFile(out)).rejects.toThrow("ENOENT");
    }
  }, 60_000);
});
