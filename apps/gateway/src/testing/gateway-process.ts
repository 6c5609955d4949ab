import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const program = join(import.meta.dirname, "..", "main.ts");

/** A gateway in a process of its own, to be killed. */
export interface GatewayProcess {
  readonly url: string;
  readonly pid: number;
  /** `kill -9` of the gateway; its database goes on. */
  kill(): Promise<void>;
  /** Ctrl-C, and the exit code. */
  interrupt(): Promise<number | null>;
}

/** Starts a gateway on a folder and waits until its API listens. */
export async function startGatewayProcess(
  data: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<GatewayProcess> {
  const child = spawn(process.execPath, ["--conditions=@gp2gp/source", program], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"],
      GP2GP_DATA: data,
      GP2GP_PORT: "0",
      GP2GP_LOG: "error",
      ...environment,
    },
  });
  const url = await listening(child);
  const { pid = 0 } = child;
  return {
    url,
    pid,
    kill: async () => {
      const ended = once(child, "exit");
      if (child.exitCode !== null || child.signalCode !== null) return;
      process.kill(-pid, "SIGKILL");
      await ended;
    },
    interrupt: async () => {
      const ended = once(child, "exit");
      child.kill("SIGINT");
      await ended;
      return child.exitCode;
    },
  };
}

async function listening(child: ChildProcess): Promise<string> {
  let output = "";
  return await new Promise<string>((resolve, reject) => {
    child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const url = /listens on (\S+)/.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.on("exit", (code) => reject(new Error(`the gateway ended with ${code}: ${output}`)));
  });
}

/** `kill -9` of the embedded database of a data folder and all its processes, as when the machine loses power. */
export async function killDatabase(home: string): Promise<void> {
  const file = await readFile(join(home, "data", "postmaster.pid"), "utf8").catch(() => "");
  const postmaster = Number(file.split("\n")[0]);
  if (!Number.isSafeInteger(postmaster) || postmaster <= 0) return;
  const session: number[] = [];
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(join("/proc", name, "stat"), "utf8").catch(() => "");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // After the name: state, parent, process group, session.
    if (Number(fields[3]) === postmaster) session.push(Number(name));
  }
  for (const pid of [postmaster, ...session]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended before.
    }
  }
}
