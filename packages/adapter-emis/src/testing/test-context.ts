import { createHash } from "node:crypto";
import { noMaps } from "@gp2gp/core";
import type { ContentPort, StoredContent, WriteContext } from "@gp2gp/core";

/** Content in memory. */
export class MemoryContent implements ContentPort {
  readonly #bytes = new Map<string, Uint8Array>();

  async stat(sha256: string): Promise<StoredContent | undefined> {
    const bytes = this.#bytes.get(sha256);
    return bytes && { state: "stored", sha256, bytes: bytes.byteLength };
  }

  async *get({ sha256 }: StoredContent): AsyncIterable<Uint8Array> {
    const bytes = this.#bytes.get(sha256);
    if (!bytes) throw new Error("content is gone");
    yield bytes;
  }

  async put(bytes: AsyncIterable<Uint8Array>): Promise<StoredContent> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    const whole = Buffer.concat(chunks);
    const sha256 = createHash("sha256").update(whole).digest("hex");
    this.#bytes.set(sha256, whole);
    return { state: "stored", sha256, bytes: whole.byteLength };
  }
}

/** A UUIDv5-like id of a seed, in upper case. */
export function idOfSeed(seed: string): string {
  const hex = createHash("sha1").update(seed).digest("hex").slice(0, 32).toUpperCase();
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join("-");
}

/** A context that always is the same. */
export function testContext(more: Partial<WriteContext> = {}): WriteContext {
  return {
    now: () => new Date("2026-01-02T03:04:05Z"),
    newId: idOfSeed,
    terminology: noMaps,
    content: new MemoryContent(),
    confidential: "carry",
    ...more,
  };
}
