import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Db } from "./store/database.ts";

/** What the gateway counts. Labels are fixed words: never a patient, never a practice. */
export interface Metrics {
  readonly registry: Registry;
  request(route: string, status: number, seconds: number): void;
  job(name: string, outcome: "done" | "failed", seconds: number): void;
}

export function createMetrics(db: Db): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "gp2gp_http_request_seconds",
    help: "How long requests to the API took.",
    labelNames: ["route", "status"],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  const jobs = new Histogram({
    name: "gp2gp_job_seconds",
    help: "How long background jobs took.",
    labelNames: ["job", "outcome"],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60, 600],
    registers: [registry],
  });
  const transfers = new Gauge({
    name: "gp2gp_transfers",
    help: "Transfers of this database by status.",
    labelNames: ["status"],
    registers: [registry],
    async collect() {
      const rows = await db
        .selectFrom("transfers")
        .select("status")
        .select(({ fn }) => fn.countAll<string>().as("count"))
        .groupBy("status")
        .execute();
      for (const status of ["in-progress", "completed", "failed"])
        transfers.set({ status }, Number(rows.find((row) => row.status === status)?.count ?? 0));
    },
  });
  return {
    registry,
    request: (route, status, seconds) =>
      requests.observe({ route, status: `${Math.floor(status / 100)}xx` }, seconds),
    job: (job, outcome, seconds) => jobs.observe({ job, outcome }, seconds),
  };
}
