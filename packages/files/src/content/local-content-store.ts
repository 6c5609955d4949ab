import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { StoredContent } from "@gp2gp/core";
import { ContentError } from "./content-error.ts";
import type { ContentStore } from "./content-store.ts";
import { incomingName, removeLeftovers } from "./incoming-file.ts";
import { syncFolder } from "./sync-folder.ts";

const DIGEST = /^[0-9a-f]{64}$/;
const READ_BYTES = 64 * 1024;
/** Small pieces are gathered to this before they are written. */
const WRITE_BYTES = 256 * 1024;

/**
 * Content on the local disk, under its digest. A stored digest is durable when `put` answers: the
 * bytes are written aside, synced, renamed into place and the folder synced, so that a crash leaves
 * either nothing or all of it. Memory is bounded, whatever the size.
 */
export class LocalContentStore implements ContentStore {
  readonly #folder: string;
  /** Shelves this run has seen to be durable in their folder. */
  readonly #durableShelves = new Set<string>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens the store in a folder, made where it is not there, and removes what crashed processes left. */
  static async open(folder: string): Promise<LocalContentStore> {
    const store = new LocalContentStore(folder);
    await mkdir(store.#incoming, { recursive: true });
    await removeLeftovers(store.#incoming);
    return store;
  }

  async stat(sha256: string): Promise<StoredContent | undefined> {
    const path = this.#path(sha256);
    try {
      return { state: "stored", sha256, bytes: (await stat(path)).size };
    } catch (error) {
      if (isAbsence(error)) return undefined;
      throw error;
    }
  }

  async *get({ sha256, bytes }: StoredContent): AsyncIterable<Uint8Array> {
    const path = this.#path(sha256);
    const stored = await this.stat(sha256);
    if (!stored) throw new ContentError("content-missing", sha256);
    if (stored.bytes !== bytes) throw new ContentError("content-damaged", sha256);
    const hash = createHash("sha256");
    try {
      for await (const piece of createReadStream(path, { highWaterMark: READ_BYTES })) {
        const chunk = piece as Uint8Array;
        hash.update(chunk);
        yield chunk;
      }
    } catch (error) {
      throw isAbsence(error) ? new ContentError("content-missing", sha256) : error;
    }
    if (hash.digest("hex") !== sha256) throw new ContentError("content-damaged", sha256);
  }

  async put(
    bytes: AsyncIterable<Uint8Array>,
    about: { readonly name?: string; readonly mediaType?: string },
  ): Promise<StoredContent> {
    const incoming = join(this.#incoming, incomingName());
    try {
      const { sha256, length } = await writeDurably(incoming, bytes);
      await this.#keep(incoming, sha256);
      return { ...about, state: "stored", sha256, bytes: length };
    } catch (error) {
      await rm(incoming, { force: true });
      throw error;
    }
  }

  async remove(sha256: string): Promise<void> {
    const path = this.#path(sha256);
    await rm(path, { force: true });
    await syncFolder(dirname(path)).catch((error: unknown) => {
      if (!isAbsence(error)) throw error;
    });
  }

  async close(): Promise<void> {}

  get #incoming(): string {
    return join(this.#folder, "incoming");
  }

  #path(sha256: string): string {
    if (!DIGEST.test(sha256)) throw new ContentError("content-address-invalid", sha256);
    return join(this.#folder, "sha256", sha256.slice(0, 2), sha256);
  }

  /** Takes the place of a file of the same digest, whose bytes are the same or damaged. */
  async #keep(incoming: string, sha256: string): Promise<void> {
    const path = this.#path(sha256);
    const shelf = dirname(path);
    await mkdir(shelf, { recursive: true });
    await rename(incoming, path);
    await syncFolder(shelf);
    if (this.#durableShelves.has(shelf)) return;
    await syncFolder(dirname(shelf));
    await syncFolder(this.#folder);
    this.#durableShelves.add(shelf);
  }
}

async function writeDurably(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly sha256: string; readonly length: number }> {
  await using file = await open(path, "wx");
  const hash = createHash("sha256");
  const gathered = new Uint8Array(WRITE_BYTES);
  let waiting = 0;
  let length = 0;
  for await (const chunk of bytes) {
    hash.update(chunk);
    length += chunk.byteLength;
    if (waiting + chunk.byteLength > WRITE_BYTES) {
      await file.writeFile(gathered.subarray(0, waiting));
      waiting = 0;
    }
    if (chunk.byteLength > WRITE_BYTES) await file.writeFile(chunk);
    else {
      gathered.set(chunk, waiting);
      waiting += chunk.byteLength;
    }
  }
  await file.writeFile(gathered.subarray(0, waiting));
  await file.sync();
  return { sha256: hash.digest("hex"), length };
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
