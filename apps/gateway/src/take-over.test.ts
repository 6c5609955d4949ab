import { rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { startEmbeddedPostgres } from "./postgres/embedded-postgres.ts";
import { startGatewayProcess } from "./testing/gateway-process.ts";
import type { GatewayProcess } from "./testing/gateway-process.ts";
import { createSampleWorld, expectExactlyOnce, settle } from "./testing/sample-world.ts";

/** What a killed gateway had in hand must be taken up within this. */
const limitSeconds = 30;

describe("several gateways on one database", () => {
  it("take up what a killed one had in hand", { timeout: 120_000 }, async () => {
    const world = await createSampleWorld(24);
    const postgres = await startEmbeddedPostgres(`${world.folder}/database`);
    const { user, password, host, port, database } = postgres.connection;
    const environment = {
      DATABASE_URL: `postgres://${user}:${password}@${host}:${port}/${database}`,
    };
    const client = new pg.Client(postgres.connection);
    const running: GatewayProcess[] = [];
    try {
      const first = await startGatewayProcess(world.data, environment);
      running.push(first);
      await client.connect();
      await world.introduce(first.url);
      const { rows } = await client.query<{ lock_names: string[] }>(
        "select lock_names from gateways",
      );
      const names = rows.flatMap(({ lock_names }) => lock_names);
      running.push(await startGatewayProcess(world.data, environment));
      const asking = Promise.all(world.patients.map((patient) => world.ask(first.url, patient)));
      asking.catch(() => {});
      let held: unknown[] = [];
      for (let attempt = 0; held.length === 0 && attempt < 2000; attempt++) {
        await delay(2);
        ({ rows: held } = await client.query(
          "select id from graphile_worker.jobs where locked_by = any($1) and task_identifier = 'make-extract'",
          [names],
        ));
      }
      expect(held).not.toEqual([]);
      await first.kill();
      const killed = Date.now();
      const stuck = await client.query(
        "select id from graphile_worker.jobs where locked_by = any($1)",
        [names],
      );
      expect(stuck.rowCount).toBeGreaterThan(0);
      await settle(client, 60_000);
      expect((Date.now() - killed) / 1000).toBeLessThan(limitSeconds);
      await expectExactlyOnce(world, client, 1);
    } finally {
      for (const gateway of running) await gateway.kill();
      await client.end();
      await postgres.stop();
      await rm(postgres.home, { recursive: true, force: true });
      await world.remove();
    }
  });
});
