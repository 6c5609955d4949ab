import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";

import { root, setUpLog } from "./places.mjs";

/** Output kept of a step; its beginning goes first. */
const keptCharacters = 200_000;

/**
 * Runs a set-up program in the background, its output into the log.
 * @param {readonly string[]} command program and arguments
 * @param {NodeJS.ProcessEnv} env
 * @param {(text: string) => void} [listen] called with each piece of output
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runStep(command, env, listen = () => {}) {
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    let output = "";
    const add = (/** @type {string} */ text) => {
      output = (output + text).slice(-keptCharacters);
      appendFileSync(setUpLog, text);
      listen(text);
    };
    // npx and pnpm are .cmd files on Windows, which only a shell starts.
    const child = spawn(program, args, {
      cwd: root,
      env,
      shell: process.platform === "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.setEncoding("utf8").on("data", add);
    child.stderr.setEncoding("utf8").on("data", add);
    child.on("error", (error) => {
      add(`${error.message}\n`);
      resolve({ ok: false, output });
    });
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}
