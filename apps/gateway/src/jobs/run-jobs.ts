import { EventEmitter } from "node:events";
import { run } from "graphile-worker";
import type { JobHelpers, Runner, TaskList, WorkerEvents } from "graphile-worker";
import type pg from "pg";
import type { Logger } from "pino";
import { fileExtract } from "../transfers/file-extract.ts";
import { makeExtract } from "../transfers/make-extract.ts";
import { sendAcknowledgement } from "../transfers/send-acknowledgement.ts";
import { sendExtract } from "../transfers/send-extract.ts";
import { sendRequest } from "../transfers/send-request.ts";
import type { JobAttempt } from "../transfers/stop-trying.ts";
import { timerDue } from "../transfers/timer-due.ts";
import type { TransferContext } from "../transfers/transfer-context.ts";
import { graphileLogger } from "./graphile-logger.ts";
import { jobSchemas } from "./job.ts";
import type { JobName, JobPayload } from "./job.ts";

export interface JobsContext extends TransferContext {
  /** Brings a message that waits in the table to its receiver. */
  deliver(messageId: string): Promise<void>;
}

export interface JobsOptions {
  readonly pool: pg.Pool;
  readonly concurrency: number;
  /** Told of every job that ended. */
  readonly onJob: (name: JobName, outcome: "done" | "failed", seconds: number) => void;
}

/** Background work that runs. */
export interface RunningJobs {
  /** The names in which it locks jobs. */
  readonly lockNames: ReadonlySet<string>;
  /** Resolves when it has stopped, by itself or because it was told to. */
  readonly stopped: Promise<void>;
  /** Takes no more jobs and waits for those it has; after 5 seconds they are aborted, to be done again. */
  stop(): Promise<void>;
}

type Work = {
  [Name in JobName]: (payload: JobPayload<Name>, attempt: JobAttempt) => Promise<void>;
};

/** Starts working on the jobs of the database. */
export async function runJobs(
  context: JobsContext,
  { pool, concurrency, onJob }: JobsOptions,
): Promise<RunningJobs> {
  const work: Work = {
    "send-request": (payload) => sendRequest(context, payload),
    "make-extract": (payload, attempt) => makeExtract(context, payload, attempt),
    "send-extract": (payload) => sendExtract(context, payload),
    "file-extract": (payload, attempt) => fileExtract(context, payload, attempt),
    "send-acknowledgement": (payload) => sendAcknowledgement(context, payload),
    "timer-due": (payload) => timerDue(context, payload),
    "carry-message": ({ messageId }) => context.deliver(messageId),
  };
  const lockNames = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  // Jobs are locked in the name of the pool, or of a worker where there is only one.
  events.on("pool:create", ({ workerPool }) => lockNames.add(workerPool.id));
  events.on("worker:create", ({ worker }) => lockNames.add(worker.workerId));
  const runner: Runner = await run({
    pgPool: pool,
    taskList: taskList(work, { logger: context.logger, onJob }),
    concurrency,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: graphileLogger(context.logger),
    events,
  });
  return {
    lockNames,
    stopped: runner.promise.catch((error: unknown) => {
      context.logger.error({ err: error }, "the background work stopped");
    }),
    stop: async () => {
      await runner.stop().catch(() => {
        // It had stopped already.
      });
    },
  };
}

function taskList(
  work: Work,
  { logger, onJob }: { logger: Logger } & Pick<JobsOptions, "onJob">,
): TaskList {
  const task = <Name extends JobName>(name: Name) => [
    name,
    async (payload: unknown, { job, abortSignal }: JobHelpers) => {
      const started = performance.now();
      const seconds = () => (performance.now() - started) / 1000;
      try {
        await work[name](jobSchemas[name].parse(payload) as JobPayload<Name>, {
          attempts: job.attempts,
          signal: abortSignal,
        });
        onJob(name, "done", seconds());
      } catch (error) {
        onJob(name, "failed", seconds());
        const level = job.attempts > 2 ? "error" : "warn";
        logger[level]({ err: error, job: name, attempts: job.attempts }, "a job failed");
        // The queue keeps the text of what is thrown: nothing a library may have quoted.
        throw new Error(`${name} failed; the log says where`, { cause: error });
      }
    },
  ];
  return Object.fromEntries((Object.keys(work) as JobName[]).map((name) => task(name))) as TaskList;
}
