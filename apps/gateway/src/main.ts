#!/usr/bin/env node
import { formats, wireFormat } from "./adapters.ts";
import { createLogger } from "./create-logger.ts";
import { readEnvironment } from "./env.ts";
import { readOptions } from "./read-options.ts";
import { runUntilSignal } from "./run-until-signal.ts";
import { startGateway } from "./start-gateway.ts";

await runUntilSignal(async () => {
  const settings = readEnvironment(readOptions(process.argv.slice(2), process.env));
  const logger = createLogger(settings.logLevel);
  const gateway = await startGateway(settings, { logger, formats, wireFormat });
  logger.info({ url: gateway.url, database: gateway.database }, "the gateway is running");
  process.stdout.write(
    `The gateway listens on ${gateway.url} (documentation: ${gateway.url}/docs).\n`,
  );
  return () => gateway.stop();
});
