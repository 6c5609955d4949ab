import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withCheckDigit } from "@gp2gp/core";
import type { Artefact } from "@gp2gp/core";
import { LocalContentStore, nodeContext } from "@gp2gp/files";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { formats } from "../adapters.ts";
import { createFolderConnectors } from "./folder-connectors.ts";

const samples = fileURLToPath(new URL("../../samples/riverside-emis/", import.meta.url));
const thomas = withCheckDigit("999000202") ?? "";
const nobody = withCheckDigit("999000303") ?? "";

let root = "";
let outbox = "";
let inbox = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "gp2gp-connector-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  const folder = await mkdtemp(join(root, "practice-"));
  outbox = join(folder, "outbox");
  inbox = join(folder, "inbox");
  await mkdir(outbox);
  await mkdir(inbox);
});

const connector = () => createFolderConnectors(formats)({ outbox, inbox, format: "emis-open" });
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);

async function context() {
  return nodeContext({ content: await LocalContentStore.open(join(root, "content")) });
}

async function put(name: string, text: string, seconds = 60): Promise<void> {
  await writeFile(join(outbox, name), text);
  await utimes(join(outbox, name), ago(seconds), ago(seconds));
}

describe("finding a record in an outbox", () => {
  const record = () => readFile(join(samples, "thomas-ferndale.xml"), "utf8");

  it("goes by the NHS number and not by the file's name", async () => {
    await put("a.xml", (await record()).replaceAll(thomas, nobody));
    await put("b.xml", await record());
    await put("readme.txt", `about ${thomas}`);
    const found = await connector().findRecord(thomas, await context());
    expect(found).toMatchObject({ outcome: "found", format: "emis-open" });
    expect(found.outcome === "found" && found.record.patient.identifiers).toContainEqual(
      expect.objectContaining({ value: thomas }),
    );
  });

  it("takes the newest of several", async () => {
    const old = await record();
    await put("z.xml", old.replaceAll("No night-time cough.", "Old."), 500);
    await put("a.xml", old, 100);
    const found = await connector().findRecord(thomas, await context());
    expect(JSON.stringify(found)).toContain("No night-time cough.");
  });

  it("gives no older record in place of a newer one that is damaged", async () => {
    await put("old.xml", await record(), 500);
    await put("new.xml", (await record()).slice(0, 9000), 100);
    const found = await connector().findRecord(thomas, await context());
    expect(found.outcome).toBe("unreadable");
  });

  it("waits for an export that is just being written", async () => {
    await put("new.xml", (await record()).slice(0, 9000), 1);
    await expect(connector().findRecord(thomas, await context())).rejects.toMatchObject({
      code: "export-incomplete",
    });
  });

  it("says that there is none, among other patients, junk and empty files", async () => {
    await put("a.xml", await record());
    await put("empty.xml", "");
    await put("junk.zip", "PK\u0003\u0004 and no more");
    await mkdir(join(outbox, "folder"));
    expect(await connector().findRecord(nobody, await context())).toEqual({ outcome: "absent" });
  });

  it("rejects when the outbox is not there", async () => {
    await rm(outbox, { recursive: true });
    await expect(connector().findRecord(thomas, await context())).rejects.toMatchObject({
      code: "outbox-missing",
    });
  });
});

describe("filing into an inbox", () => {
  const artefact = (text: string, failing = false): Artefact => ({
    parts: [
      {
        name: "record.xml",
        mediaType: "application/xml",
        async *open() {
          yield Buffer.from(text);
          if (failing) throw new Error("the disk is full");
        },
      },
    ],
  });

  it("files once, however often it is asked", async () => {
    const first = await connector().file("T1", artefact("first"));
    expect(first).toEqual([
      { name: "record.xml", path: join(inbox, "T1", "record.xml"), bytes: 5 },
    ]);
    expect(await connector().file("T1", artefact("second"))).toEqual(first);
    expect(await readFile(join(inbox, "T1", "record.xml"), "utf8")).toBe("first");
    expect(await readdir(inbox)).toEqual(["T1"]);
  });

  it("leaves nothing of an attempt that fails, nor of one that was killed before", async () => {
    await mkdir(join(inbox, ".T1.0123abcd"));
    await mkdir(join(inbox, ".T2.0123abcd"));
    await expect(connector().file("T1", artefact("x", true))).rejects.toThrow();
    expect(await readdir(inbox)).toEqual([".T2.0123abcd"]);
    await connector().file("T1", artefact("x"));
    expect((await readdir(inbox)).toSorted()).toEqual([".T2.0123abcd", "T1"]);
  });

  it("files once when two try at the same time", async () => {
    const both = await Promise.allSettled([
      connector().file("T1", artefact("one")),
      connector().file("T1", artefact("one")),
    ]);
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    await connector().file("T1", artefact("one"));
    expect(await readdir(inbox)).toEqual(["T1"]);
  });

  it("makes no folder where the inbox is missing", async () => {
    await rm(inbox, { recursive: true });
    await expect(connector().file("T1", artefact("x"))).rejects.toMatchObject({
      code: "inbox-missing",
    });
    expect(await readdir(join(inbox, ".."))).toEqual(["outbox"]);
  });
});
