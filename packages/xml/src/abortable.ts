/** The pieces of `source` until `signal` aborts; then rejects with its reason, also while the source keeps silent. */
export async function* abortable<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  signal?.throwIfAborted();
  const iterator = source[Symbol.asyncIterator]();
  const aborted = signal === undefined ? undefined : rejectionOf(signal);
  let ended = false;
  try {
    for (;;) {
      const next = iterator.next();
      const result = await (aborted === undefined ? next : Promise.race([next, aborted.promise]));
      signal?.throwIfAborted();
      ended = result.done === true;
      if (result.done === true) return;
      yield result.value;
    }
  } catch (error) {
    ended ||= signal?.aborted !== true;
    throw error;
  } finally {
    aborted?.stop();
    // A source that is silent does not answer `return` either; it is told, not awaited.
    if (!ended) iterator.return?.().catch(() => undefined);
  }
}

function rejectionOf(signal: AbortSignal): { readonly promise: Promise<never>; stop(): void } {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  promise.catch(() => undefined);
  return { promise, stop: () => signal.removeEventListener("abort", abort) };
}
