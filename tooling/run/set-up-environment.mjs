import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

import { workFolder } from "./places.mjs";

/**
 * The environment that pnpm and npx run in. Where the home folder takes no files (a service user, a read-only home),
 * their caches go into the repository instead.
 * @returns {{ env: NodeJS.ProcessEnv, note?: string }}
 */
export function setUpEnvironment() {
  // Both npm and pnpm would otherwise wait more than a minute before they say that there is no network.
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    npm_config_fetch_retry_mintimeout: "1000",
    npm_config_fetch_retry_maxtimeout: "4000",
  };
  // With NODE_ENV=production the tools that the commands need would be left out.
  delete env["NODE_ENV"];

  const home = homedir();
  const npmCache = process.env["npm_config_cache"] ?? join(home, ".npm");
  if (isWritable(home) && isWritable(npmCache)) return { env };

  const caches = join(workFolder, "caches");
  mkdirSync(caches, { recursive: true });
  return {
    env: {
      ...env,
      HOME: caches,
      npm_config_cache: join(caches, "npm"),
      XDG_CACHE_HOME: join(caches, "cache"),
      XDG_DATA_HOME: join(caches, "data"),
      XDG_STATE_HOME: join(caches, "state"),
    },
    note: `The home folder ${home} takes no files: packages are cached in .gp2gp/caches instead.`,
  };
}

/** @param {string} path a folder that exists or would be made */
function isWritable(path) {
  let folder = path;
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
