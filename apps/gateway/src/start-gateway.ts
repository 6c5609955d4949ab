import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { SupplierAdapterV1 } from "@gp2gp/core";
import { LocalContentStore } from "@gp2gp/files";
import type { FormatRegistry } from "@gp2gp/files";
import { sql } from "kysely";
import type { Logger } from "pino";
import { AdvisedError } from "./advised-error.ts";
import { createApi } from "./api/create-api.ts";
import { createTableTransport } from "./carrier/table-transport.ts";
import { createFolderConnectors } from "./connectors/folder-connectors.ts";
import type { GatewaySettings } from "./env.ts";
import { startHeartbeat } from "./jobs/heartbeat.ts";
import { keepJobsRunning } from "./jobs/keep-jobs-running.ts";
import { createMetrics } from "./metrics.ts";
import { startEmbeddedPostgres } from "./postgres/embedded-postgres.ts";
import { openDatabase } from "./store/open-database.ts";
import { takeSoleUse } from "./store/sole-user.ts";
import { systemClock } from "./transfers/clock.ts";
import { receiveMessage } from "./transfers/receive-message.ts";
import { openTerminology } from "./terminology/open-terminology.ts";
import type { TransferContext } from "./transfers/transfer-context.ts";

export interface GatewayParts {
  readonly logger: Logger;
  readonly formats: FormatRegistry;
  /** The format in which records travel. */
  readonly wireFormat: SupplierAdapterV1;
}

/** A gateway that runs. */
export interface Gateway {
  /** Where its API listens, such as `http://127.0.0.1:8720`. */
  readonly url: string;
  /** What its database is, in words. */
  readonly database: string;
  /** Stops taking work, finishes what it has, stops the embedded database last. */
  stop(): Promise<void>;
}

/** Puts the gateway together and starts it. Everything it consists of is chosen here and nowhere else. */
export async function startGateway(
  settings: GatewaySettings,
  { logger, formats, wireFormat }: GatewayParts,
): Promise<Gateway> {
  // What was started, to be stopped in the opposite order: the database first in, last out.
  const started: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let end = started.pop(); end !== undefined; end = started.pop())
      await end().catch((error: unknown) => logger.error({ err: error }, "a part did not stop"));
  };
  try {
    const { dataFolder } = settings;
    const maps = openTerminology(settings.terminology, logger);
    started.push(() => maps.close());
    await makeDataFolder(dataFolder);
    const postgres =
      settings.databaseUrl === undefined ? await startEmbeddedPostgres(dataFolder) : undefined;
    if (postgres) started.push(() => postgres.stop());
    const connection = postgres?.connection ?? { connectionString: settings.databaseUrl ?? "" };
    const soleUse = postgres && (await takeSoleUse(postgres.connection));
    if (soleUse) started.push(() => soleUse.release());
    const { db, pool, close } = await openDatabase(connection, logger);
    started.push(close);

    const contentFolder = join(dataFolder, "content");
    await mkdir(contentFolder, { recursive: true, mode: 0o700 });
    const content = await LocalContentStore.open(contentFolder);
    started.push(() => content.close());
    const transport = createTableTransport(db, content);
    const context: TransferContext = {
      db,
      content,
      transport,
      formats,
      wireFormat,
      terminology: maps.terminology,
      clock: systemClock,
      timeouts: {
        extractSeconds: settings.extractSeconds,
        acknowledgementSeconds: settings.acknowledgementSeconds,
      },
      logger,
      connect: createFolderConnectors(formats),
    };
    await transport.receive((message) => receiveMessage(context, message));

    const metrics = createMetrics(db);
    const jobs = await keepJobsRunning(
      { ...context, deliver: (messageId) => transport.deliver(messageId) },
      { pool, concurrency: settings.concurrency, onJob: metrics.job },
    );
    started.push(() => jobs.stop());
    const heartbeat = await startHeartbeat({
      db,
      gatewayId: randomUUID(),
      lockNames: jobs.lockNames,
      alone: postgres !== undefined,
      logger,
      onSilence: async () => {
        await postgres?.ensureRunning();
        await soleUse?.renew();
      },
    });
    started.push(() => heartbeat.stop());

    const api = await createApi({
      transfers: context,
      metrics,
      unreadyBecause: async () => {
        if (!heartbeat.isBeating) return "The database does not answer.";
        if (!jobs.isRunning()) return "The background work is not running.";
        const answered = await sql`select 1`.execute(db).catch(() => undefined);
        return answered ? undefined : "The database does not answer.";
      },
    });
    started.push(() => api.close());
    const url = await api.listen(settings).catch((cause: unknown) => {
      throw cannotListen(settings, cause);
    });
    return {
      url,
      database: postgres
        ? `embedded PostgreSQL, in ${postgres.home}`
        : "PostgreSQL of DATABASE_URL",
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function makeDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 });
  } catch (cause) {
    throw new AdvisedError(
      `The data folder ${folder} cannot be made.`,
      "Check the rights of the folder above it, or give another with GP2GP_DATA.",
      { cause },
    );
  }
}

function cannotListen({ host, port }: GatewaySettings, cause: unknown): AdvisedError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "no reason given";
  return code === "EADDRINUSE"
    ? new AdvisedError(
        `Port ${port} of ${host} is in use.`,
        "Stop what uses it, or give another with GP2GP_PORT.",
        { cause },
      )
    : new AdvisedError(
        `The gateway cannot listen on ${host}, port ${port} (${code}).`,
        "Check GP2GP_HOST and GP2GP_PORT.",
        { cause },
      );
}
