import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./places.mjs";

/**
 * Generates every generated file anew (each package's `generate` script) and looks whether any file changed by it.
 * @returns {import("./check.mjs").Outcome}
 */
export function checkGenerated() {
  const before = fingerprints();
  const generate = spawnSync("pnpm", ["--recursive", "--if-present", "run", "generate"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (generate.status !== 0)
    return {
      state: "failed",
      output: `${generate.stdout}${generate.stderr}${generate.error?.message ?? ""}`,
    };
  const changed = [...fingerprints()]
    .filter(([file, fingerprint]) => before.get(file) !== fingerprint)
    .map(([file]) => file);
  return changed.length === 0
    ? { state: "passed", output: "" }
    : {
        state: "failed",
        output: `These files were out of date and have been written anew; commit them:\n${changed.join("\n")}`,
      };
}

/** Every file that git knows or would know, so that no generator has to be registered here. */
function fingerprints() {
  const list = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = list.stdout
    .split("\0")
    .filter((file) => file !== "" && existsSync(join(root, file)));
  return new Map(
    files.map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(root, file)))
        .digest("hex"),
    ]),
  );
}
