import { adapters } from "@gp2gp/formats";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AdapterContext, TerminologyV1 } from "@gp2gp/core";
import { FormatRegistry, LocalContentStore, nodeContext } from "@gp2gp/files";

/** What a command works with: the known formats and the context adapters are given. */
export interface Session extends AsyncDisposable {
  readonly registry: FormatRegistry;
  readonly context: AdapterContext;
  readonly signal: AbortSignal;
  /** A folder that lasts as long as the session. */
  readonly temporary: string;
}

export interface SessionOptions {
  readonly signal: AbortSignal;
  /** Where document bytes are kept; without it a folder that lasts as long as the session. */
  readonly content?: string;
  readonly options?: AdapterContext["options"];
  /** Where codes are translated; without it none is. */
  readonly terminology?: TerminologyV1;
}

/** Opens a session; dispose of it to remove what it kept for the time being. */
export async function openSession(given: SessionOptions): Promise<Session> {
  const { signal, content, options, terminology } = given;
  const temporary = await mkdtemp(join(tmpdir(), "gp2gp-"));
  const store = await LocalContentStore.open(content ?? join(temporary, "content"));
  return {
    registry: new FormatRegistry(adapters),
    context: nodeContext({
      content: store,
      signal,
      ...(options && { options }),
      ...(terminology && { terminology }),
    }),
    signal,
    temporary,
    async [Symbol.asyncDispose]() {
      await store.close();
      await rm(temporary, { recursive: true, force: true });
    },
  };
}
