import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { patientRecordSchema } from "@gp2gp/core";
import type { Loss } from "@gp2gp/core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { repository } from "./repository.ts";
import { gp2gp } from "./testing/gp2gp.ts";
import { unreportedLosses } from "./testing/unreported-losses.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const samples = join(repository, "apps", "gateway", "samples", "riverside-emis");
const margaret = join(samples, "margaret-oakfield.xml");
const thomas = join(samples, "thomas-ferndale.xml");
const work = mkdtempSync(join(tmpdir(), "gp2gp-command-line-"));
const at = (...names: readonly string[]): string => join(work, ...names);

afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Report {
  readonly from: string;
  readonly to: string;
  readonly counts: {
    readonly patients: object;
    readonly entries: Readonly<Record<string, number>>;
  };
  readonly patients: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly reason?: string;
  }[];
  readonly losses: readonly Loss[];
}
const reportAt = (path: string): Report => JSON.parse(readFileSync(path, "utf8")) as Report;

const recordOf = (path: string) => {
  const { stdout } = gp2gp("inspect", path, "--json");
  return patientRecordSchema.parse(JSON.parse(stdout));
};

describe("a record, looked at", () => {
  it("is told by its content", () => {
    const { exitCode, stdout } = gp2gp("detect", margaret);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/margaret-oakfield\.xml +emis-open .*XML, root element MedicalRecord/);
    const json = JSON.parse(gp2gp("detect", samples, "--json").stdout) as {
      sources: readonly { readonly name: string; readonly format: string }[];
    };
    expect(json.sources.map(({ name, format }) => `${name} ${format}`)).toEqual([
      "margaret-oakfield.xml emis-open",
      "thomas-ferndale.xml emis-open",
    ]);
  });

  it("is shown: who, how much of what, a timeline", () => {
    const { exitCode, stdout, failures } = gp2gp("inspect", margaret);
    expect({ exitCode, failures }).toEqual({ exitCode: 0, failures: [] });
    const record = recordOf(margaret);
    expect(stdout).toContain("999 000 1014");
    expect(stdout).toMatch(/Patient .*Oakfield/);
    expect(stdout).toMatch(new RegExp(`^ +${record.observations.length}  observations$`, "m"));
    expect(stdout).toMatch(/^\d{4} {2}\d+ entr(y|ies)$/m);
    expect(stdout).toMatch(/^ {4}prescription /m);
  });

  it("is JSON Lines where there are many, one where one is chosen", () => {
    const { stdout } = gp2gp("inspect", samples, "--json");
    expect(stdout.trimEnd().split("\n")).toHaveLength(2);
    const chosen = gp2gp("inspect", samples, "--json", "--patient", "999 000 2029");
    expect(chosen.stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(chosen.stdout).toContain('"9990002029"');
    const nobody = gp2gp("inspect", samples, "--patient", "9990000018");
    expect(nobody).toMatchObject({ exitCode: 1, stdout: "" });
    expect(nobody.failures).toEqual(["gp2gp: The input holds no such patient."]);
  });

  it("is valid", () => {
    expect(gp2gp("validate", margaret)).toMatchObject({ exitCode: 0, failures: [] });
  });
});

