import type { Throughput } from "./measurement.ts";

/**
 * Measures work that answers how many bytes it went through.
 * The best of several rounds counts for speed, all of them for memory.
 */
export async function measure(
  what: string,
  rounds: number,
  work: () => Promise<number>,
  budget?: Throughput["budget"],
): Promise<Throughput> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const highestBefore = highestResident();
  let peak = before;
  let best = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const bytes = await work();
    best = Math.max(best, bytes / 1000 / (performance.now() - start));
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  const highest = highestResident();
  if (highest > highestBefore) peak = Math.max(peak, highest);
  return {
    what,
    megabytesPerSecond: best,
    peakMegabytes: (peak - before) / 1e6,
    ...(budget && { budget }),
  };
}

/** The most memory the process ever held, in bytes. */
function highestResident(): number {
  return process.resourceUsage().maxRSS * 1024;
}
