import { Logger as GraphileLogger } from "graphile-worker";
import type { Logger } from "pino";

const levels = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

/** Lets graphile-worker log through the gateway's logger; its everyday chatter only when asked for. */
export function graphileLogger(logger: Logger): GraphileLogger {
  return new GraphileLogger((scope) => (level, message) => {
    logger[levels[level]](
      { component: "jobs", task: scope.taskIdentifier, job: scope.jobId },
      message,
    );
  });
}
