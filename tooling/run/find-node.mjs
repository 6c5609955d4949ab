import { spawnSync } from "node:child_process";

import { AdvisedError } from "./advised-error.mjs";
import { broughtNode } from "./places.mjs";

/** The oldest Node that runs the sources (it strips types without being asked). */
const oldest = { major: 22, minor: 18 };

/**
 * The Node that runs the project: the one brought by the install, else the one that runs now, if it is new enough.
 * @returns {string} path of the binary
 */
export function findNode() {
  const brought = broughtNode();
  if (brought !== undefined) {
    if (brought === process.execPath || spawnSync(brought, ["--version"]).status === 0)
      return brought;
    throw new AdvisedError(
      "The Node 24 that was installed does not run on this machine.",
      "It needs glibc 2.28 or later (Alpine and other musl systems have none): use a Debian, Ubuntu, Fedora or similar system or image.",
    );
  }
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor))
    return process.execPath;
  throw new AdvisedError(
    `No Node 24 was installed for ${process.platform} ${process.arch}, and your own Node ${process.versions.node} is older than 22.18.`,
    process.platform === "darwin"
      ? "Install Node 24 from https://nodejs.org and run the same command again."
      : "If npm is told to leave out optional dependencies (`npm config get omit`, `npm config get optional`), undo that, delete node_modules and run the same command again; or install Node 24 from https://nodejs.org.",
  );
}
