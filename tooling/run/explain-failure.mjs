import { AdvisedError } from "./advised-error.mjs";
import { root, setUpLog, wantedPnpm } from "./places.mjs";

const again = "run the same command again";

/** What a step's output tells about why it failed, the most telling first. */
const causes = [
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|UND_ERR_(CONNECT|SOCKET)|ERR_SOCKET_TIMEOUT|ERR_PNPM_META_FETCH_FAIL/,
    what: "The package registry cannot be reached.",
    advice: `Check the network, or name your proxy (\`npm config set https-proxy http://HOST:PORT\`) or registry mirror (\`npm config set registry URL\`), then ${again}; what has been downloaded is kept.`,
  },
  {
    sign: /SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY)|CERT_HAS_EXPIRED|DEPTH_ZERO_SELF_SIGNED/,
    what: "The registry's certificate is not trusted on this machine.",
    advice: `If a proxy of your organisation opens TLS, name its certificate (\`npm config set cafile FILE\`, or NODE_EXTRA_CA_CERTS=FILE), then ${again}.`,
  },
  {
    sign: /\bE40[137]\b|ERR_PNPM_FETCH_40[137]/,
    what: "The package registry refused the request.",
    advice: `Check the sign-in for your registry or proxy in ~/.npmrc (\`npm config get registry\`), then ${again}.`,
  },
  {
    sign: /\bE404\b|ERR_PNPM_FETCH_404|ERR_PNPM_NO_MATCHING_VERSION|ETARGET/,
    what: "The package registry does not have a version that is needed.",
    advice: `A mirror may be behind: use the public registry (\`npm config set registry https://registry.npmjs.org\`), then ${again}.`,
  },
  {
    sign: /ENOSPC|EDQUOT/,
    what: "The disk is full.",
    advice: `About 1 GB is needed for the packages and their cache. Free some space, then ${again}.`,
  },
  {
    sign: /EROFS|EACCES|EPERM/,
    what: "A file or folder cannot be written.",
    advice: `The log below names it. Make it yours (\`sudo chown -R "$(id -un)" FOLDER\`) or clone into a folder that you own, then ${again}.`,
  },
  {
    sign: /ERR_PNPM_OUTDATED_LOCKFILE|ERR_PNPM_NO_LOCKFILE|ERR_PNPM_LOCKFILE/,
    what: "pnpm-lock.yaml does not fit the package.json files.",
    advice: `If you changed a dependency: \`npx pnpm@${wantedPnpm()} install\` writes the new lockfile. If not: \`git checkout pnpm-lock.yaml\`. Then ${again}.`,
  },
  {
    sign: /ERR_PNPM_UNEXPECTED_STORE|ERR_PNPM_UNEXPECTED_VIRTUAL_STORE|ERR_PNPM_ABORTED_REMOVE_MODULES_DIR/,
    what: "node_modules was installed by another user or another pnpm.",
    advice: `Delete the folder node_modules, then ${again}.`,
  },
  {
    sign: /ERR_PNPM_UNSUPPORTED_ENGINE|EBADENGINE/,
    what: "A package does not run on this Node.",
    advice: `Install a current Node from https://nodejs.org, then ${again}.`,
  },
];

/**
 * Turns a failed step's output into an error that says what to do next.
 * @param {string} step what failed, such as `Installing`
 * @param {string} output everything the step printed
 */
export function explainFailure(step, output) {
  const cause = causes.find(({ sign }) => sign.test(output)) ?? {
    what: `${step} failed.`,
    advice: `Read the lines below and the log, put right what they name, then ${again}. Deleting node_modules first gives a clean start.`,
  };
  const lines = output
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^(npm error)?\s*at |^npm (warn|notice)/.test(line));
  const tail = lines.slice(-12).join("\n");
  return new AdvisedError(
    cause.what,
    `${cause.advice}\n\nThe end of the log (${setUpLog.slice(root.length + 1)}):\n${tail}`,
  );
}
