import { setTimeout as delay } from "node:timers/promises";
import { runJobs } from "./run-jobs.ts";
import type { JobsContext, JobsOptions, RunningJobs } from "./run-jobs.ts";

/** Background work that starts again when it stops by itself, as it does when the database was away for long. */
export interface KeptJobs {
  readonly lockNames: () => ReadonlySet<string>;
  readonly isRunning: () => boolean;
  stop(): Promise<void>;
}

export async function keepJobsRunning(
  context: JobsContext,
  options: JobsOptions,
): Promise<KeptJobs> {
  const ending = new AbortController();
  let running: RunningJobs | undefined = await runJobs(context, options);
  const keeping = (async () => {
    while (!ending.signal.aborted) {
      await running?.stopped;
      running = undefined;
      if (ending.signal.aborted) return;
      await delay(1000, undefined, { signal: ending.signal }).catch(() => {});
      if (ending.signal.aborted) return;
      running = await runJobs(context, options).catch((error: unknown) => {
        context.logger.error({ err: error }, "the background work could not be started again");
        return undefined;
      });
    }
  })();
  return {
    lockNames: () => running?.lockNames ?? new Set(),
    isRunning: () => running !== undefined,
    stop: async () => {
      ending.abort();
      await running?.stop();
      await keeping;
    },
  };
}
