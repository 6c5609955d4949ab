import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { withCheckDigit } from "@gp2gp/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formats, wireFormat } from "../adapters.ts";
import { createLogger } from "../create-logger.ts";
import { readEnvironment } from "../env.ts";
import { startGateway } from "../start-gateway.ts";
import type { Gateway } from "../start-gateway.ts";
import { databaseHome } from "../testing/sample-world.ts";

const nhsNumber = withCheckDigit("999000001") ?? "";
const unknownNumber = withCheckDigit("999000002") ?? "";
const secretName = "Zwetschgenbaum";

describe("the API", () => {
  let folder = "";
  let gateway: Gateway;
  let logged = "";
  const inbox = (name: string) => join(folder, name, "inbox");

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "gp2gp-api-")));
    for (const name of ["a", "b"])
      for (const box of ["inbox", "outbox"])
        await mkdir(join(folder, name, box), { recursive: true });
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        logged += chunk.toString();
        done();
      },
    });
    const settings = readEnvironment({
      GP2GP_DATA: join(folder, "data"),
      GP2GP_PORT: "0",
      GP2GP_LOG: "trace",
    });
    gateway = await startGateway(settings, {
      logger: createLogger("trace", sink),
      formats,
      wireFormat,
    });
  });

  afterAll(async () => {
    await gateway.stop();
    await rm(await databaseHome(join(folder, "data")), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  });

  async function call(method: string, path: string, body?: unknown) {
    const response = await fetch(`${gateway.url}${path}`, {
      method,
      ...(body !== undefined && {
        body: typeof body === "string" ? body : JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    const value: unknown = isJson && text !== "" ? JSON.parse(text) : text;
    return { status: response.status, type: response.headers.get("content-type"), body: value };
  }

  const practice = (name: string, more: object = {}) => ({
    name: `Practice ${name}`,
    supplier: "emis",
    format: "emis-open",
    inbox: inbox(name),
    outbox: join(folder, name, "outbox"),
    ...more,
  });

  it("serves practices", async () => {
    const made = await call("PUT", "/practices/Z99001", practice("a"));
    expect(made).toMatchObject({ status: 200, body: { odsCode: "Z99001", name: "Practice a" } });
    expect(await call("GET", "/practices/Z99001")).toMatchObject({ body: made.body });
    await call("PUT", "/practices/Z99002", practice("b"));
    await call("PUT", "/practices/Z99003", practice("b"));
    expect(await call("DELETE", "/practices/Z99003")).toMatchObject({ status: 204 });
    expect(await call("DELETE", "/practices/Z99003")).toMatchObject({ status: 404 });
    expect((await call("GET", "/practices")).body).toHaveLength(2);
  });

  it("says what is wrong with a practice's settings", async () => {
    const wrong = practice("a", { format: "papyrus-scroll", inbox: join(folder, "nowhere") });
    expect(await call("PUT", "/practices/Z99009", wrong)).toMatchObject({
      status: 422,
      type: expect.stringContaining("application/problem+json"),
      body: { errors: [{ path: "format" }, { path: "inbox" }] },
    });
    expect(await call("PUT", "/practices/z-1", practice("a"))).toMatchObject({
      status: 400,
      body: { errors: [{ path: "odsCode" }] },
    });
  });

  const entry = {
    nhsNumber,
    currentPractice: "Z99002",
    previousPractice: "Z99001",
    demographics: {
      names: [{ given: ["Ada"], family: [secretName] }],
      birthDate: "1970-02-28",
      sex: "female",
    },
  };

  it("keeps a directory of patients, found by number in the body", async () => {
    const made = await call("POST", "/patients", entry);
    expect(made).toMatchObject({ status: 201, body: { nhsNumber } });
    expect(await call("POST", "/patients", entry)).toMatchObject({ status: 409 });
    const found = await call("POST", "/patients/search", { nhsNumber });
    expect(found.body).toEqual({
      ...(made.body as object),
      demographics: { ...entry.demographics, identifiers: [] },
    });
    const { id } = made.body as { id: string };
    expect(await call("PUT", `/patients/${id}`, entry)).toMatchObject({ status: 200 });
    expect(await call("GET", "/patients")).toMatchObject({ body: { patients: [{ id }] } });
    const other = { ...entry, nhsNumber: unknownNumber };
    expect(await call("PUT", `/patients/${id}`, other)).toMatchObject({ status: 404 });
  });

  it("refuses a number with a wrong check digit without repeating it", async () => {
    const wrong = `${nhsNumber.slice(0, 9)}${(Number(nhsNumber[9]) + 1) % 10}`;
    const refused = await call("POST", "/transfers", {
      nhsNumber: wrong,
      requestingPractice: "Z99002",
    });
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: [{ path: "nhsNumber", message: "has a wrong check digit" }] },
    });
    expect(JSON.stringify(refused.body)).not.toContain(wrong);
  });

  it("answers an unknown patient with 06 and a practice that is not the current one with 19", async () => {
    const unknown = { nhsNumber: unknownNumber, requestingPractice: "Z99002" };
    expect(await call("POST", "/transfers", unknown)).toMatchObject({
      status: 404,
      type: expect.stringContaining("application/problem+json"),
      body: { code: "06", type: "urn:gp2gp:problem:response-code-06" },
    });
    const notCurrent = { nhsNumber, requestingPractice: "Z99001" };
    expect(await call("POST", "/transfers", notCurrent)).toMatchObject({
      status: 409,
      body: { code: "19" },
    });
  });

  it("fails a transfer with 06 when the previous practice has no export of the patient, and pages", async () => {
    const asked = { nhsNumber, requestingPractice: "Z99002" };
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) {
      const started = await call("POST", "/transfers", asked);
      expect(started.status).toBe(202);
      const { id } = started.body as { id: string };
      ids.unshift(id);
      await expect
        .poll(async () => (await call("GET", `/transfers/${id}`)).body, { timeout: 15_000 })
        .toMatchObject({ status: "failed", failure: { by: "sender", code: "06" }, documents: [] });
    }
    const first = await call("GET", "/transfers?limit=2");
    const { transfers, next } = first.body as { transfers: { id: string }[]; next: string };
    expect(transfers.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(await call("GET", `/transfers?limit=2&after=${next}`)).toMatchObject({
      body: { transfers: [{ id: ids[2] }] },
    });
    expect(await call("GET", "/transfers?after=nonsense")).toMatchObject({ status: 400 });
    expect(await call("GET", "/transfers?status=completed")).toMatchObject({
      body: { transfers: [] },
    });
    const seen = (await call("GET", `/transfers/${ids[0]}`)).body as {
      events: { side: string; type: string }[];
    };
    expect(seen.events.map(({ side, type }) => `${side} ${type}`)).toEqual([
      "requester request-made",
      "sender request-received",
      "sender request-refused",
      "requester acknowledgement-received",
    ]);
  });

  it("answers every mistake with a problem", async () => {
    for (const [method, path, body, status] of [
      ["GET", "/nowhere", undefined, 404],
      ["GET", "/transfers/7", undefined, 400],
      ["GET", "/transfers/11111111-1111-4111-8111-111111111111", undefined, 404],
      ["POST", "/transfers", "{not json", 400],
      ["POST", "/transfers", "x".repeat(2_000_000), 413],
      ["POST", "/transfers", { nhsNumber, requestingPractice: "Z99002", more: 1 }, 400],
      ["DELETE", "/practices/Z99001", undefined, 409],
      ["PUT", "/practices/Z99001", practice("a", { name: "a\0b" }), 400],
    ] as const) {
      const answer = await call(method, path, body);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.type).toContain("application/problem+json");
      expect(answer.body).toMatchObject({ title: expect.any(String), action: expect.any(String) });
    }
  });

  it("is described, alive, ready and measured", async () => {
    expect(await call("GET", "/health")).toMatchObject({ status: 200 });
    expect(await call("GET", "/ready")).toMatchObject({ status: 200, body: { status: "ready" } });
    const docs = await call("GET", "/docs/json");
    expect(docs.body).toMatchObject({ openapi: expect.any(String) });
    expect(Object.keys((docs.body as { paths: object }).paths)).toContain("/transfers/{id}");
    expect((await call("GET", "/docs")).status).toBe(200);
    const { body } = await call("GET", "/metrics");
    expect(body).toContain('gp2gp_transfers{status="failed"} 3');
  });

  it("writes nothing about a patient into its log and metrics", async () => {
    await call("GET", `/transfers?nhsNumber=${nhsNumber}`);
    await call("GET", `/patients/${nhsNumber}`);
    const { body } = await call("GET", "/metrics");
    expect(logged.length).toBeGreaterThan(1000);
    for (const text of [logged, String(body)]) {
      expect(text).not.toContain(nhsNumber);
      expect(text).not.toContain(unknownNumber);
      expect(text).not.toContain(secretName);
    }
  });
});
