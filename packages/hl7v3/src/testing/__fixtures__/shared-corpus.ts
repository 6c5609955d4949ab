import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = join(dirname(fileURLToPath(import.meta.url)), "../../../../..");

/** Where the shared messages and schemas are: beside the repository, or where `GP2GP_SHARED` says. */
export const shared = process.env["GP2GP_SHARED"] ?? join(repository, "../shared");

/** Tests that need the shared files are skipped where they are not there. */
export const isSharedAbsent = !existsSync(join(shared, "corpus/ehr-extracts"));

/** A file of the shared corpus. */
export interface CorpusFile {
  readonly name: string;
  read(): Uint8Array;
}

/** The extracts of the shared corpus, by supplier and file. */
export function corpusExtracts(): readonly CorpusFile[] {
  const folder = join(shared, "corpus/ehr-extracts");
  return globSync("*/*.xml", { cwd: folder })
    .toSorted()
    .map((name) => ({ name, read: () => readFileSync(join(folder, name)) }));
}

/** A schema of the shared files. */
export function schemaPath(name: string): string {
  return join(shared, "schemas/mim/schema", name);
}

