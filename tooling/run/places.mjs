import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** What `npm start` ends in: the gateway with its two sample practices. */
export const sampleStart = join("apps", "gateway", "src", "start-sample.ts");

/** The command line's entry. */
export const commandLine = join("apps", "cli", "src", "main.ts");

/** Lets Node resolve the packages of this repository to their sources, so that nothing has to be built first. */
export const sourceCondition = "--conditions=@gp2gp/source";

/** The folder for what set-up leaves behind: its log, its lock, and caches where the home folder takes none. */
export const workFolder = join(root, ".gp2gp");

export const setUpLog = join(workFolder, "set-up.log");

/** @returns {string} the pnpm version the root package.json names */
export function wantedPnpm() {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return manifest.packageManager.slice("pnpm@".length);
}

/**
 * The Node that the optional dependencies brought for this machine.
 * @returns {string | undefined} path of its binary; nothing where no package has one (macOS) or none was installed
 */
export function broughtNode() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const binary = process.platform === "win32" ? "node.exe" : "node";
  const path = join(root, "node_modules", `node-${platform}-${process.arch}`, "bin", binary);
  return existsSync(path) ? path : undefined;
}
