import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repository } from "../repository.ts";

export interface CommandRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** What it said went wrong; progress left out. */
  readonly failures: readonly string[];
}

/** Runs the command line from its sources, in a process of its own. */
export function gp2gp(...args: readonly string[]): CommandRun {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--conditions=@gp2gp/source", join(repository, "apps", "cli", "src", "main.ts"), ...args],
    { encoding: "utf8", maxBuffer: 256 * 1024 ** 2 },
  );
  const failures = stderr.split("\n").filter((line) => /^(gp2gp|error): /.test(line));
  return { exitCode: status, stdout, failures };
}
