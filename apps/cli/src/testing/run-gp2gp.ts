import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Readable, Writable } from "node:stream";

export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
  /** The most memory it held. */
  readonly megabytes: number;
}

/** Loaded before the program: tells on descriptor 3 how much memory the process took at most, in kilobytes. */
const reportUsage = `import { writeSync } from "node:fs";
process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));`;

/** Runs the program as a user does, in a process of its own. */
export async function runGp2gp(...args: readonly string[]): Promise<Run> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      "--conditions=@gp2gp/source",
      "--import",
      `data:text/javascript,${encodeURIComponent(reportUsage)}`,
      join(import.meta.dirname, "..", "main.ts"),
      ...args,
    ],
    { stdio: ["ignore", "pipe", "pipe", "pipe"] },
  );
  const [, out, error, usage] = child.stdio;
  const [stdout, stderr, kilobytes] = await Promise.all([
    textOf(out),
    textOf(error),
    textOf(usage),
    once(child, "close"),
  ]);
  return {
    exitCode: child.exitCode,
    stdout,
    stderr,
    milliseconds: performance.now() - began,
    megabytes: Number(kilobytes) / 1024,
  };
}

async function textOf(stream: Readable | Writable | null | undefined): Promise<string> {
  if (!stream || !("read" in stream)) throw new Error("the process has no such output");
  return text(stream);
}
