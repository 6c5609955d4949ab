import type { ContentPort } from "@gp2gp/core";

/** Where the bytes of documents are kept: what adapters use, and what its owner needs beside. */
export interface ContentStore extends ContentPort {
  /** Forgets the bytes of a digest; nothing happens where there are none. */
  remove(sha256: string): Promise<void>;
  close(): Promise<void>;
}
