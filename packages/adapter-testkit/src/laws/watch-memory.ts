/** Runs a function and tells by how many bytes the process grew at most meanwhile, as far as one can see from a timer. */
export async function watchMemory<Result>(
  run: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly most: number }> {
  const inUse = (): number => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = inUse();
  let most = 0;
  const look = (): void => {
    most = Math.max(most, inUse() - before);
  };
  const timer = setInterval(look, 20);
  try {
    const result = await run();
    look();
    return { result, most };
  } finally {
    clearInterval(timer);
  }
}
