import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Goldens, goldenJson } from "./goldens.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldens-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const compare = (updating: boolean, files: Readonly<Record<string, unknown>>) =>
  new Goldens(() => updating).compare(
    pathToFileURL(`${folder}/`),
    new Map(Object.entries(files).map(([name, value]) => [name, goldenJson(value)])),
    (name) => name.endsWith(".json"),
  );

describe("goldens", () => {
  it("are not written by a test that was not told to", () => {
    const findings = compare(false, { "record.json": { a: 1 } });
    expect(findings.map(({ broken }) => broken)).toEqual([
      expect.stringMatching(/no golden record\.json/),
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("are written when updating, in folders of folders too, and agree from then on", () => {
    expect(compare(true, { "a/record.json": [1], "b.json": 2 })).toEqual([]);
    expect(compare(false, { "a/record.json": [1], "b.json": 2 })).toEqual([]);
  });

  it("show the first line that differs", () => {
    compare(true, { "record.json": { a: 1, b: 2 } });
    const [finding] = compare(false, { "record.json": { a: 1, b: 3 } });
    expect(finding?.found).toEqual(['line 3 was:   "b": 2', 'line 3 is:    "b": 3']);
    expect(readFileSync(join(folder, "record.json"), "utf8")).toContain('"b": 2');
  });

  it("that no longer come out are named, and removed when updating; other files are left alone", () => {
    writeFileSync(join(folder, "case.md"), "kept");
    compare(true, { "record.json": 1, "losses.json": 2 });
    expect(compare(false, { "record.json": 1 })[0]?.found).toEqual(["losses.json"]);
    compare(true, { "record.json": 1 });
    expect(readdirSync(folder).toSorted()).toEqual(["case.md", "record.json"]);
  });
});
