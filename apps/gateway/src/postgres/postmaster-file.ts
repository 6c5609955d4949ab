import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";

/** What a running server says of itself in `postmaster.pid`. */
export interface PostmasterFile {
  readonly path: string;
  readonly pid: number;
  readonly port: number | undefined;
}

/** Reads a data folder's `postmaster.pid`; undefined where there is none, or nothing in it yet. */
export async function readPostmasterFile(data: string): Promise<PostmasterFile | undefined> {
  const path = join(data, "postmaster.pid");
  const text = await readFile(path, "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { path, pid, port: Number.isSafeInteger(port) && port > 0 ? port : undefined };
}

/**
 * Whether a process is there and is PostgreSQL. After a crash or in a restarted container the number in
 * the file may belong to something else, which PostgreSQL itself takes for its own server.
 */
export async function isPostgresProcess(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const name = await commandName(pid);
  return name === undefined || name.includes("postgres");
}

async function commandName(pid: number): Promise<string | undefined> {
  if (process.platform === "linux") {
    const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => undefined);
    return name?.trim();
  }
  if (process.platform === "win32") return undefined;
  const listed = await promisify(execFile)("ps", ["-p", String(pid), "-o", "comm="]).catch(
    () => undefined,
  );
  return listed && basename(listed.stdout.trim());
}
