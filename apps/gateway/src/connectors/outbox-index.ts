import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { SourceError, openSource } from "@gp2gp/files";
import { ConnectorError } from "./connector-error.ts";
import { mentionedNumbers } from "./mentioned-numbers.ts";

/** An export that may be of the patient looked for. */
export interface ExportCandidate {
  readonly path: string;
  /** When it was last changed, in milliseconds. */
  readonly modified: number;
}

interface Known {
  /** Changes when the file does; a folder's does not tell of changes inside. */
  readonly version: string | undefined;
  readonly numbers: ReadonlySet<string> | undefined;
}

/** Which patients the exports of an outbox name. Each file is looked through once, and again when it changes. */
export class OutboxIndex {
  readonly #outbox: string;
  #known: ReadonlyMap<string, Known> = new Map();

  constructor(outbox: string) {
    this.#outbox = outbox;
  }

  /** The exports that name a patient, the newest first. Rejects with ConnectorError when there is no outbox. */
  async candidates(nhsNumber: string, signal?: AbortSignal): Promise<readonly ExportCandidate[]> {
    const names = await readdir(this.#outbox).catch((cause: unknown) => {
      throw new ConnectorError("outbox-missing", { cause });
    });
    const known = new Map<string, Known>();
    const found: ExportCandidate[] = [];
    for (const name of names) {
      if (name.startsWith(".")) continue;
      signal?.throwIfAborted();
      const path = join(this.#outbox, name);
      const stats = await stat(path).catch(() => undefined);
      if (!stats) continue;
      const version = stats.isFile()
        ? [stats.mtimeMs, stats.ctimeMs, stats.size, stats.ino].join(" ")
        : undefined;
      const before = this.#known.get(path);
      const now =
        before && version !== undefined && before.version === version
          ? before
          : { version, numbers: await numbersIn(path, signal) };
      known.set(path, now);
      if (!now.numbers || now.numbers.has(nhsNumber)) found.push({ path, modified: stats.mtimeMs });
    }
    this.#known = known;
    return found.toSorted((a, b) => b.modified - a.modified || (a.path < b.path ? -1 : 1));
  }
}

async function numbersIn(path: string, signal?: AbortSignal) {
  try {
    await using source = await openSource(path);
    return await mentionedNumbers(source, signal);
  } catch (error) {
    // What cannot be opened is no export: an empty file, a damaged archive, a pipe.
    if (error instanceof SourceError) return new Set<string>();
    throw error;
  }
}
