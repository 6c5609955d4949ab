import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

import { AdvisedError } from "./advised-error.mjs";
import { findNode } from "./find-node.mjs";
import { root, sampleStart, sourceCondition } from "./places.mjs";
import { runChild } from "./run-child.mjs";
import { setUp } from "./set-up.mjs";

/** @type {Record<string, { next: string, args: (given: string[]) => string[] }>} */
const commands = {
  start: {
    next: "Starting the gateway",
    args: (given) => [sourceCondition, entry(sampleStart), ...given],
  },
  dev: {
    next: "Starting the gateway",
    args: (given) => ["--watch", sourceCondition, entry(sampleStart), ...given],
  },
  test: {
    next: "Running the tests",
    args: (given) => [tool("vitest", "vitest.mjs"), "run", ...given],
  },
  check: { next: "Checking", args: (given) => [join("tooling", "run", "check.mjs"), ...given] },
  turbo: {
    next: "Running the tasks",
    args: (given) => [tool("turbo", "bin", "turbo"), "run", ...given],
  },
  "new-adapter": {
    next: "Making the package",
    args: (given) => [
      sourceCondition,
      join("tooling", "create-adapter", "src", "main.ts"),
      ...given,
    ],
  },
  matrix: {
    next: "Crossing",
    args: (given) => [sourceCondition, join("tooling", "matrix", "src", "main.ts"), ...given],
  },
  bench: {
    next: "Measuring",
    args: (given) => [
      "--expose-gc",
      sourceCondition,
      join("tooling", "bench", "src", "main.ts"),
      ...given,
    ],
  },
};

/**
 * Sets up what is missing, then runs a command on the project's own Node and ends as it ends.
 * @param {string[]} argv the command's name and what it is given
 */
export async function runCommand([name = "", ...given]) {
  const command = commands[name];
  if (command === undefined) {
    throw new AdvisedError(
      `There is no command "${name}".`,
      `There are: ${Object.keys(commands).join(", ")}.`,
    );
  }
  await setUp(command.next);
  const node = findNode();
  const path = [join(root, "node_modules", ".bin"), dirname(node), process.env["PATH"]].join(
    delimiter,
  );
  await runChild(node, command.args(given), {
    cwd: root,
    env: {
      ...process.env,
      PATH: path,
      TURBO_TELEMETRY_DISABLED: "1",
      NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "node"),
    },
  });
}

/** @param {string} path of a program of this repository */
function entry(path) {
  if (!existsSync(join(root, path)))
    throw new AdvisedError(
      `${path} is missing from this clone.`,
      "Run `git status` and `git checkout .` to bring it back.",
    );
  return path;
}

/** @param {string[]} path inside node_modules */
function tool(...path) {
  return join(root, "node_modules", ...path);
}
