import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { AdvisedError } from "../advised-error.ts";

/** Any number no other user of advisory locks in this database takes. */
const lockNumber = 4_741_067_000;
const patienceMilliseconds = 4_000;

/** Being the only gateway on a database of its own. The server gives the place up when the process dies. */
export interface SoleUse {
  /** Takes the place again after the server was started anew. */
  renew(): Promise<void>;
  release(): Promise<void>;
}

/** Makes this the only gateway of an embedded database, or rejects because there is another. */
export async function takeSoleUse(connection: pg.ClientConfig): Promise<SoleUse> {
  let client = await take(connection);
  return {
    renew: async () => {
      const isHeld = await client.query("select 1").then(
        () => true,
        () => false,
      );
      if (isHeld) return;
      await client.end().catch(() => {});
      client = await take(connection);
    },
    release: () => client.end().catch(() => {}),
  };
}

async function take(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, application_name: "gp2gp-gateway-sole" });
  // A broken connection shows when it is renewed.
  client.on("error", () => {});
  await client.connect();
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(
      "select pg_try_advisory_lock($1) as taken",
      [lockNumber],
    );
    if (rows[0]?.taken === true) return client;
    if (Date.now() > deadline) break;
    // The server may not have noticed yet that the one before was killed.
    await delay(100);
  }
  await client.end();
  throw new AdvisedError(
    "Another gateway is running on this data folder.",
    "Use that one or stop it, give this one another folder with GP2GP_DATA, or let several share a database with DATABASE_URL.",
  );
}
