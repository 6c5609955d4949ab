import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import type { Person } from "./person.ts";

/** How a command ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A command that a person typed, in a process group of its own as a terminal gives it. */
export interface Command {
  /** Everything it printed so far. */
  output(): string;
  /** Milliseconds since it was typed. */
  age(): number;
  /** Waits until it prints something; fails with all it printed if it ends first or takes too long. */
  printed(pattern: RegExp, milliseconds: number): Promise<RegExpExecArray>;
  readonly ended: Promise<Ending>;
  /** Sends a signal to the command and everything in its group, as Ctrl-C does. */
  signal(signal: NodeJS.Signals): void;
}

/** Types a command in the person's clone. */
export function type(person: Person, program: string, ...args: readonly string[]): Command {
  const began = performance.now();
  const child = spawn(program, args, {
    cwd: person.clone,
    env: person.env,
    uid: person.uid,
    gid: person.gid,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  let ending: Ending | undefined;
  const ended = new Promise<Ending>((resolve) => {
    const end = (how: Ending): void => resolve((ending ??= how));
    child.on("exit", (code, signal) => end({ code, signal }));
    child.on("error", (error) => {
      output += error.message;
      end({ code: null, signal: null });
    });
  });
  const age = (): number => performance.now() - began;
  return {
    output: () => output,
    age,
    ended,
    async printed(pattern, milliseconds) {
      const until = performance.now() + milliseconds;
      for (;;) {
        const found = pattern.exec(output);
        if (found !== null) return found;
        if (ending !== undefined)
          throw new Error(
            `It ended (${JSON.stringify(ending)}) without printing ${pattern.source}:\n${output}`,
          );
        if (performance.now() > until)
          throw new Error(
            `It did not print ${pattern.source} within ${milliseconds} ms:\n${output}`,
          );
        await sleep(50);
      }
    },
    signal(signal) {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    },
  };
}

/** The command lines of all processes that run out of a person's folder, or whose working folder or home it is. */
export function processesOf(person: Person): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const name of readdirSync("/proc").filter((one) => /^\d+$/.test(one))) {
    const [line, environment] = ["cmdline", "environ"].map((file) => readProcess(name, file));
    if (`${line ?? ""}\0${environment ?? ""}`.includes(person.folder) && line !== "")
      found.set(Number(name), (line ?? "").replaceAll("\0", " ").trim());
  }
  found.delete(process.pid);
  return found;
}

/** Ends whatever a test left running of a person. */
export function endProcessesOf(person: Person): void {
  for (const id of processesOf(person).keys()) {
    try {
      process.kill(id, "SIGKILL");
    } catch {
      // It ended by itself in between.
    }
  }
}

function readProcess(id: string, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, "utf8");
  } catch {
    return "";
  }
}
