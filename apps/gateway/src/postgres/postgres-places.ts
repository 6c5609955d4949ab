import { createHash, randomUUID } from "node:crypto";
import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
} from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { AdvisedError } from "../advised-error.ts";
import type { PostgresBinaries } from "./postgres-binaries.ts";
import type { Account } from "./run-program.ts";

/** Where root keeps what the database's account cannot reach elsewhere. */
const rootsPlace = "/var/lib/gp2gp";

/** Where the database's programs and files are, and whom they run as. */
export interface PostgresPlaces {
  /** The folder with `bin`, `lib` and `share`. */
  readonly programs: string;
  /** The database's own folder: its data, its log and its password. Only its account can look into it. */
  readonly home: string;
  /** Whom it runs as; this process's own user where absent. */
  readonly account?: Account;
}

/**
 * Decides where the database lives. PostgreSQL refuses to run as root, so root runs it as an account
 * without rights; where that account cannot reach the data folder or the programs (under a home folder
 * that is closed to others) they are kept under /var/lib/gp2gp.
 */
export async function postgresPlaces(
  dataFolder: string,
  binaries: PostgresBinaries,
): Promise<PostgresPlaces> {
  const own = join(resolve(dataFolder), "postgres");
  if (process.platform === "win32" || process.getuid?.() !== 0) {
    await mkdir(own, { recursive: true, mode: 0o700 });
    return { programs: binaries.folder, home: own };
  }
  const account = await accountWithoutRights();
  const home = (await isReachable(dirname(own)))
    ? own
    : join(rootsPlace, createHash("sha256").update(own).digest("hex").slice(0, 16));
  await mkdir(dirname(home), { recursive: true, mode: 0o755 });
  await mkdir(home, { recursive: true, mode: 0o700 });
  await chown(home, account.uid, account.gid);
  const programs = (await isReachable(await realpath(join(binaries.folder, "bin", "postgres"))))
    ? binaries.folder
    : await copyPrograms(binaries);
  return { programs, home, account };
}

/** `postgres` where there is one, else `nobody`. */
async function accountWithoutRights(): Promise<Account> {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const [name, , uid, gid] = lines.find(([name]) => name === wanted) ?? [];
    if (name !== undefined && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new AdvisedError(
    "The embedded PostgreSQL cannot run as root, and this machine has no account `postgres` or `nobody` to run it as.",
    "Start the gateway as another user, or set DATABASE_URL to a PostgreSQL 15 or later.",
  );
}

/** Whether everybody may look into every folder on the way to a path, and at the path. */
async function isReachable(path: string): Promise<boolean> {
  for (let at = await existing(path); ; at = dirname(at)) {
    const { mode } = await lstat(at);
    if ((mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

async function existing(path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    const found = await realpath(at).catch(() => undefined);
    if (found !== undefined) return found;
  }
}

async function copyPrograms({ folder, version }: PostgresBinaries): Promise<string> {
  const target = join(rootsPlace, `postgresql-${version}`);
  if (await lstat(target).catch(() => undefined)) return target;
  const staging = `${target}.${randomUUID().slice(0, 8)}`;
  await mkdir(rootsPlace, { recursive: true, mode: 0o755 });
  try {
    await cp(folder, staging, { recursive: true, verbatimSymlinks: true });
    await openToAll(staging);
    await rename(staging, target);
  } catch (error) {
    // Another start may have been quicker; what it put there is the same.
    if (!(await lstat(target).catch(() => undefined))) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return target;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile())
      await chmod(path, ((await lstat(path)).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