describe.each(["tpp-client-xml", "gp2gp-ehr-extract", "emis-open"])(
  "a record, converted to %s",
  (target) => {
    // Documents may be written beside the record: it is read back by its folder.
    const folder = at(target);
    const [out, report] = [join(folder, "record.xml"), at(`${target}.json`)];

    beforeAll(() => {
      const run = gp2gp("convert", margaret, "--to", target, "--out", out, "--report", report);
      expect(run).toMatchObject({ exitCode: 0, failures: [] });
    });

    it("comes with a report of what was read and what the format cannot hold", () => {
      const said = reportAt(report);
      expect(said).toMatchObject({
        from: "emis-open",
        to: target,
        counts: { patients: { read: 1, failed: 0 } },
        patients: [{ name: "margaret-oakfield.xml", ok: true, out }],
      });
      const record = recordOf(margaret);
      expect(said.counts.entries["observations"]).toBe(record.observations.length);
      for (const loss of said.losses) expect(loss.record).toMatch(/^\//);
    });

    it("is read back with nothing lost in silence", () => {
      expect(gp2gp("detect", out).stdout).toContain(target);
      const losses = unreportedLosses(
        recordOf(margaret),
        recordOf(folder),
        reportAt(report).losses,
      );
      expect(losses.slice(0, 10)).toEqual([]);
    });

    it("is compared with what it came from", () => {
      const { exitCode, stdout } = gp2gp("diff", margaret, folder, "--json");
      expect(exitCode).toBe(0);
      const { same, differences } = JSON.parse(stdout) as { same: boolean; differences: unknown[] };
      expect(same).toBe(differences.length === 0);
    });

    it("does not replace what is there unless told", () => {
      const before = readFileSync(out);
      const refused = gp2gp("convert", thomas, "--to", target, "--out", out);
      expect(refused.exitCode).toBe(2);
      expect(refused.failures[0]).toMatch(/already something at --out.*--overwrite/);
      expect(readFileSync(out).equals(before)).toBe(true);
      const again = gp2gp("convert", margaret, "--to", target, "--out", out, "--overwrite");
      expect(again).toMatchObject({ exitCode: 0, failures: [] });
    });
  },
);

describe("records, compared", () => {
  it("are the same, or not, and the exit code says so where asked", () => {
    const same = gp2gp("diff", margaret, margaret, "--exit-code");
    expect(same).toMatchObject({ exitCode: 0, stdout: "The records say the same.\n" });
    const other = gp2gp("diff", margaret, thomas);
    expect(other.exitCode).toBe(0);
    expect(other.stdout).toMatch(/^[-+~>] \//m);
    expect(gp2gp("diff", margaret, thomas, "--exit-code").exitCode).toBe(1);
    const many = gp2gp("diff", samples, margaret);
    expect(many.exitCode).toBe(1);
    expect(many.failures[0]).toMatch(/more than one patient.*--patient/);
  });
});

describe("a folder of records", () => {
  it("is converted into a folder each; what fails is named, the others go on", () => {
    const folder = at("practice");
    mkdirSync(folder);
    for (const path of [margaret, thomas]) copyFileSync(path, join(folder, basename(path)));
    writeFileSync(join(folder, "cut-short.xml"), readFileSync(margaret).subarray(0, 20_000));
    writeFileSync(join(folder, "empty.xml"), "");
    writeFileSync(join(folder, "notes.txt"), "about this folder");
    const [out, report] = [at("converted"), at("converted.json")];
    const run = gp2gp(
      "convert",
      folder,
      "--to",
      "tpp-client-xml",
      "--out",
      out,
      "--report",
      report,
    );
    expect(run.exitCode).toBe(1);
    expect(run.failures).toHaveLength(2);
    expect(run.failures[0]).toMatch(/^gp2gp: cut-short\.xml: /);
    expect(run.failures[1]).toMatch(/^gp2gp: empty\.xml: /);
    expect(run.failures.join()).not.toMatch(/Oakfield|Margaret|9990001014/);
    expect(readdirSync(out).toSorted()).toEqual(["margaret-oakfield", "thomas-ferndale"]);
    const said = reportAt(report);
    expect(said).toMatchObject({
      counts: { patients: { read: 2, failed: 2 } },
      others: ["notes.txt"],
    });
    expect(said.patients.map(({ name, ok }) => `${name} ${ok}`)).toEqual([
      "cut-short.xml false",
      "margaret-oakfield.xml true",
      "thomas-ferndale.xml true",
      "empty.xml false",
    ]);
    const again = gp2gp("inspect", out, "--json");
    expect(again.stdout.trimEnd().split("\n")).toHaveLength(2);
  });
});

describe("demographics", () => {
  it("of another person are refused, and nothing is written", () => {
    const [demographics, out] = [at("demographics.json"), at("mismatch.xml")];
    writeFileSync(
      demographics,
      JSON.stringify({ identifiers: [{ system: "nhs-number", value: "9990002029" }] }),
    );
    const run = gp2gp(
      "convert",
      margaret,
      "--to",
      "tpp-client-xml",
      "--out",
      out,
      "--demographics",
      demographics,
    );
    expect(run.exitCode).toBe(1);
    expect(run.failures).toEqual([
      "gp2gp: margaret-oakfield.xml: The demographics supplied are of another person than the record. Nothing was written.",
    ]);
    expect(readdirSync(work)).not.toContain("mismatch.xml");
  });
});
