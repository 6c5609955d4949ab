/**
 * Pieces from one writer to one reader. The writer waits until the reader asks for more, so that no more than one
 * chunk's pieces stand in memory; a reader that stops early is written past.
 */
export class PieceChannel implements AsyncIterableIterator<string> {
  #pieces: string[] = [];
  #ended = false;
  #closed = false;
  #failure: { readonly reason: unknown } | undefined;
  #wakeReader: (() => void) | undefined;
  #wakeWriter: (() => void) | undefined;

  [Symbol.asyncIterator](): this {
    return this;
  }

  write(pieces: readonly string[]): void {
    if (!this.#closed) this.#pieces.push(...pieces);
    this.#wakeReader?.();
  }

  end(): void {
    this.#ended = true;
    this.#wakeReader?.();
  }

  /** The reader's next step rejects with `reason`. */
  fail(reason: unknown): void {
    this.#failure = { reason };
    this.#wakeReader?.();
    this.#wakeWriter?.();
  }

  /** The reader wants nothing more. */
  close(): void {
    this.#closed = true;
    this.#pieces = [];
    this.#wakeWriter?.();
  }

  /** Resolves when the reader has taken all pieces and asks for more, or stopped. */
  async drained(): Promise<void> {
    while (
      !this.#closed &&
      this.#failure === undefined &&
      (this.#pieces.length > 0 || this.#wakeReader === undefined)
    ) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wakeWriter = resolve;
      await promise;
    }
  }

  async next(): Promise<IteratorResult<string, undefined>> {
    for (;;) {
      if (this.#failure !== undefined) throw this.#failure.reason;
      const piece = this.#pieces.shift();
      if (piece !== undefined) return { done: false, value: piece };
      if (this.#ended || this.#closed) return { done: true, value: undefined };
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wakeReader = resolve;
      this.#wakeWriter?.();
      await promise;
      this.#wakeReader = undefined;
    }
  }

  async return(): Promise<IteratorResult<string, undefined>> {
    this.close();
    return { done: true, value: undefined };
  }
}
