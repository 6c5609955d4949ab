import { existsSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { readRepositoryFile, repository } from "./repository.ts";
import { workspacePackages } from "./workspace-package.ts";

const packages = workspacePackages();
const libraries = packages.filter(({ group }) => group === "packages");
const published = packages.filter(({ manifest }) => manifest.private !== true);

describe.each(packages)("$folder", ({ folder, group, shortName, manifest }) => {
  it("is named for its folder, says what it is and under which licence", () => {
    expect(manifest.name).toBe(`@gp2gp/${shortName}`);
    expect(manifest.description).toMatch(/^[A-Z].{15,}[^.]$/);
    expect(manifest.license).toBe("Apache-2.0");
  });

  it("takes every version from the catalog and its own kind from the workspace", () => {
    for (const dependencies of [
      manifest.dependencies,
      manifest.devDependencies,
      manifest.optionalDependencies,
    ]) {
      for (const [name, range] of Object.entries(dependencies ?? {})) {
        expect([name, range]).toEqual([
          name,
          name.startsWith("@gp2gp/") ? "workspace:^" : "catalog:",
        ]);
      }
    }
  });

  it("has a boundary tag that turbo.json rules over", () => {
    const { tags } = JSON.parse(readRepositoryFile(`${folder}/turbo.json`)) as { tags: string[] };
    const ruled = Object.keys(
      (JSON.parse(readRepositoryFile("turbo.json")) as { boundaries: { tags: object } }).boundaries
        .tags,
    );
    expect(tags).toHaveLength(1);
    expect(group === "tooling" ? ["tooling"] : ruled).toContain(tags[0]);
  });
});

describe.each(libraries)("$folder", ({ folder, manifest }) => {
  it("exports its sources under the source condition and its build otherwise", () => {
    expect(Object.keys(manifest.exports ?? {})).toContain(".");
    for (const [path, target] of Object.entries(manifest.exports ?? {})) {
      if (path === "./package.json" || path.endsWith(".json")) continue;
      expect(target).toEqual({
        "@gp2gp/source": expect.stringMatching(/^\.\/src\/.+\.ts$/),
        types: expect.stringMatching(/^\.\/dist\/.+\.d\.ts$/),
        default: expect.stringMatching(/^\.\/dist\/.+\.js$/),
      });
      const paths = target as { "@gp2gp/source": string; types: string; default: string };
      const stem = paths["@gp2gp/source"].replace("./src/", "").replace(/\.ts$/, "");
      expect(paths.types).toBe(`./dist/${stem}.d.ts`);
      expect(paths.default).toBe(`./dist/${stem}.js`);
      expect(existsSync(join(repository, folder, paths["@gp2gp/source"]))).toBe(true);
    }
  });

  it("is an ES module without side effects", () => {
    expect(manifest.type).toBe("module");
    expect(manifest.sideEffects).toBe(false);
  });
});

describe.each(published)("$folder", ({ manifest }) => {
  it("ships its build and sources without tests", () => {
    expect(manifest.files).toEqual(
      expect.arrayContaining([
        "dist",
        "src",
        "!src/**/*.test.ts",
        "!src/**/__fixtures__",
        "!src/testing",
      ]),
    );
  });

  it("runs on every Node that strips types", () => {
    expect(manifest.engines).toEqual({ node: ">=22.18" });
  });

  it("needs only published packages", () => {
    const names = new Set(published.map((one) => one.manifest.name));
    const own = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).filter(
      (name) => name.startsWith("@gp2gp/"),
    );
    expect(own.filter((name) => !names.has(name))).toEqual([]);
  });
});
