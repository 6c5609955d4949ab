import { spawn } from "node:child_process";
import { constants } from "node:os";

/** Signals that ask the child to end. */
const passedOn = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Runs a program in the foreground, passes signals on, and ends this process as the child ended.
 *
 * Ctrl-C in a terminal reaches the child by itself, so it is passed on only where there is no terminal. One request to stop
 * often arrives several times over (from npm and from the process group): only the first within a second is passed on.
 * A shell between npm and this process dies of a signal without passing it on: its death is taken as the request to stop.
 * @param {string} program
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 * @returns {Promise<void>} when the child has ended and the exit code is set
 */
export async function runChild(program, args, options) {
  const child = spawn(program, args, { stdio: "inherit", ...options });
  let passedAt = -Infinity;
  const passOn = (/** @type {NodeJS.Signals} */ signal) => {
    if (performance.now() - passedAt < 1000) return;
    passedAt = performance.now();
    child.kill(signal);
  };
  for (const signal of passedOn) {
    process.on(signal, () => {
      if (signal !== "SIGINT" || process.stdin.isTTY !== true) passOn(signal);
    });
  }
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    passOn("SIGTERM");
  }, 250);
  const { code, signal } = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve({ code, signal }));
  }).finally(() => clearInterval(watch));
  process.exitCode =
    signal === null ? code : 128 + (constants.signals[/** @type {NodeJS.Signals} */ (signal)] ?? 0);
}
