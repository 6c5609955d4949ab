import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./places.mjs";
import { publicPackages } from "./public-packages.mjs";

/** What a consumer never sees of a package. */
const unseen = [":(exclude)**/*.test.ts", ":(exclude)**/__fixtures__/**", ":(exclude)**/bench/**"];

/**
 * A published package that changed since its last release (which is what writes CHANGELOG.md) must be named by a changeset.
 * @returns {import("./check.mjs").Outcome}
 */
export function checkChangesets() {
  if (git("rev-parse", "--is-shallow-repository").trim() === "true") {
    return {
      state: "skipped",
      output: "The clone is shallow: its history does not say what changed since the last release.",
    };
  }
  const named = packagesWithChangeset();
  const missing = publicPackages().filter(
    ({ name, folder }) => !named.has(name) && changedSinceRelease(folder),
  );
  return missing.length === 0
    ? { state: "passed", output: "" }
    : {
        state: "failed",
        output: `Changed since their last release, but no changeset names them:\n${missing.map(({ name }) => name).join("\n")}\nRun \`pnpm changeset\` and say what a consumer will notice.`,
      };
}

/** @param {string} folder */
function changedSinceRelease(folder) {
  const release = git("log", "-1", "--format=%H", "--", `${folder}/CHANGELOG.md`).trim();
  const range = release === "" ? ["HEAD"] : [`${release}..HEAD`];
  return (
    git(
      "log",
      "-1",
      "--format=%H",
      ...range,
      "--",
      `${folder}/src`,
      `${folder}/package.json`,
      ...unseen,
    ).trim() !== ""
  );
}

function packagesWithChangeset() {
  const folder = join(root, ".changeset");
  const heads = readdirSync(folder)
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .map(
      (file) =>
        /^---\r?\n([\s\S]*?)\r?\n---/.exec(readFileSync(join(folder, file), "utf8"))?.[1] ?? "",
    );
  return new Set(
    heads.flatMap((head) =>
      [...head.matchAll(/^["']?([^"':]+)["']?\s*:/gm)].map((match) => match[1]),
    ),
  );
}

/** @param {string[]} args */
function git(...args) {
  return spawnSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 })
    .stdout;
}
