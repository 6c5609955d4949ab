import { InputError } from "../input-error.ts";
import { UsageError } from "../usage-error.ts";

export interface Failure {
  readonly sentence: string;
  readonly exitCode: 1 | 2;
}

/** Codes of the packages' errors that mean the caller asked for something there is not. */
const misuse = new Set([
  "cannot-read",
  "cannot-write",
  "options-invalid",
  "version-unknown",
  "output-exists",
  "output-not-a-file",
  "output-not-a-folder",
]);

/** What to tell the caller about an error. Messages of unexpected errors are withheld: they may quote a record. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof UsageError) return { sentence: error.message, exitCode: 2 };
  if (error instanceof InputError) return { sentence: error.message, exitCode: 1 };
  if (isProjectError(error))
    return { sentence: error.message, exitCode: misuse.has(error.code) ? 2 : 1 };
  if (process.env["GP2GP_DEBUG"] !== undefined) process.stderr.write(`${debugText(error)}\n`);
  const kind = error instanceof Error ? error.name : typeof error;
  return {
    sentence: `The program failed (${kind}${placeOf(error)}). This is a defect of the program; set GP2GP_DEBUG=1 to see all of it, which may show parts of a record.`,
    exitCode: 1,
  };
}

/** The mark of the packages' errors, asked for without loading the packages. */
const marker = Symbol.for("@gp2gp/error");

function isProjectError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && marker in error && "code" in error;
}

function debugText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** File and line of the first frame of the program itself. */
function placeOf(error: unknown): string {
  const frames = error instanceof Error ? (error.stack ?? "").split("\n    at ").slice(1) : [];
  const place = /([\w.-]+\.[jt]s:\d+):\d+\)?$/.exec(frames[0]?.trim() ?? "")?.[1];
  return place === undefined ? "" : ` at ${place}`;
}
