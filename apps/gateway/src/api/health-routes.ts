import { z } from "zod";
import type { Metrics } from "../metrics.ts";
import { problems } from "./api-values.ts";
import type { Api } from "./create-api.ts";
import { ApiProblem } from "./problem.ts";

const tags = ["running"];

export interface HealthRoutes {
  readonly metrics: Metrics;
  /** Why it cannot do its work at the moment, in words; undefined when it can. */
  readonly unreadyBecause: () => Promise<string | undefined>;
}

/** What those who run the gateway ask it. */
export function addHealthRoutes(api: Api, { metrics, unreadyBecause }: HealthRoutes): void {
  api.get(
    "/health",
    {
      schema: {
        tags,
        summary: "Whether the process is alive",
        response: { 200: z.strictObject({ status: z.literal("alive") }) },
      },
    },
    async () => ({ status: "alive" as const }),
  );

  api.get(
    "/ready",
    {
      schema: {
        tags,
        summary: "Whether it can do its work",
        response: { 200: z.strictObject({ status: z.literal("ready") }), ...problems(503) },
      },
    },
    async () => {
      const why = await unreadyBecause();
      if (why !== undefined)
        throw new ApiProblem({
          type: "not-ready",
          status: 503,
          title: why,
          action: "Wait, and look at the log when it lasts.",
        });
      return { status: "ready" as const };
    },
  );

  api.get(
    "/metrics",
    { schema: { tags, summary: "Numbers for Prometheus", response: { 200: z.string() } } },
    async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
