import { repositoryFiles } from "./repository.ts";

const files = repositoryFiles();

/** TypeScript sources of a package without its tests. */
export function sourceFilesOf(folder: string): readonly string[] {
  return files.filter(
    (file) => file.startsWith(`${folder}/src/`) && file.endsWith(".ts") && !isTest(file),
  );
}

/** Tests of a package and what only they use. */
export function testFilesOf(folder: string): readonly string[] {
  return files.filter(
    (file) => file.startsWith(`${folder}/src/`) && file.endsWith(".ts") && isTest(file),
  );
}

function isTest(file: string): boolean {
  return /\.test\.ts$|\/src\/testing\/|\/__fixtures__\//.test(file);
}
