import { randomBytes, randomUUID } from "node:crypto";
import { chown, lstat, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { AdvisedError } from "../advised-error.ts";
import { freePort } from "./free-port.ts";
import { findPostgresBinaries, postgresProgram } from "./postgres-binaries.ts";
import { postgresPlaces } from "./postgres-places.ts";
import type { PostgresPlaces } from "./postgres-places.ts";
import { isPostgresProcess, readPostmasterFile } from "./postmaster-file.ts";
import { runProgram } from "./run-program.ts";

const user = "gp2gp";
const database = "gp2gp";
/** How long a server may take to start, stop, or recover after a crash. */
const patienceSeconds = 120;

const settings = `# Written when the database was made.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 60
password_encryption = 'scram-sha-256'
log_statement = 'none'
log_min_error_statement = panic
log_parameter_max_length_on_error = 0
`;

/** A PostgreSQL server of our own. It runs in a session of its own and outlives a killed gateway. */
export interface EmbeddedPostgres {
  /** How to connect to the gateway's database. */
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password: string;
    readonly database: string;
  };
  /** The folder of its files, to back up while it is stopped. */
  readonly home: string;
  /** Whether it was running already, left by a gateway that was killed. */
  readonly adopted: boolean;
  /** Starts it again, on the same port, if it has died. */
  ensureRunning(): Promise<void>;
  /** Stops it, after everything else. */
  stop(): Promise<void>;
}

/** Starts the database of a data folder: makes it the first time, adopts it where it still runs. */
export async function startEmbeddedPostgres(dataFolder: string): Promise<EmbeddedPostgres> {
  const binaries = await findPostgresBinaries();
  const places = await postgresPlaces(dataFolder, binaries);
  const data = join(places.home, "data");
  if (!(await exists(data))) await makeDatabase(places, data);
  const password = (await readFile(join(places.home, "password"), "utf8")).trim();
  const { port, adopted } = await ensureServer(places, data, password);
  const connection = { host: "127.0.0.1", port, user, password, database };
  await makeOwnDatabase(connection);
  return {
    connection,
    home: places.home,
    adopted,
    ensureRunning: async () => {
      await ensureServer(places, data, password, port);
    },
    stop: () => stopServer(places, data),
  };
}

async function makeDatabase({ programs, home, account }: PostgresPlaces, data: string) {
  await removeHalfMade(home);
  const passwordFile = join(home, "password");
  if (!(await exists(passwordFile))) {
    // Durable before the database that asks for it.
    const staged = `${passwordFile}.${randomUUID().slice(0, 8)}`;
    await using file = await open(staged, "wx", 0o600);
    await file.writeFile(`${randomBytes(24).toString("base64url")}\n`);
    await file.sync();
    if (account) await chown(staged, account.uid, account.gid);
    await rename(staged, passwordFile);
  }
  const staging = join(home, `data-${process.pid}-${randomUUID().slice(0, 8)}`);
  const made = await runProgram(
    postgresProgram(programs, "initdb"),
    [
      `--pgdata=${staging}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // PostgreSQL's own C.UTF-8: the same on every machine, whatever locales it has.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ],
    account,
  );
  if (made.code !== 0) {
    await rm(staging, { recursive: true, force: true });
    throw cannotStart("The database could not be made.", made.output);
  }
  const configuration = join(staging, "postgresql.conf");
  await writeFile(configuration, `${await readFile(configuration, "utf8")}\n${settings}`);
  try {
    await rename(staging, data);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another gateway of this folder made it at the same time.
    if (!(await exists(data))) throw error;
  }
}

/** What a killed first start left. */
async function removeHalfMade(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^data-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(home, name), { recursive: true, force: true });
  }
}

async function ensureServer(
  places: PostgresPlaces,
  data: string,
  password: string,
  wantedPort?: number,
): Promise<{ port: number; adopted: boolean }> {
  const deadline = Date.now() + patienceSeconds * 1000;
  let before: number | undefined = wantedPort;
  for (let attempt = 1; ; attempt++) {
    const running = await readPostmasterFile(data);
    if (running && (await isPostgresProcess(running.pid))) {
      if (running.port !== undefined && (await answers(running.port, password, data)))
        return { port: running.port, adopted: true };
      before ??= running.port;
    } else {
      if (running) {
        before ??= running.port;
        await rm(running.path, { force: true });
      }
      const port = await freePort(before);
      const log = join(places.home, "log");
      const started = await runProgram(
        postgresProgram(places.programs, "pg_ctl"),
        [
          "start",
          "--wait",
          `--timeout=${patienceSeconds}`,
          `--pgdata=${data}`,
          `--log=${log}`,
          `--options=-p ${port}`,
        ],
        places.account,
      );
      if (started.code === 0 && (await answers(port, password, data)))
        return { port, adopted: false };
      if (attempt >= 5 && Date.now() > deadline - (patienceSeconds - 30) * 1000)
        throw cannotStart("The database does not start.", await endOf(log));
    }
    if (Date.now() > deadline)
      throw cannotStart("The database does not answer.", await endOf(join(places.home, "log")));
    await delay(Math.min(1000, 50 * attempt));
  }
}

/** Whether the server of this very data folder answers on a port. */
async function answers(port: number, password: string, data: string): Promise<boolean> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user,
    password,
    database: "postgres",
    connectionTimeoutMillis: 5000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("show data_directory");
    return rows[0]?.data_directory === data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function makeOwnDatabase(connection: EmbeddedPostgres["connection"]): Promise<void> {
  const client = new pg.Client({ ...connection, database: "postgres" });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [
      database,
    ]);
    if (rowCount === 0) await client.query(`create database ${database}`);
  } catch (error) {
    const duplicate =
      error instanceof pg.DatabaseError && ["42P04", "23505"].includes(error.code ?? "");
    if (!duplicate) throw error;
  } finally {
    await client.end();
  }
}

async function stopServer(places: PostgresPlaces, data: string): Promise<void> {
  const running = await readPostmasterFile(data);
  if (!running || !(await isPostgresProcess(running.pid))) return;
  const stopped = await runProgram(
    postgresProgram(places.programs, "pg_ctl"),
    ["stop", "--mode=fast", "--wait", `--timeout=${patienceSeconds}`, `--pgdata=${data}`],
    places.account,
  );
  if (stopped.code !== 0 && (await isPostgresProcess(running.pid)))
    throw cannotStart("The database does not stop.", stopped.output);
}

function cannotStart(message: string, output: string): AdvisedError {
  const last = output.trim().split("\n").slice(-5).join("\n");
  return new AdvisedError(
    last === "" ? message : `${message} It said:\n${last}`,
    "Check free disk space and the rights of the data folder, or set DATABASE_URL to another PostgreSQL.",
  );
}

async function endOf(path: string): Promise<string> {
  return (await readFile(path, "utf8").catch(() => "")).slice(-2000);
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
