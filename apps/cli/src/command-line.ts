import { CommanderError } from "commander";
import { describeFailure } from "./run/describe-failure.ts";
import { commandProgram } from "./command-program.ts";

/** Runs one command and answers its exit code: 0 done, 1 the input cannot be used, 2 wrong usage. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const abort = new AbortController();
  const stop = (signal: NodeJS.Signals): void => abort.abort(new Error(`stopped by ${signal}`));
  process.on("SIGINT", stop).on("SIGTERM", stop);
  // A reader that has seen enough (`| head`) closes the pipe: nothing is wrong.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") abort.abort(error);
  });
  let exitCode = 0;
  const program = commandProgram({ signal: abort.signal, end: (code) => (exitCode = code) });
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (abort.signal.aborted) return isBrokenPipe(abort.signal.reason) ? 0 : 130;
    const failure = describeFailure(error);
    process.stderr.write(`gp2gp: ${failure.sentence}\n`);
    return failure.exitCode;
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

function isBrokenPipe(reason: unknown): boolean {
  return reason instanceof Error && "code" in reason && reason.code === "EPIPE";
}
