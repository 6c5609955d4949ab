import { createHash } from "node:crypto";
import { noMaps } from "@gp2gp/core";
import type { ContentPort, ReadContext, StoredContent, WriteContext } from "@gp2gp/core";

/** A content store in memory. */
export function memoryContent(): ContentPort & { readonly bytes: Map<string, Uint8Array> } {
  const bytes = new Map<string, Uint8Array>();
  return {
    bytes,
    stat: (sha256) => {
      const found = bytes.get(sha256);
      return Promise.resolve(
        found && { state: "stored" as const, sha256, bytes: found.byteLength },
      );
    },
    async *get({ sha256 }: StoredContent) {
      const found = bytes.get(sha256);
      if (!found) throw new Error("not stored");
      yield found;
    },
    put: async (content, about) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of content) chunks.push(chunk);
      const whole = new Uint8Array(Buffer.concat(chunks));
      const sha256 = createHash("sha256").update(whole).digest("hex");
      bytes.set(sha256, whole);
      return { state: "stored", sha256, bytes: whole.byteLength, ...about };
    },
  };
}

/** A UUIDv5 of a seed, in a namespace of the tests. */
export function uuidOf(seed: string): string {
  const hash = createHash("sha1").update(`6ba7b810-9dad-11d1-80b4-00c04fd430c8${seed}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.subarray(0, 16).toString("hex").toUpperCase();
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

export function readContext(more: Partial<ReadContext> = {}): ReadContext {
  return {
    now: () => new Date("2026-11-22T12:00:00Z"),
    newId: uuidOf,
    terminology: noMaps,
    content: memoryContent(),
    ...more,
  };
}

export function writeContext(more: Partial<WriteContext> = {}): WriteContext {
  return { ...readContext(), confidential: "withhold", ...more };
}
