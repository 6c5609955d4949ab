import { describe, expect, it, vi } from "vitest";
import { runGp2gp } from "./testing/run-gp2gp.ts";

vi.setConfig({ testTimeout: 120_000 });

describe("gp2gp, called wrongly", () => {
  it.each([
    [[], /Usage: gp2gp/],
    [["detct", "x.xml"], /unknown command 'detct'\n\(Did you mean detect\?\)/],
    [["detect"], /missing required argument 'input'/],
    [["detect", "--jsn", "x.xml"], /unknown option '--jsn'\n\(Did you mean --json\?\)/],
    [["detect", "x.xml", "y.xml"], /too many arguments/],
    [["convert", "x.xml", "--out", "y"], /required option '--to <format>' not specified/],
    [["convert", "x.xml", "--to"], /argument missing/],
    [
      ["convert", "x.xml", "--to", "emis-opne", "--out", "y"],
      /no format emis-opne\. Did you mean emis-open\?/,
    ],
    [
      ["convert", "x.xml", "--to", "emis-open", "--out", "y", "--confidential", "x"],
      /Allowed choices are withhold, carry/,
    ],
    [
      ["convert", "x.xml", "--to", "emis-open", "--out", "y", "--receiver", "tp"],
      /no receiver tp\. Did you mean tpp\?/,
    ],
    [
      ["convert", "x.xml", "--to", "emis-open", "--out", "y", "--format-version", "9"],
      /has no version 9/,
    ],
    [["inspect", "x.xml", "--from", "hl7"], /no format hl7\. There are: /],
    [["inspect", "x.xml", "--patient", "12345"], /--patient takes an NHS/],
  ] as const)("%j exits with 2 and says what to do", async (args, said) => {
    const run = await runGp2gp(...args);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(said);
    expect(run.stdout).toBe("");
  });
});

it("helps, and tells its version, on standard output", async () => {
  const help = await runGp2gp("--help");
  expect(help).toMatchObject({ exitCode: 0, stderr: "" });
  for (const command of ["detect", "inspect", "validate", "convert", "diff", "formats"])
    expect(help.stdout).toContain(`  ${command} `);
  expect((await runGp2gp("convert", "--help")).stdout).toContain("--demographics");
  expect((await runGp2gp("--version")).stdout).toMatch(/^\d+\.\d+\.\d+/);
});

it("lists the formats for people and for machines", async () => {
  const { stdout, exitCode } = await runGp2gp("formats", "--json");
  expect(exitCode).toBe(0);
  const { formats } = JSON.parse(stdout) as { formats: { id: string; coverage: object }[] };
  const people = await runGp2gp("formats");
  for (const { id, coverage } of formats) {
    expect(people.stdout).toContain(id);
    expect(Object.keys(coverage)).toHaveLength(27);
  }
});
