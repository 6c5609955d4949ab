import type { StoredContent } from "../values/content.ts";

/** Where adapters put and find the bytes of documents. Addressed by sha256; putting the same bytes twice stores them once. */
export interface ContentPort {
  /** What is stored under a digest, or undefined. */
  stat(sha256: string): Promise<StoredContent | undefined>;
  /** The bytes. Iteration rejects when they are gone or damaged. */
  get(content: StoredContent): AsyncIterable<Uint8Array>;
  /** Stores the bytes durably and answers their digest and length; rejects when `bytes` does. */
  put(
    bytes: AsyncIterable<Uint8Array>,
    about: { readonly name?: string; readonly mediaType?: string },
  ): Promise<StoredContent>;
}
