import { randomUUID } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/** This run of this process: a later process may get the same number, never the same run. */
const run = randomUUID().slice(0, 8);
const DAY = 24 * 60 * 60 * 1000;

/** A name for content that is being stored, telling which process of which machine stores it. */
export function incomingName(): string {
  return [encodeURIComponent(hostname()), process.pid, run, randomUUID()].join("~");
}

/**
 * Removes what crashed processes left behind: files of processes of this machine that are no more, and
 * files of other machines that are a day old. Files of living processes stay.
 */
export async function removeLeftovers(folder: string, now = Date.now()): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const stats = await stat(path).catch(() => undefined);
    if (!stats || (isWanted(name) && now - stats.mtimeMs < DAY)) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

function isWanted(name: string): boolean {
  const [host = "", pid = "", itsRun = ""] = name.split("~");
  if (host !== encodeURIComponent(hostname())) return true;
  if (Number(pid) === process.pid) return itsRun === run;
  return isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
