import { PieceChannel } from "./piece-channel.ts";
import type { XmlElement } from "./xml-node.ts";

/**
 * Reads one long text piece by piece and resolves to what stands in its place in the tree, or answers `undefined`
 * at once to have it kept as ordinary text. `element` is whole but for the children that follow. Reading the document
 * goes on only as fast as the pieces are taken; pieces that are not taken are skipped. The pieces reject if the
 * document turns out to be malformed before the text ends.
 */
export type LongTextReader = (
  element: XmlElement,
  pieces: AsyncIterable<string>,
) => Promise<NonNullable<unknown>> | undefined;

interface Task {
  readonly channel: PieceChannel;
  readonly settled: Promise<void>;
  pieces: string[];
  ended: boolean;
}

/** The long texts of one document, in order: what the tree builder hands on while a chunk is parsed, read between chunks. */
export class LongTexts {
  readonly #read: LongTextReader;
  readonly #tasks: Task[] = [];
  #failure: { readonly reason: unknown } | undefined;

  constructor(read: LongTextReader) {
    this.#read = read;
  }

  /** Begins a text; false where the reader does not want it. `finish` is called with what the reader resolved to. */
  begin(element: XmlElement, finish: (external: NonNullable<unknown>) => void): boolean {
    const channel = new PieceChannel();
    const reading = this.#read(element, channel);
    if (reading === undefined) return false;
    const settled = reading.then(
      (external) => {
        finish(external);
        channel.close();
      },
      (error: unknown) => {
        this.#failure ??= { reason: error };
        channel.close();
      },
    );
    this.#tasks.push({ channel, settled, pieces: [], ended: false });
    return true;
  }

  /** Adds to the text that was begun last. */
  add(piece: string): void {
    this.#tasks.at(-1)?.pieces.push(piece);
  }

  /** Ends the text that was begun last. */
  end(): void {
    const task = this.#tasks.at(-1);
    if (task !== undefined) task.ended = true;
  }

  get isIdle(): boolean {
    return this.#tasks.length === 0;
  }

  /** Between two chunks: waits until everything so far is taken. Rejects where a reader did. */
  async settle(signal: AbortSignal | undefined): Promise<void> {
    while (this.#tasks[0] !== undefined) {
      const [task] = this.#tasks;
      task.channel.write(task.pieces);
      task.pieces = [];
      if (task.ended) {
        task.channel.end();
        await untilAborted(task.settled, signal);
        this.#tasks.shift();
      } else {
        await untilAborted(task.channel.drained(), signal);
      }
      if (this.#failure !== undefined) throw this.#failure.reason;
      if (!task.ended) return;
    }
  }

  /** The document cannot be read on: the readers are told why, and (but after an abort) awaited, so that none is left running. */
  async fail(reason: unknown, signal: AbortSignal | undefined): Promise<void> {
    for (const { channel } of this.#tasks) channel.fail(reason);
    if (signal?.aborted === true) return;
    await Promise.all(this.#tasks.map(({ settled }) => settled));
  }
}

async function untilAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return work;
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
