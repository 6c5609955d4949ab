import { runMigrations } from "graphile-worker";
import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import type { Logger } from "pino";
import { AdvisedError } from "../advised-error.ts";
import { graphileLogger } from "../jobs/graphile-logger.ts";
import type { Database, Db } from "./database.ts";
import { migrations } from "./migrations.ts";

/** The oldest PostgreSQL that has what the gateway uses. */
const oldestVersion = 15;

export interface OpenedDatabase {
  readonly db: Db;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** Connects, checks that the server will do, and brings the tables up to date. Several gateways may do so at once. */
export async function openDatabase(
  connection: pg.PoolConfig,
  logger: Logger,
): Promise<OpenedDatabase> {
  const pool = new pg.Pool({
    max: 16,
    connectionTimeoutMillis: 10_000,
    application_name: "gp2gp-gateway",
    ...connection,
  });
  // An idle connection that breaks is replaced by the next query.
  const note = (error: Error) =>
    logger.warn({ code: codeOf(error) }, "a database connection broke");
  pool.on("error", note);
  pool.on("connect", (client) => client.on("error", note));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    await checkServer(pool);
    await runMigrations({ pgPool: pool, logger: graphileLogger(logger) });
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
    }).migrateToLatest();
    if (error !== undefined)
      throw error instanceof Error ? error : new Error("the tables could not be made");
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, pool, close: () => db.destroy() };
}

async function checkServer(pool: pg.Pool): Promise<void> {
  const answer = await pool
    .query<{ version: number; encoding: string }>(
      "select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding",
    )
    .catch((cause: unknown) => {
      throw new AdvisedError(
        `The database cannot be used (${codeOf(cause)}).`,
        "Check that PostgreSQL runs and that DATABASE_URL names its host, port, user, password and database.",
        { cause },
      );
    });
  const [server] = answer.rows;
  if (server === undefined || server.version < oldestVersion)
    throw new AdvisedError(
      `The database is PostgreSQL ${server?.version ?? "of an unknown version"}; ${oldestVersion} or later is needed.`,
      "Point DATABASE_URL at a newer PostgreSQL.",
    );
  if (server.encoding !== "UTF8")
    throw new AdvisedError(
      `The database is in ${server.encoding}; UTF8 is needed.`,
      "Make the database with `create database … encoding 'UTF8' template template0`.",
    );
}

/** A connection error in one word, which names no value: `ECONNREFUSED`, `28P01`. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "no answer";
}
