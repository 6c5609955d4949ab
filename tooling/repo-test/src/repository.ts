import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The root of the repository under test. */
export const repository = join(import.meta.dirname, "..", "..", "..");

/** Every file that git tracks or would track, with `/` between folders. */
export function repositoryFiles(): readonly string[] {
  const list = execFileSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    {
      cwd: repository,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return list.split("\0").filter((file) => file !== "" && existsSync(join(repository, file)));
}

export function readRepositoryFile(file: string): string {
  return readFileSync(join(repository, file), "utf8");
}
