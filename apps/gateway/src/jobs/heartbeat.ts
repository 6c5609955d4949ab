import { setTimeout as delay } from "node:timers/promises";
import { sql } from "kysely";
import type { Logger } from "pino";
import type { Db } from "../store/database.ts";

/** How often a gateway says that it lives, and after how long silence it counts as dead. */
const heartbeatSeconds = { beat: 4, dead: 15 } as const;

export interface HeartbeatOptions {
  readonly db: Db;
  readonly gatewayId: string;
  readonly lockNames: () => ReadonlySet<string>;
  /** No other gateway can be alive on this database: jobs others hold are freed at the first beat. */
  readonly alone: boolean;
  readonly logger: Logger;
  /** Called when the database does not answer, before the next beat. */
  readonly onSilence: () => Promise<void>;
}

export interface Heartbeat {
  readonly isBeating: boolean;
  stop(): Promise<void>;
}

/**
 * Says again and again that this gateway lives, and frees the jobs of gateways that do not. Without it
 * the jobs of a killed gateway would wait for hours.
 */
export async function startHeartbeat(options: HeartbeatOptions): Promise<Heartbeat> {
  const { db, gatewayId, logger } = options;
  const ending = new AbortController();
  await beat(options, options.alone);
  let isBeating = true;
  const beating = (async () => {
    while (!ending.signal.aborted) {
      const wait = isBeating ? heartbeatSeconds.beat * 1000 : 500;
      await delay(wait, undefined, { signal: ending.signal }).catch(() => {});
      if (ending.signal.aborted) return;
      try {
        await beat(options, false);
        isBeating = true;
      } catch (error) {
        isBeating = false;
        logger.error({ err: error }, "the database does not answer");
        await options.onSilence().catch((failure: unknown) => {
          logger.error({ err: failure }, "the database could not be started again");
        });
      }
    }
  })();
  return {
    get isBeating() {
      return isBeating;
    },
    stop: async () => {
      ending.abort();
      await beating;
      await db
        .deleteFrom("gateways")
        .where("id", "=", gatewayId)
        .execute()
        .catch(() => {});
    },
  };
}

async function beat({ db, gatewayId, lockNames, logger }: HeartbeatOptions, alone: boolean) {
  const own = [...lockNames()];
  await sql`
    insert into gateways (id, lock_names) values (${gatewayId}, ${own}::text[])
    on conflict (id) do update set lock_names = excluded.lock_names, seen_at = now()
  `.execute(db);
  const lives = alone
    ? sql`id = ${gatewayId}`
    : sql`seen_at > now() - make_interval(secs => ${heartbeatSeconds.dead})`;
  // A gateway that has only just started may hold jobs before its first beat: hence the age of the lock.
  const settled = alone
    ? sql`true`
    : sql`locked_at < now() - make_interval(secs => ${heartbeatSeconds.beat * 2})`;
  const { rows } = await sql<{ freed: string }>`
    select freed, graphile_worker.force_unlock_workers(array[freed])
    from (
      select distinct locked_by as freed from graphile_worker.jobs
      where locked_by is not null and ${settled}
        and locked_by not in (select unnest(lock_names) from gateways where ${lives})
    ) as dead
  `.execute(db);
  if (rows.length > 0) logger.warn({ workers: rows.length }, "freed the jobs of a killed gateway");
  await sql`delete from gateways where id <> ${gatewayId} and not (${lives})
    and seen_at < now() - interval '1 minute'`.execute(db);
}
