import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { checkSupplierAdapter, loadCases } from "@gp2gp/adapter-testkit";
import type { SupplierAdapterV1 } from "@gp2gp/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createAdapter } from "./create-adapter.ts";

// Within this package, so that the new one finds the packages it builds on.
const packages = mkdtempSync(join(import.meta.dirname, "..", ".new-"));
const folder = join(packages, "adapter-example");
afterAll(() => rmSync(packages, { recursive: true }));

describe("a new adapter", () => {
  beforeAll(() => {
    createAdapter({ supplier: "example", format: "example-care-notes", packages });
  });

  it("is named for its supplier and format, in every file", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(files).toContain(join("src", "care-notes", "example-care-notes-adapter.ts"));
    const texts = files
      .map((file) => join(folder, file))
      .filter((file) => existsSync(file) && /\.[a-z]+$/.test(file))
      .map((file) => readFileSync(file, "utf8"));
    expect([...files, ...texts].filter((text) => /acme/i.test(text))).toEqual([]);
  });

  it("compiles", { timeout: 60_000 }, () => {
    const compiler = join(import.meta.dirname, "../../../node_modules/typescript7/bin/tsc");
    const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", folder], {
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  it(
    "is asked by the laws for what is not done, and for nothing else",
    { timeout: 120_000 },
    async () => {
      const place = pathToFileURL(join(folder, "src/care-notes/"));
      const { exampleCareNotesAdapter } = (await import(
        pathToFileURL(join(folder, "src/index.ts")).href
      )) as { readonly exampleCareNotesAdapter: SupplierAdapterV1 };
      const suite = {
        adapter: exampleCareNotesAdapter,
        cases: loadCases(new URL("__fixtures__/", place)),
        arbitraryRecords: 2,
        generatedSeeds: [1],
      };
      const broken = await checkSupplierAdapter(suite, place);
      expect([...new Set(broken.map(({ law }) => law))]).toEqual([
        "golden",
        "nothing-vanishes",
        "canonical",
        "round-trip",
      ]);
    },
  );

  it("takes no other's place and no name that is none", () => {
    expect(() => createAdapter({ supplier: "example", format: "example-x", packages })).toThrow(
      "is there already",
    );
    expect(() => createAdapter({ supplier: "Acme Ltd", format: "acme-x", packages })).toThrow(
      "is no name of a supplier",
    );
    expect(() => createAdapter({ supplier: "acme", format: "other-x", packages })).toThrow(
      "is no format of acme",
    );
  });
});
