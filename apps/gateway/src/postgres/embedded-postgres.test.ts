import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import type { EmbeddedPostgres } from "./embedded-postgres.ts";
import { readPostmasterFile } from "./postmaster-file.ts";

async function ask(postgres: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client(postgres.connection);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

describe("the embedded PostgreSQL", () => {
  let folder = "";
  let postgres: EmbeddedPostgres;

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "gp2gp-postgres-")));
    postgres = await startEmbeddedPostgres(folder);
  });

  afterAll(async () => {
    await postgres.stop();
    await rm(postgres.home, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  });

  it("speaks UTF-8, whatever locale the machine has", async () => {
    expect(await ask(postgres, "show server_encoding")).toEqual(["UTF8"]);
    expect(await ask(postgres, "select lower('Ä') || length('é')")).toEqual(["ä1"]);
  });

  it("keeps its files and password to its own account, and asks for the password", async () => {
    const { password, ...without } = postgres.connection;
    expect(password.length).toBeGreaterThan(20);
    await expect(new pg.Client({ ...without, password: "guess" }).connect()).rejects.toThrow(
      /password/,
    );
    await expect(readFile(join(postgres.home, "password"), "utf8")).resolves.toContain(password);
  });

  it("is adopted while it runs, and made once", async () => {
    const again = await startEmbeddedPostgres(folder);
    expect(again.adopted).toBe(true);
    expect(again.connection).toEqual(postgres.connection);
  });

  it("comes back on the same port after it was killed, with what was committed", async () => {
    await ask(postgres, "create table kept as select 42 as answer");
    const file = await readPostmasterFile(join(postgres.home, "data"));
    process.kill(file?.pid ?? 0, "SIGKILL");
    await delay(50);
    await postgres.ensureRunning();
    expect(await ask(postgres, "select answer from kept")).toEqual([42]);
  });

  it("starts where the number in its file now belongs to another process", async () => {
    await postgres.stop();
    const data = join(postgres.home, "data");
    await writeFile(
      join(data, "postmaster.pid"),
      `${process.pid}\n${data}\n1790000000\n5432\n\n127.0.0.1\n`,
    );
    await postgres.ensureRunning();
    expect(await ask(postgres, "select answer from kept")).toEqual([42]);
  });
});
