import { isBuiltin } from "node:module";

import typescript from "typescript";
import { describe, expect, it } from "vitest";

import type { ImportRule } from "./import-rules.ts";
import { appRule, importRuleOf } from "./import-rules.ts";
import { readRepositoryFile } from "./repository.ts";
import { sourceFilesOf, testFilesOf } from "./source-files.ts";
import type { WorkspacePackage } from "./workspace-package.ts";
import { workspacePackages } from "./workspace-package.ts";

const packages = workspacePackages();
const exported = new Set(
  packages.flatMap(({ manifest }) =>
    Object.keys(manifest.exports ?? {}).map((path) => manifest.name + path.slice(1)),
  ),
);

describe.each(packages.filter(({ group }) => group !== "tooling"))("$folder", (one) => {
  const rule = one.group === "apps" ? appRule : importRuleOf(one.shortName);

  it("stands in the table of who may import whom", () => {
    expect(rule).toBeDefined();
  });

  it("imports only what the table allows", () => {
    expect(
      sourceFilesOf(one.folder).flatMap((file) =>
        importsOf(file)
          .flatMap((name) => fault(one, rule, name) ?? [])
          .map((text) => `${file}: ${text}`),
      ),
    ).toEqual([]);
  });

  it("reaches in its tests for no package that its sources may not import", () => {
    const testRule: ImportRule | undefined =
      rule === undefined || rule.own === "any package"
        ? rule
        : {
            own: [...rule.own, "adapter-testkit", "xsd", one.shortName],
            registry: "any",
            node: "any",
          };
    expect(
      testFilesOf(one.folder).flatMap((file) =>
        importsOf(file)
          .flatMap((name) => fault(one, testRule, name) ?? [])
          .map((text) => `${file}: ${text}`),
      ),
    ).toEqual([]);
  });
});

function importsOf(file: string): readonly string[] {
  return typescript
    .preProcessFile(readRepositoryFile(file), true, true)
    .importedFiles.map(({ fileName }) => fileName);
}

/** What is wrong with one import, or nothing. */
function fault(
  importer: WorkspacePackage,
  rule: ImportRule | undefined,
  name: string,
): string | undefined {
  if (rule === undefined || name.startsWith("./") || name.startsWith("../")) return undefined;
  if (isBuiltin(name)) {
    if (!name.startsWith("node:")) return `${name} lacks its node: prefix`;
    return rule.node === "any" || rule.node.includes(name)
      ? undefined
      : `${importer.shortName} may not import ${name}`;
  }
  if (name.startsWith("@gp2gp/")) {
    if (!exported.has(name)) return `${name} is no export of its package`;
    const imported = packages.find(
      ({ manifest }) => name === manifest.name || name.startsWith(`${manifest.name}/`),
    );
    if (imported === undefined || imported.group === "apps") return `${name} is no library`;
    return rule.own === "any package" || rule.own.includes(imported.shortName)
      ? undefined
      : `${importer.shortName} may not import ${name}`;
  }
  const registryName = name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
  return rule.registry === "any" || rule.registry.includes(registryName)
    ? undefined
    : `${importer.shortName} may not import ${registryName}`;
}
