import { createHash } from "node:crypto";
import type { ContentPort, StoredContent } from "@gp2gp/core";

/** A content store in memory, gone with the test. `get` rejects for what was never put. */
export function memoryContent(): ContentPort {
  const known = new Map<string, { readonly about: StoredContent; readonly bytes: Uint8Array }>();
  return {
    stat: (sha256) => Promise.resolve(known.get(sha256)?.about),
    async *get({ sha256 }) {
      const stored = known.get(sha256);
      if (!stored) throw new Error("the content store does not hold the bytes asked for");
      for (let at = 0; at < stored.bytes.byteLength; at += 65_536)
        yield await Promise.resolve(stored.bytes.slice(at, at + 65_536));
    },
    async put(chunks, about) {
      const taken: Uint8Array[] = [];
      const hash = createHash("sha256");
      for await (const chunk of chunks) {
        taken.push(chunk.slice());
        hash.update(chunk);
      }
      const bytes = new Uint8Array(Buffer.concat(taken));
      const content: StoredContent = {
        state: "stored",
        sha256: hash.digest("hex"),
        bytes: bytes.byteLength,
        ...(about.name !== undefined && { name: about.name }),
        ...(about.mediaType !== undefined && { mediaType: about.mediaType }),
      };
      if (!known.has(content.sha256)) known.set(content.sha256, { about: content, bytes });
      return content;
    },
  };
}
