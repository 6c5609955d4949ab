import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./places.mjs";

/** Lies in node_modules, so that whoever deletes that folder starts afresh. */
const stampFile = join(root, "node_modules", ".gp2gp-set-up");

/** @returns {boolean} whether the last completed install was for these manifests on this kind of machine */
export function isSetUp() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === fingerprint();
}

export function stampSetUp() {
  writeFileSync(stampFile, fingerprint());
}

/** From here until the next stamp an interrupted install counts as none. */
export function forgetSetUp() {
  rmSync(stampFile, { force: true });
}

function fingerprint() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const file of manifests()) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function manifests() {
  const packages = ["packages", "apps", "tooling"].flatMap((group) =>
    readdirSync(join(root, group))
      .sort()
      .map((name) => join(group, name, "package.json")),
  );
  return ["package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml", ...packages].filter((file) =>
    existsSync(join(root, file)),
  );
}
