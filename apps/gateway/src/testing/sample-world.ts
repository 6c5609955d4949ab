import { mkdir, mkdtemp, readFile, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withCheckDigit } from "@gp2gp/core";
import pg from "pg";
import { expect } from "vitest";
import { findPostgresBinaries } from "../postgres/postgres-binaries.ts";
import { postgresPlaces } from "../postgres/postgres-places.ts";

const template = fileURLToPath(
  new URL("../../samples/riverside-emis/thomas-ferndale.xml", import.meta.url),
);
const templateNumber = withCheckDigit("999000202") ?? "";

/** Two practices, an EMIS and a TPP one, and patients who moved from the first to the second. */
export interface SampleWorld {
  readonly folder: string;
  readonly data: string;
  readonly inbox: string;
  readonly patients: readonly string[];
  /** Tells a gateway of the practices and patients. */
  introduce(url: string): Promise<void>;
  /** Asks for a patient's record. */
  ask(url: string, nhsNumber: string): Promise<void>;
  remove(): Promise<void>;
}

export async function createSampleWorld(patientCount: number): Promise<SampleWorld> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "gp2gp-world-")));
  const box = (practice: string, name: string) => join(folder, practice, name);
  for (const practice of ["from", "to"])
    for (const name of ["inbox", "outbox"]) await mkdir(box(practice, name), { recursive: true });
  const record = await readFile(template, "utf8");
  const patients: string[] = [];
  for (let nine = 999_001_000; patients.length < patientCount; nine++) {
    const number = withCheckDigit(String(nine));
    if (number === undefined) continue;
    patients.push(number);
    const own = record.replaceAll(templateNumber, number);
    await writeFile(join(box("from", "outbox"), `export-${nine}.xml`), own);
  }
  const practice = (name: string, supplier: string, format: string) => ({
    name,
    supplier,
    format,
    inbox: box(name, "inbox"),
    outbox: box(name, "outbox"),
  });
  return {
    folder,
    data: join(folder, "data"),
    inbox: box("to", "inbox"),
    patients,
    introduce: async (url) => {
      await send(url, "PUT", "/practices/Z99901", practice("from", "emis", "emis-open"));
      await send(url, "PUT", "/practices/Z99902", practice("to", "tpp", "tpp-client-xml"));
      for (const nhsNumber of patients)
        await send(url, "POST", "/patients", {
          nhsNumber,
          currentPractice: "Z99902",
          previousPractice: "Z99901",
          demographics: {
            names: [{ given: ["Thomas"], family: ["Ferndale"] }],
            birthDate: "2015-08-22",
            sex: "male",
          },
        });
    },
    ask: (url, nhsNumber) =>
      send(url, "POST", "/transfers", { nhsNumber, requestingPractice: "Z99902" }),
    remove: async () => {
      await rm(await databaseHome(join(folder, "data")), { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function send(url: string, method: string, path: string, body: unknown): Promise<void> {
  const response = await fetch(`${url}${path}`, {
    method,
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
  if (!response.ok && response.status !== 409)
    throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
}

/** Where the embedded database of a data folder lives. */
export async function databaseHome(data: string): Promise<string> {
  return (await postgresPlaces(data, await findPostgresBinaries())).home;
}

/** A connection to the embedded database of a data folder, while it runs. */
export async function connectTo(data: string): Promise<pg.Client> {
  const home = await databaseHome(data);
  const port = Number(
    (await readFile(join(home, "data", "postmaster.pid"), "utf8")).split("\n")[3],
  );
  const password = (await readFile(join(home, "password"), "utf8")).trim();
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "gp2gp",
    password,
    database: "gp2gp",
  });
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** Waits until every transfer has come to its end and no work is left. */
export async function settle(client: pg.Client, timeout: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await client.query<{ open: number; jobs: number }>(`
          select (select count(*)::int from transfers where status = 'in-progress') as open,
                 (select count(*)::int from graphile_worker.jobs) as jobs`);
        return rows[0];
      },
      { timeout, interval: 100 },
    )
    .toEqual({ open: 0, jobs: 0 });
}

/** Checks that each of so many transfers was done once: filed once, answered once, and agreed on by both sides. */
export async function expectExactlyOnce(
  world: SampleWorld,
  client: pg.Client,
  least: number,
): Promise<void> {
  const { rows: transfers } = await client.query<{ id: string; status: string }>(
    "select id, status from transfers order by id",
  );
  expect(transfers.length).toBeGreaterThanOrEqual(least);
  expect(transfers.filter(({ status }) => status !== "completed")).toEqual([]);

  // One folder for each transfer, whole, and nothing half-done beside.
  expect((await readdir(world.inbox)).toSorted()).toEqual(transfers.map(({ id }) => id));
  for (const { id } of transfers)
    expect(await readdir(join(world.inbox, id))).toContain("gp2gp-report.json");

  const once = async (sql: string) => {
    const { rows } = await client.query<{ id: string; count: number }>(sql);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(transfers.map(({ id }) => id));
    expect(rows.filter(({ count }) => count !== 1)).toEqual([]);
  };
  const applied = (role: string, type: string) => `
    select conversation_id as id, count(*)::int as count from conversation_events
    where role = '${role}' and type = '${type}' and not detail ? 'ignored' group by 1`;
  await once(applied("requester", "extract-filed"));
  await once(applied("sender", "extract-made"));
  await once(applied("sender", "acknowledgement-received"));

  const { rows: phases } = await client.query<{ phase: string; count: number }>(
    "select role || ' ' || (state ->> 'phase') as phase, count(*)::int as count from conversations group by 1 order by 1",
  );
  expect(phases).toEqual([
    { phase: "requester completed", count: transfers.length },
    { phase: "sender completed", count: transfers.length },
  ]);
  const { rows: messages } = await client.query(
    `select conversation_id from carried_messages group by 1
     having count(*) <> 4 or count(delivered_at) <> 4`,
  );
  expect(messages).toEqual([]);
}
