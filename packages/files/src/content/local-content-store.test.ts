import { createHash } from "node:crypto";
import { readdir, truncate, utimes, writeFile } from "node:fs/promises";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { hostname } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bytesOf } from "@gp2gp/core";
import type { StoredContent } from "@gp2gp/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { LocalContentStore } from "./local-content-store.ts";

async function* pieces(...chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* chunks;
}

async function read(store: LocalContentStore, content: StoredContent): Promise<Buffer> {
  return Buffer.from(await bytesOf({ open: () => store.get(content) }));
}

const fileOf = (folder: string, { sha256 }: StoredContent): string =>
  join(folder, "sha256", sha256.slice(0, 2), sha256);

describe("LocalContentStore", () => {
  it("gives back the bytes under their digest, however they were cut", async () => {
    const folder = await temporaryFolder();
    const store = await LocalContentStore.open(folder);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }),
        async (chunks) => {
          const whole = Buffer.concat(chunks);
          const stored = await store.put(pieces(...chunks), { mediaType: "text/plain" });
          expect(stored).toEqual({
            state: "stored",
            mediaType: "text/plain",
            bytes: whole.byteLength,
            sha256: createHash("sha256").update(whole).digest("hex"),
          });
          expect((await read(store, stored)).equals(whole)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
    expect(await readdir(join(folder, "incoming"))).toEqual([]);
  });

  it("keeps what it was given, though the giver uses one buffer for every piece", async () => {
    const store = await LocalContentStore.open(await temporaryFolder());
    async function* reused(): AsyncIterable<Uint8Array> {
      const buffer = new Uint8Array(70_000);
      for (let value = 0; value < 10; value += 1) yield buffer.fill(value);
    }
    const stored = await store.put(reused(), {});
    const bytes = await read(store, stored);
    expect(bytes.byteLength).toBe(700_000);
    expect(bytes[0]).toBe(0);
    expect(bytes[699_999]).toBe(9);
  });

  it("stores the same bytes once", async () => {
    const folder = await temporaryFolder();
    const store = await LocalContentStore.open(folder);
    const [a, b] = await Promise.all([
      store.put(pieces(Buffer.from("letter")), { name: "a" }),
      store.put(pieces(Buffer.from("let"), Buffer.from("ter")), { name: "b" }),
    ]);
    expect(a.sha256).toBe(b.sha256);
    expect(await readdir(join(folder, "sha256", a.sha256.slice(0, 2)))).toEqual([a.sha256]);
    expect(await store.stat(a.sha256)).toEqual({ state: "stored", sha256: a.sha256, bytes: 6 });
    await store.remove(a.sha256);
    await store.remove(a.sha256);
    expect(await store.stat(a.sha256)).toBeUndefined();
  });

  it("leaves nothing of a put that fails", async () => {
    const folder = await temporaryFolder();
    const store = await LocalContentStore.open(folder);
    const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    async function* failing(): AsyncIterable<Uint8Array> {
      yield Buffer.alloc(1_000_000);
      throw full;
    }
    await expect(store.put(failing(), {})).rejects.toBe(full);
    expect(await readdir(join(folder, "incoming"))).toEqual([]);
    expect(await readdir(folder)).toEqual(["incoming"]);
  });

  it("tells gone, shortened and changed content", async () => {
    const folder = await temporaryFolder();
    const store = await LocalContentStore.open(folder);
    const stored = await store.put(pieces(Buffer.from("a discharge letter")), {});
    await writeFile(fileOf(folder, stored), "A discharge letter");
    await expect(read(store, stored)).rejects.toMatchObject({ code: "content-damaged" });
    await truncate(fileOf(folder, stored), 4);
    await expect(read(store, stored)).rejects.toMatchObject({ code: "content-damaged" });
    await store.remove(stored.sha256);
    await expect(read(store, stored)).rejects.toMatchObject({ code: "content-missing" });
  });

  it("mends damaged content when the same bytes come again", async () => {
    const folder = await temporaryFolder();
    const store = await LocalContentStore.open(folder);
    const letter = Buffer.from("a discharge letter");
    const stored = await store.put(pieces(letter), {});
    await writeFile(fileOf(folder, stored), "A discharge letter");
    await store.put(pieces(letter), {});
    expect((await read(store, stored)).equals(letter)).toBe(true);
  });

  it("takes no path for a digest", async () => {
    const store = await LocalContentStore.open(await temporaryFolder());
    for (const address of ["../../etc/passwd", "", "A".repeat(64), `${"a".repeat(64)}/x`])
      await expect(store.stat(address)).rejects.toMatchObject({ code: "content-address-invalid" });
  });

  it("removes what crashed processes left, and nothing of those that live", async () => {
    const folder = await temporaryFolder();
    await LocalContentStore.open(folder);
    const incoming = join(folder, "incoming");
    const here = encodeURIComponent(hostname());
    const gone = spawn(process.execPath, ["-e", ""]);
    await once(gone, "exit");
    const names = {
      ofDead: `${here}~${gone.pid}~aaaaaaaa~1`,
      ofEarlierRun: `${here}~${process.pid}~aaaaaaaa~1`,
      ofLiving: `${here}~${process.ppid}~aaaaaaaa~1`,
      elsewhere: "another~1~aaaaaaaa~1",
      elsewhereOld: "another~2~aaaaaaaa~1",
    };
    for (const name of Object.values(names)) await writeFile(join(incoming, name), "half a lett");
    const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60;
    await utimes(join(incoming, names.elsewhereOld), twoDaysAgo, twoDaysAgo);
    await LocalContentStore.open(folder);
    expect(new Set(await readdir(incoming))).toEqual(new Set([names.ofLiving, names.elsewhere]));
  });

  it("after a kill in the middle of a put, the next opening leaves no trace of it", async () => {
    const folder = await temporaryFolder();
    const store = pathToFileURL(join(import.meta.dirname, "local-content-store.ts")).href;
    const child = spawn(
      process.execPath,
      [
        "--conditions=@gp2gp/source",
        "--input-type=module",
        "-e",
        `import { LocalContentStore } from ${JSON.stringify(store)};
         const store = await LocalContentStore.open(${JSON.stringify(folder)});
         async function* endless() { for (;;) { yield new Uint8Array(300_000); console.log("more"); } }
         await store.put(endless(), {});`,
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await readdir(join(folder, "incoming"))).toHaveLength(1);
    await LocalContentStore.open(folder);
    expect(await readdir(join(folder, "incoming"))).toEqual([]);
    expect(await readdir(folder)).toEqual(["incoming"]);
  });

  it("holds little in memory, whatever the size", async () => {
    const folder = await temporaryFolder();
    const store = await LocalContentStore.open(folder);
    const chunk = Buffer.alloc(1_000_000, 1);
    async function* large(): AsyncIterable<Uint8Array> {
      for (let index = 0; index < 200; index += 1) yield chunk;
    }
    const before = process.memoryUsage.rss();
    const stored = await store.put(large(), {});
    let bytes = 0;
    for await (const piece of store.get(stored)) bytes += piece.byteLength;
    expect(bytes).toBe(200_000_000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
  });
});
