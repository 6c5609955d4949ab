import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";
import { killDatabase, startGatewayProcess } from "./gateway-process.ts";
import type { GatewayProcess } from "./gateway-process.ts";
import { seededRandom } from "./random.ts";
import {
  connectTo,
  createSampleWorld,
  databaseHome,
  expectExactlyOnce,
  settle,
} from "./sample-world.ts";

export interface KillPlan {
  readonly seed: number;
  readonly patients: number;
  readonly kills: number;
  /** What is killed: the gateway, or with it its whole database. */
  readonly what: "gateway" | "everything";
  /** The longest a gateway lives after it was given work. */
  readonly longestMilliseconds: number;
}

/**
 * Gives a gateway transfers and kills it at moments the seed decides, again and again; then lets it
 * finish and checks that every transfer was done exactly once.
 */
export async function killAgainAndAgain(plan: KillPlan): Promise<void> {
  const random = seededRandom(plan.seed);
  const world = await createSampleWorld(plan.patients);
  let gateway: GatewayProcess | undefined;
  try {
    gateway = await startGatewayProcess(world.data);
    await world.introduce(gateway.url);
    const home = await databaseHome(world.data);
    const waiting = [...world.patients];
    for (let kill = 0; kill < plan.kills; kill++) {
      const share = Math.ceil(waiting.length / (plan.kills - kill));
      const { url } = gateway;
      for (const patient of waiting.splice(0, share)) await world.ask(url, patient);
      await delay(random() * plan.longestMilliseconds);
      await gateway.kill();
      if (plan.what === "everything") await killDatabase(home);
      gateway = await startGatewayProcess(world.data);
    }
    const client = await connectTo(world.data);
    try {
      await settle(client, 60_000);
      await expectExactlyOnce(world, client, plan.patients);
    } finally {
      await client.end();
    }
    expect(await readdir(join(world.data, "content", "incoming"))).toEqual([]);
    expect(await gateway.interrupt()).toBe(0);
    gateway = undefined;
  } finally {
    await gateway?.kill();
    await killDatabase(await databaseHome(world.data));
    await world.remove();
  }
}
