import { spawn } from "node:child_process";
import { constants } from "node:os";

/** Signals that ask the child to end. */
const passedOn = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Runs a program in the foreground, passes signals on, and ends this process as the child ended.
 *
 * Ctrl-C in a terminal reaches the child by itself, so it is passed on only where there is no terminal. One request to stop
 * often arrives several times over (from npm and from the process group): only the first within a second is passed on.
 * @param {string} program
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 * @returns {Promise<void>} when the child has ended and the exit code is set
 */
export async function runChild(program, args, options) {
  const child = spawn(program, args, { stdio: "inherit", ...options });
  let last = { signal: "", at: 0 };
  for (const signal of passedOn) {
    process.on(signal, () => {
      if (signal === "SIGINT" && process.stdin.isTTY === true) return;
      if (last.signal === signal && Date.now() - last.at < 1000) return;
      last = { signal, at: Date.now() };
      child.kill(signal);
    });
  }
  const { code, signal } = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve({ code, signal }));
  });
  process.exitCode =
    signal === null ? code : 128 + (constants.signals[/** @type {NodeJS.Signals} */ (signal)] ?? 0);
}
