import { describe, expect, it } from "vitest";

import { readRepositoryFile, repositoryFiles } from "./repository.ts";

const files = repositoryFiles();
const written = files.filter(
  (file) => !/(^|\/)(__fixtures__|samples|generated)\/|^pnpm-lock\.yaml$|^LICENSE$/.test(file),
);
const code = written.filter((file) => /\.(ts|mjs)$/.test(file));

describe("the repository", () => {
  it("has nothing at its top but the three groups of packages and the usual small files", () => {
    const top = new Set(files.map((file) => file.split("/")[0] ?? ""));
    const usual =
      /^(packages|apps|tooling|\.ci|\.changeset|LICENSE|NOTICE|[A-Z]+\.md|[a-z-]+\.(json|yaml)|vitest\.config\.ts|\.[a-z-]+(\.json)?)$/;
    expect([...top].filter((name) => !usual.test(name))).toEqual([]);
  });

  it("has no file of more than 500 lines", () => {
    const lines = (file: string) => readRepositoryFile(file).split("\n").length - 1;
    expect(
      code.filter((file) => lines(file) > 500).map((file) => `${file}: ${lines(file)}`),
    ).toEqual([]);
  });

  it("names its files in kebab-case, none for being useful, helpful or common", () => {
    const kebab = /^([a-z0-9]+(-[a-z0-9]+)*)(\.(config|slow|property|test|bench))*\.(ts|mjs)$/;
    const names = code.map((file) => ({ file, name: file.split("/").at(-1) ?? "" }));
    expect(names.filter(({ name }) => !kebab.test(name)).map(({ file }) => file)).toEqual([]);
    expect(
      written.filter((file) => /(^|[/-])(utils?|helpers?|common|misc)(\.|-|\/|$)/.test(file)),
    ).toEqual([]);
  });

  it("names no folder of anyone's machine", () => {
    const machinePath = /(?<![\w.$}/:*-])(\/(work|home|Users)\/[\w.-]+|[A-Z]:\\Users\\)/;
    const text = written.filter((file) => !/\.(png|zip|gif|jpg|ico)$/.test(file));
    expect(
      text.filter(
        (file) =>
          !file.endsWith("tracked-files.test.ts") && machinePath.test(readRepositoryFile(file)),
      ),
    ).toEqual([]);
  });

  it("leaves nothing to be done later in its code", () => {
    expect(
      code.filter(
        (file) =>
          !file.endsWith("tracked-files.test.ts") &&
          /\b(TODO|FIXME|XXX|HACK)\b/.test(readRepositoryFile(file)),
      ),
    ).toEqual([]);
  });
});
