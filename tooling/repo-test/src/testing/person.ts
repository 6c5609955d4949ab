import { execFileSync, spawnSync } from "node:child_process";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";

import { repository } from "../repository.ts";

/** Someone who has just sat down at a machine with Node and npm, and with nothing of ours. */
export interface Person {
  readonly who: string;
  readonly uid: number;
  readonly gid: number;
  /** A folder that is all theirs, with their `home` and their `clone` of this repository in it. */
  readonly folder: string;
  readonly home: string;
  readonly clone: string;
  /** No locale, no pnpm, nothing of this run; only what is needed to reach the registry. */
  readonly env: NodeJS.ProcessEnv;
}

/** Whether this process may act as another user. */
const isRoot = process.getuid?.() === 0;

/** Gives the user who runs the tests a fresh home and clone: under a closed home folder, for root. */
export function meetSelf(): Person {
  return meet(
    "self",
    process.getuid?.() ?? 0,
    process.getgid?.() ?? 0,
    isRoot ? homedir() : tmpdir(),
  );
}

/** Gives the unprivileged user that every Unix has a home and clone of their own, or says why that cannot be done. */
export function meetNobody(): Person | string {
  if (!isRoot) return "only root can act as another user";
  const fields = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync("/etc/passwd", "utf8"));
  if (fields === null) return "this machine has no user named nobody";
  const person = meet("nobody", Number(fields[1]), Number(fields[2]), tmpdir());
  const { env, uid, gid } = person;
  if (spawnSync("node", ["--version"], { cwd: "/", env, uid, gid }).status === 0) return person;
  partFrom(person);
  return "this machine's Node lies in a folder that is closed to other users";
}

/** Takes away everything the person had. */
export function partFrom(person: Person): void {
  rmSync(person.folder, { recursive: true, force: true });
}

function meet(who: string, uid: number, gid: number, parent: string): Person {
  const folder = mkdtempSync(join(parent, `gp2gp-${who}-`));
  const home = join(folder, "home");
  const clone = join(folder, "clone");
  mkdirSync(home, { mode: 0o700 });
  execFileSync("git", ["clone", "--quiet", "--no-hardlinks", repository, clone]);
  const npmrc = join(homedir(), ".npmrc");
  if (existsSync(npmrc)) cpSync(npmrc, join(home, ".npmrc"));
  const path = pathWithoutPnpm(folder);
  if (isRoot) {
    chownSync(folder, uid, gid);
    execFileSync("chown", ["-R", `${uid}:${gid}`, home, clone]);
  }
  return {
    who,
    uid,
    gid,
    folder,
    home,
    clone,
    env: { ...networkSettings(), HOME: home, PATH: path },
  };
}

function networkSettings(): NodeJS.ProcessEnv {
  const wanted =
    /^(https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|npm_config_(registry|cafile|https?_proxy|noproxy))$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => wanted.test(name)));
}

/** The machine's own path: nothing out of this repository, and folders that hold a pnpm replaced by links to all else in them. */
function pathWithoutPnpm(folder: string): string {
  const links = join(folder, "bin");
  mkdirSync(links);
  const own = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((entry) => entry !== "" && !entry.includes("node_modules") && existsSync(entry));
  const kept = own.filter((entry) => !existsSync(join(entry, "pnpm")));
  for (const entry of own.filter((one) => !kept.includes(one))) {
    for (const name of readdirSync(entry).filter((one) => !one.startsWith("pnp"))) {
      if (!existsSync(join(links, name))) symlinkSync(join(entry, name), join(links, name));
    }
  }
  return [links, ...kept].join(delimiter);
}
