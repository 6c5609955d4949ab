import typescript from "typescript";
import { describe, expect, it } from "vitest";

import { isPure } from "./import-rules.ts";
import { readRepositoryFile } from "./repository.ts";
import { sourceFilesOf } from "./source-files.ts";
import { workspacePackages } from "./workspace-package.ts";

/** Methods whose answer depends on the machine's locale or time zone. */
const ambient =
  /^(toLocale\w*|localeCompare|getTimezoneOffset|get(FullYear|Month|Date|Day|Hours|Minutes|Seconds))$/;

/** Verbs that say nothing. */
const vagueVerb = /^(convert|process|handle|transform)([A-Z]|$)/;

const libraries = workspacePackages().filter(({ group }) => group === "packages");

describe.each(libraries.filter(({ shortName }) => isPure(shortName)))("$folder", ({ folder }) => {
  it("reads no clock, locale or time zone of the machine", () => {
    expect(sourceFilesOf(folder).flatMap((file) => findNodes(file, ambientReading))).toEqual([]);
  });
});

describe.each(libraries)("$folder", ({ folder }) => {
  it("names no function convert, process, handle or transform", () => {
    expect(sourceFilesOf(folder).flatMap((file) => findNodes(file, vagueName))).toEqual([]);
  });
});

function ambientReading(node: typescript.Node): boolean {
  if (typescript.isNewExpression(node)) {
    return node.expression.getText() === "Date" && (node.arguments ?? []).length === 0;
  }
  if (!typescript.isCallExpression(node)) return false;
  const called = node.expression;
  return typescript.isPropertyAccessExpression(called)
    ? ambient.test(called.name.text)
    : called.getText() === "Date";
}

function vagueName(node: typescript.Node): boolean {
  return typescript.isFunctionDeclaration(node) && vagueVerb.test(node.name?.text ?? "");
}

function findNodes(file: string, wanted: (node: typescript.Node) => boolean): readonly string[] {
  const source = typescript.createSourceFile(
    file,
    readRepositoryFile(file),
    typescript.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const visit = (node: typescript.Node): void => {
    if (wanted(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1} ${node.getText().split("\n")[0] ?? ""}`);
    }
    typescript.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
