/** The pieces of `source` until `signal` aborts; then rejects with its reason, also while the source keeps silent. */
export async function* abortable<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  signal?.throwIfAborted();
  const iterator = source[Symbol.asyncIterator]();
  let rejectStep: ((reason: unknown) => void) | undefined;
  const abort = (): void => rejectStep?.(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  let open = true;
  // Not a race with one promise of the abort, which would hold on to every piece until the end.
  const step = (): Promise<IteratorResult<T>> => {
    const { promise, resolve, reject } = Promise.withResolvers<IteratorResult<T>>();
    rejectStep = reject;
    iterator.next().then(resolve, (error: unknown) => {
      open = false;
      reject(error);
    });
    return promise;
  };
  try {
    for (let result = await step(); result.done !== true; result = await step()) {
      yield result.value;
      signal?.throwIfAborted();
    }
    open = false;
  } finally {
    signal?.removeEventListener("abort", abort);
    // A source that is silent does not answer `return` either: after an abort it is told, not awaited.
    if (open && signal?.aborted === true) iterator.return?.().catch(() => undefined);
    else if (open) await iterator.return?.();
  }
}
