import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { workFolder } from "./places.mjs";

const lockFile = join(workFolder, "set-up.lock");

/**
 * Runs one set-up at a time: a second command in the same folder waits for the first. A lock whose owner was killed is taken over.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetUpLock(work) {
  let told = false;
  while (!take()) {
    if (!told) console.log("Another command is setting up this folder; waiting for it …");
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const release = () => rmSync(lockFile, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    release();
    process.removeListener("exit", release);
  }
}

function take() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  }
  if (!ownerLives()) rmSync(lockFile, { force: true });
  return false;
}

function ownerLives() {
  try {
    const owner = Number(readFileSync(lockFile, "utf8"));
    if (!Number.isInteger(owner) || owner <= 0) return false;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
