import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { repository } from "./repository.ts";
import { workspacePackages } from "./workspace-package.ts";

const published = workspacePackages().filter(({ manifest }) => manifest.private !== true);
const folder = mkdtempSync(join(tmpdir(), "gp2gp-published-"));
const tarballs = join(folder, "tarballs");
const project = join(folder, "project");

/** Packs what would be published, and installs it where nothing else of this repository is. */
beforeAll(() => {
  mkdirSync(tarballs);
  mkdirSync(project);
  execFileSync("npm", ["run", "--silent", "build"], { cwd: repository, stdio: "pipe" });
  for (const one of published) {
    execFileSync("pnpm", ["pack", "--pack-destination", tarballs], {
      cwd: join(repository, one.folder),
      stdio: "pipe",
    });
  }
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  const files = readdirSync(tarballs).map((name) => join(tarballs, name));
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...files], {
    cwd: project,
    stdio: "pipe",
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(published)("$manifest.name as published", ({ manifest }) => {
  const installed = join(project, "node_modules", manifest.name);

  it("ships no test and nothing that only tests use", () => {
    const shipped = readdirSync(installed, { recursive: true, encoding: "utf8" });
    expect(shipped).toContain("dist");
    expect(
      shipped.filter(
        (file) =>
          /\.test\.|__fixtures__|(^|\/)testing(\/|$)|\.turbo/.test(file) &&
          !file.includes("node_modules"),
      ),
    ).toEqual([]);
  });

  it("can be imported by Node, every entry of it", () => {
    const entries = Object.keys(manifest.exports ?? {}).filter(
      (path) => path === "." || (!path.endsWith(".json") && !path.includes("*")),
    );
    for (const entry of entries) {
      const { status, stderr } = spawnSync(
        process.execPath,
        ["--input-type=module", "--eval", `await import("${manifest.name}${entry.slice(1)}")`],
        {
          cwd: project,
          encoding: "utf8",
        },
      );
      expect({ entry, status, stderr }).toEqual({ entry, status: 0, stderr: "" });
    }
  });
});

describe.each(published.filter(({ manifest }) => manifest.bin !== undefined))(
  "$manifest.name as published",
  ({ manifest }) => {
    it("runs by its name", () => {
      for (const name of Object.keys(manifest.bin ?? {})) {
        const { status, stdout } = spawnSync("npx", ["--no", name, "--", "--help"], {
          cwd: project,
          encoding: "utf8",
        });
        expect(status).toBe(0);
        expect(stdout).toMatch(new RegExp(`^Usage: ${name} `));
      }
    });
  },
);

describe("an adapter outside this repository", () => {
  const outside = join(folder, "outside");
  const sample = join(repository, "packages/adapter-testkit/src/testing");

  /** The smallest honest adapter in a project of its own, with nothing but what is published. */
  beforeAll(() => {
    mkdirSync(join(outside, "src"), { recursive: true });
    const { version } = JSON.parse(
      readFileSync(join(repository, "node_modules/vitest/package.json"), "utf8"),
    ) as { readonly version: string };
    writeFileSync(
      join(outside, "package.json"),
      JSON.stringify({ name: "adapter-testkit", private: true, type: "module" }),
    );
    cpSync(join(sample, "__fixtures__"), join(outside, "src/__fixtures__"), { recursive: true });
    for (const name of ["testkit-json-adapter.ts", "testkit-json-adapter.test.ts"]) {
      const text = readFileSync(join(sample, name), "utf8");
      const imports = text.replaceAll(/"\.\.\/[^"]+"/g, '"@gp2gp/adapter-testkit"');
      writeFileSync(join(outside, "src", name), imports);
    }
    const tarball = (name: string) =>
      readdirSync(tarballs)
        .filter((file) => file.startsWith(`gp2gp-${name}-`))
        .map((file) => join(tarballs, file));
    execFileSync(
      "npm",
      [
        ...["install", "--no-audit", "--no-fund", "--ignore-scripts", `vitest@${version}`],
        ...[...tarball("core"), ...tarball("adapter-testkit")],
      ],
      { cwd: outside, stdio: "pipe" },
    );
  });

  it("runs the kit, and passes it", () => {
    const { status, stdout, stderr } = spawnSync("npx", ["--no", "vitest", "--", "run"], {
      cwd: outside,
      encoding: "utf8",
    });
    expect({ status, output: status === 0 ? "" : stdout + stderr }).toEqual({
      status: 0,
      output: "",
    });
    expect(stdout).toContain("testkit-json obeys the law");
  });
});
