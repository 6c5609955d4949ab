// `pnpm check`: everything but the tests. Every check runs, however the ones before it ended.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";

import { checkChangesets } from "./check-changesets.mjs";
import { checkGenerated } from "./check-generated.mjs";
import { root } from "./places.mjs";
import { publicPackages } from "./public-packages.mjs";

/** @typedef {{ state: "passed" | "failed" | "skipped", output: string }} Outcome */

const { values: options } = parseArgs({ options: { "output-file": { type: "string" } } });

/** @type {[name: string, check: () => Outcome][]} */
const checks = [
  ["format", () => run("oxfmt", "--check")],
  ["lint", () => run("oxlint", "--type-aware")],
  ["types", () => run("turbo", "run", "typecheck", "--continue", "--output-logs=errors-only")],
  ["boundaries", () => run("turbo", "boundaries")],
  ["unused code", () => run("knip", "--no-progress")],
  ["build", () => run("turbo", "run", "build", "--continue", "--output-logs=errors-only")],
  ...publicPackages().map(
    ({ folder }) =>
      /** @type {[string, () => Outcome]} */ ([
        `publint ${folder}`,
        () => run("publint", "run", "--strict", folder),
      ]),
  ),
  ["generated files", checkGenerated],
  ["changesets", checkChangesets],
];

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const [name, check] of checks) {
  const began = Date.now();
  const { state, output } = check();
  counts[state] += 1;
  console.log(`${state.padEnd(7)} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  if (state !== "passed") console.log(output.trimEnd().replaceAll(/^/gm, "        "));
}
console.log(`check: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);

if (options["output-file"] !== undefined) {
  mkdirSync(dirname(options["output-file"]), { recursive: true });
  writeFileSync(options["output-file"], JSON.stringify(counts));
}
process.exitCode = counts.failed === 0 ? 0 : 1;

/**
 * @param {string} tool a command in node_modules/.bin
 * @param {string[]} args
 * @returns {Outcome}
 */
function run(tool, ...args) {
  const program = join(root, "node_modules", ".bin", tool);
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  return {
    state: status === 0 ? "passed" : "failed",
    output: `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`,
  };
}
