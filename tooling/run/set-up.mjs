import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";

import { AdvisedError } from "./advised-error.mjs";
import { explainFailure } from "./explain-failure.mjs";
import { root, setUpLog, wantedPnpm, workFolder } from "./places.mjs";
import { beginStep } from "./progress.mjs";
import { runStep } from "./run-step.mjs";
import { setUpEnvironment } from "./set-up-environment.mjs";
import { withSetUpLock } from "./set-up-lock.mjs";
import { forgetSetUp, isSetUp, stampSetUp } from "./set-up-stamp.mjs";

/**
 * Brings pnpm and installs exactly what the lockfile names, unless that has been done already.
 * @param {string} next what follows, as the title of the last step, such as `Starting the gateway`
 */
export async function setUp(next) {
  if (isSetUp()) return;
  makeWorkFolder();
  await withSetUpLock(async () => {
    if (!isSetUp()) await install(next);
  });
}

function makeWorkFolder() {
  try {
    mkdirSync(workFolder, { recursive: true });
    writeFileSync(setUpLog, "");
  } catch (error) {
    throw new AdvisedError(
      `The folder ${root} cannot be written by ${userInfo().username} (${/** @type {NodeJS.ErrnoException} */ (error).code}).`,
      "Packages are installed into it. Clone into a folder of your own, or make this one yours, and run the same command there.",
    );
  }
}

/** @param {string} next */
async function install(next) {
  const version = wantedPnpm();
  const { env, note } = setUpEnvironment();
  console.log(
    existsSync(join(root, "node_modules"))
      ? "What is installed here is out of date; bringing it up to date."
      : "The first time, everything that is needed is fetched. Nothing is installed outside this folder but caches.",
  );
  if (note !== undefined) console.log(note);

  const bringing = beginStep(`1/3 Bringing pnpm ${version}`);
  const pnpm = await bringPnpm(version, env);
  if ("output" in pnpm) {
    bringing.failed();
    throw explainFailure("Bringing pnpm", pnpm.output);
  }
  bringing.done();

  const installing = beginStep("2/3 Installing");
  forgetSetUp();
  const args = [
    "install",
    "--frozen-lockfile",
    "--reporter=append-only",
    "--config.confirmModulesPurge=false",
  ];
  const { ok, output } = await runStep([...pnpm.command, ...args], env, (text) => {
    const counts = [
      ...text.matchAll(/resolved (\d+), reused (\d+), downloaded (\d+), added (\d+)/g),
    ].at(-1);
    if (counts !== undefined)
      installing.say(`${Number(counts[2]) + Number(counts[3])} of ${counts[1]} packages`);
  });
  if (!ok) {
    installing.failed();
    throw explainFailure("Installing", output);
  }
  stampSetUp();
  installing.done();
  console.log(`3/3 ${next} …`);
}

/**
 * The command that runs pnpm: the one on the path if it is the very version, else fetched by npm.
 * @param {string} version
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ command: string[] } | { output: string }>} the output of the failed try when there is none
 */
async function bringPnpm(version, env) {
  const own = await runStep(["pnpm", "--version"], env);
  if (own.ok && own.output.trim() === version) return { command: ["pnpm"] };

  const npx = npxCommand(env);
  const fetched = await runStep([...npx, `pnpm@${version}`, "--version"], env);
  return fetched.ok ? { command: [...npx, `pnpm@${version}`] } : { output: fetched.output };
}

/** @param {NodeJS.ProcessEnv} env */
function npxCommand(env) {
  const npm = env["npm_execpath"];
  return npm?.endsWith("npm-cli.js") === true && process.platform !== "win32"
    ? [process.execPath, npm, "exec", "--yes", "--"]
    : ["npx", "--yes"];
}
