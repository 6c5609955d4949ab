import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noMaps } from "@gp2gp/core";
import { LocalContentStore } from "@gp2gp/files";
import { formats, wireFormat } from "../adapters.ts";
import { createTableTransport } from "../carrier/table-transport.ts";
import { createFolderConnectors } from "../connectors/folder-connectors.ts";
import { createLogger } from "../create-logger.ts";
import { runJobs } from "../jobs/run-jobs.ts";
import { startEmbeddedPostgres } from "../postgres/embedded-postgres.ts";
import { openDatabase } from "../store/open-database.ts";
import { systemClock } from "../transfers/clock.ts";
import { receiveMessage } from "../transfers/receive-message.ts";
import type { TransferContext } from "../transfers/transfer-context.ts";

/** The gateway without its API, whose messages a test may forge. */
export interface GatewayParts {
  readonly folder: string;
  readonly context: TransferContext;
  close(): Promise<void>;
}

export async function openGatewayParts(): Promise<GatewayParts> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "gp2gp-parts-")));
  const logger = createLogger("silent");
  const postgres = await startEmbeddedPostgres(folder);
  const { db, pool, close } = await openDatabase(postgres.connection, logger);
  await mkdir(join(folder, "content"));
  const content = await LocalContentStore.open(join(folder, "content"));
  const transport = createTableTransport(db, content);
  const context: TransferContext = {
    db,
    content,
    transport,
    formats,
    wireFormat,
    terminology: noMaps,
    clock: systemClock,
    timeouts: { extractSeconds: 3600, acknowledgementSeconds: 3600 },
    logger,
    connect: createFolderConnectors(formats),
  };
  await transport.receive((message) => receiveMessage(context, message));
  const jobs = await runJobs(
    { ...context, deliver: (messageId) => transport.deliver(messageId) },
    { pool, concurrency: 2, onJob: () => {} },
  );
  return {
    folder,
    context,
    close: async () => {
      await jobs.stop();
      await close();
      await postgres.stop();
      await rm(postgres.home, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
