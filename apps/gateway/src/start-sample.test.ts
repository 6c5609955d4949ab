import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { mkdtemp, readFile, readdir, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { killDatabase } from "./testing/gateway-process.ts";
import { databaseHome } from "./testing/sample-world.ts";

let folder = "";
let data = "";
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "gp2gp-sample-")));
  data = join(folder, "data");
});
afterAll(async () => {
  const home = await databaseHome(data);
  await killDatabase(home);
  await rm(home, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

/** A program of the gateway as a person starts it, in an environment without a locale or a home. */
function begin(program: "start-sample.ts" | "main.ts", environment: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    ["--conditions=@gp2gp/source", join(import.meta.dirname, program)],
    {
      cwd: folder,
      env: { PATH: process.env["PATH"], GP2GP_DATA: data, GP2GP_PORT: "0", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return {
    output: () => output,
    ended,
    says: async (words: RegExp) => {
      for (;;) {
        if (words.test(output)) return;
        if (child.exitCode !== null) throw new Error(`it ended: ${output}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    interrupt: async () => {
      child.kill("SIGINT");
      return await ended;
    },
  };
}

const slowly = { timeout: 120_000 };

describe("npm start", () => {
  it(
    "moves a record and says what happened, what was degraded and where things are",
    slowly,
    async () => {
      const start = begin("start-sample.ts");
      await start.says(/Ctrl-C stops it/);
      expect(await start.interrupt()).toBe(0);
      const output = start.output();
      expect(output).toMatch(/Hilltop Practice asks for the record/);
      expect(output).toMatch(/found the export \(emis-open\)/);
      expect(output).toMatch(/filed the record \(tpp-client-xml\)/);
      expect(output).toMatch(/EMIS to EHR Extract: \d+ facts/);
      expect(output).toMatch(/EHR Extract to TPP: \d+ facts/);
      expect(output).toMatch(/http:\/\/127\.0\.0\.1:\d+\/docs/);
      expect(output.trimEnd().endsWith("Stopped.")).toBe(true);
      const inbox = join(data, "sample", "hilltop-tpp", "inbox");
      const [transfer, ...more] = await readdir(inbox);
      expect(more).toEqual([]);
      const report: unknown = JSON.parse(
        await readFile(join(inbox, transfer ?? "", "gp2gp-report.json"), "utf8"),
      );
      expect(report).toMatchObject({ transfer, to: "tpp-client-xml" });
    },
  );

  it("shows the earlier transfer at a second start, and starts no other", slowly, async () => {
    const start = begin("start-sample.ts");
    await start.says(/Ctrl-C stops it/);
    expect(start.output()).toMatch(/went across at an earlier start/);
    const second = begin("main.ts");
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/Another gateway is running on this data folder/);
    expect(await start.interrupt()).toBe(0);
    expect(await readdir(join(data, "sample", "hilltop-tpp", "inbox"))).toHaveLength(1);
  });

  it("ends with a sentence when something has to be put right", slowly, async () => {
    const busy = createServer().listen(0, "127.0.0.1");
    await once(busy, "listening");
    const address = busy.address();
    const port = typeof address === "object" && address ? String(address.port) : "";
    for (const [environment, sentence] of [
      [{ GP2GP_PORT: port }, /Port \d+ of 127\.0\.0\.1 is in use/],
      [{ GP2GP_PORT: "http" }, /GP2GP_PORT must be a whole number/],
      [
        { DATABASE_URL: "postgres://nobody:guess@127.0.0.1:9/none" },
        /The database cannot be used \(ECONNREFUSED\)/,
      ],
    ] as const) {
      const start = begin("main.ts", environment);
      expect(await start.ended).toBe(1);
      expect(start.output()).toMatch(sentence);
      expect(start.output()).not.toMatch(/\n\s+at /);
      expect(start.output()).not.toContain("guess");
    }
    busy.close();
  });
});
