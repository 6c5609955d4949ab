import { spawn } from "node:child_process";

/** An account of this machine that a program runs as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface ProgramResult {
  /** Absent where a signal ended it. */
  readonly code: number | undefined;
  /** What it wrote to standard output and standard error, the last 16 KB of it. */
  readonly output: string;
}

const keptOutput = 16_384;

/**
 * Runs a program to its end, with a plain environment: no locale, no PG* variables of the caller.
 * Rejects when it cannot be started.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  account: Account | undefined,
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: "/",
      env: plainEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-keptOutput);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", reject);
    // Not `close`: a server that was started keeps the pipes open.
    child.on("exit", (code) => resolve({ code: code ?? undefined, output }));
  });
}

function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = ["PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR", "HOME"];
  return Object.fromEntries([
    ...kept.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
    ["LC_ALL", "C"],
  ]);
}
