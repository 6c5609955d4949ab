import { AdvisedError } from "./advised-error.ts";

/** How long after a first request to stop a second one is taken for an echo of it (npm and the terminal both send one). */
const echoMilliseconds = 1000;

/**
 * Runs a program that goes on until it is told to stop. `start` answers how to stop it. Ctrl-C, SIGTERM
 * and SIGHUP stop it and end the process with 0; a second Ctrl-C ends it at once. What a person has to put
 * right is said in a sentence.
 */
export async function runUntilSignal(
  start: (stopping: AbortSignal) => Promise<() => Promise<void>>,
): Promise<void> {
  const stopping = new AbortController();
  let stoppedAt = 0;
  const asked = new Promise<void>((resolve) => {
    const onSignal = () => {
      if (stoppedAt === 0) {
        stoppedAt = Date.now();
        process.stderr.write(
          "\nStopping. Work in hand is finished or taken up at the next start.\n",
        );
        stopping.abort();
        resolve();
      } else if (Date.now() - stoppedAt > echoMilliseconds) process.exit(130);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  });
  try {
    const stop = await start(stopping.signal);
    await asked;
    await stop();
    process.stderr.write("Stopped.\n");
    process.exit(0);
  } catch (error) {
    if (stopping.signal.aborted) {
      process.stderr.write("Stopped.\n");
      process.exit(0);
    }
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}

function explain(error: unknown): string {
  if (error instanceof AdvisedError) return `${error.message}\n${error.advice}`;
  return error instanceof Error ? (error.stack ?? error.message) : "An unknown error ended it.";
}
