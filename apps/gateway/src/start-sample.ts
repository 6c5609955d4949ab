import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pino } from "pino";
import { AdvisedError } from "./advised-error.ts";
import { formats, wireFormat } from "./adapters.ts";
import { createLogger } from "./create-logger.ts";
import { readEnvironment } from "./env.ts";
import type { GatewaySettings } from "./env.ts";
import { freePort } from "./postgres/free-port.ts";
import { readOptions } from "./read-options.ts";
import { runUntilSignal } from "./run-until-signal.ts";
import { ApiClient } from "./sample/api-client.ts";
import { layOutSample } from "./sample/lay-out-sample.ts";
import { samplePatients, samplePractices } from "./sample/sample-practices.ts";
import type { SamplePlaces } from "./sample/sample-practices.ts";
import { tellEvent, tellIssues, tellLosses, tellPath } from "./sample/tell-transfer.ts";
import { startGateway } from "./start-gateway.ts";
import type { Gateway } from "./start-gateway.ts";

/** How long the sample waits for its transfer. */
const patienceMilliseconds = 60_000;

const say = (line = ""): void => console.log(line);

await runUntilSignal(async (stopping) => {
  const given = readOptions(process.argv.slice(2), process.env);
  const settings = readEnvironment(given);
  const logFile = join(settings.dataFolder, "gateway.log");
  const destination = pino.destination({ dest: logFile, mkdir: true, sync: true });
  const logger = createLogger(settings.logLevel, destination);
  const places = { root: join(settings.dataFolder, "sample") };
  await layOutSample(places);
  const port = given["GP2GP_PORT"] ? settings.port : await freePort(settings.port);
  const gateway = await startGateway({ ...settings, port }, { logger, formats, wireFormat });
  try {
    await showSample(gateway, places, stopping);
    if (!stopping.aborted) tellPlaces(gateway, { ...settings, port }, logFile);
  } catch (error) {
    await gateway.stop();
    throw error;
  }
  return () => gateway.stop();
});

/** Registers the practices and patients, moves a record unless it has been moved, and says what happened. */
async function showSample(
  gateway: Gateway,
  places: SamplePlaces,
  stopping: AbortSignal,
): Promise<void> {
  const api = new ApiClient(gateway.url);
  const { from, to } = samplePractices(places);
  for (const practice of [from, to]) await api.putPractice(practice);
  const ids: string[] = [];
  for (const patient of samplePatients)
    ids.push(
      await api.putPatient(patient, {
        currentPractice: to.odsCode,
        previousPractice: from.odsCode,
      }),
    );
  say();
  say(`${from.name} (${from.odsCode}) runs EMIS, ${to.name} (${to.odsCode}) runs TPP.`);
  say("Margaret Oakfield, who is made up, has moved from the first to the second.");
  say();

  const [patient] = samplePatients;
  const latest = await api.latestTransfer(ids[0] ?? "");
  const earlier = latest?.status === "completed" ? latest : undefined;
  const { id } = earlier ?? (await api.startTransfer(patient.nhsNumber, to.odsCode));
  if (earlier) say(`Her record went across at an earlier start, at ${earlier.requestedAt}:`);
  else if (latest?.id === id) say("Her record was on its way when the gateway ended; it goes on:");
  else say("Her record goes across:");
  const names = { from: from.name, to: to.name };
  const deadline = Date.now() + patienceMilliseconds;
  for (let told = 0; ;) {
    const transfer = await api.transfer(id);
    for (; told < transfer.events.length; told++) {
      const event = transfer.events[told];
      if (event) say(tellEvent(event, { start: transfer.requestedAt, ...names }));
    }
    const isOver = transfer.status !== "in-progress" && isAnswered(transfer.events);
    if (isOver || stopping.aborted) {
      if (isOver) tellOutcome(transfer);
      return;
    }
    if (Date.now() > deadline)
      throw new AdvisedError(
        "The sample transfer does not come to an end.",
        "The log says why; stop with Ctrl-C, remove the .gp2gp folder and start again.",
      );
    await delay(20, undefined, { signal: stopping }).catch(() => {});
  }
}

/** The sender learns last that the record arrived. */
function isAnswered(events: Awaited<ReturnType<ApiClient["transfer"]>>["events"]): boolean {
  const wasSent = events.some(({ type }) => type === "extract-made");
  return (
    !wasSent ||
    events.some(({ side, type }) => side === "sender" && type === "acknowledgement-received")
  );
}

function tellOutcome(transfer: Awaited<ReturnType<ApiClient["transfer"]>>): void {
  say();
  if (transfer.status === "failed") {
    const { failure } = transfer;
    say(`It failed: ${failure?.meaning ?? "no reason given"} ${failure?.action ?? ""}`);
    tellNoticed(transfer);
    return;
  }
  say("What does not stand in a place of its own, and why (nothing is lost without being named):");
  for (const line of tellLosses(transfer, "EMIS", "TPP")) say(line);
  say("  An EHR Extract names its patient by NHS number alone: the directory fills in the rest.");
  say("  What was carried as text reads back into its place at any practice this project serves.");
  tellNoticed(transfer);
  say();
  const [first] = transfer.documents;
  if (!first) return;
  say(`What was filed, in ${tellPath(first.path.slice(0, -first.name.length))}:`);
  for (const { name, bytes } of transfer.documents)
    say(`  ${name} (${Math.ceil(bytes / 1000)} kB)`);
}

function tellNoticed(transfer: Awaited<ReturnType<ApiClient["transfer"]>>): void {
  const issues = tellIssues(transfer);
  if (issues.length === 0) return;
  say();
  say("What the adapters noticed:");
  for (const line of issues) say(line);
}

function tellPlaces(gateway: Gateway, settings: GatewaySettings, logFile: string): void {
  say();
  say(`The gateway goes on running. Its API:  ${gateway.url}/docs`);
  say(
    `Its database:  ${gateway.database.replace(settings.dataFolder, tellPath(settings.dataFolder))}`,
  );
  say(`Its log:       ${tellPath(logFile)}`);
  say("Ctrl-C stops it.");
}
