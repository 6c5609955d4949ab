import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Source } from "@gp2gp/core";

/** A look at the memory costs some milliseconds, so it is taken once in so many bytes of the source. */
const bytesBetweenLooks = 32_000_000;

/**
 * Runs a function over a source and tells by how many bytes of living memory the process grew at most while the source
 * was drawn and when the function was done. Garbage is collected before each look, so that the answer says what the
 * reader keeps and not when the engine last tidied up.
 */
export async function watchMemory<Result>(
  source: Source,
  run: (watched: Source) => Promise<Result>,
): Promise<{ readonly result: Result; readonly most: number }> {
  const before = livingMemory();
  let most = 0;
  const look = (): void => {
    most = Math.max(most, livingMemory() - before);
  };
  let drawn = 0;
  const watched: Source = {
    ...source,
    parts: source.parts.map((part) => ({
      ...part,
      async *open(range) {
        for await (const chunk of part.open(range)) {
          yield chunk;
          drawn += chunk.byteLength;
          if (drawn < bytesBetweenLooks) continue;
          drawn = 0;
          look();
        }
      },
    })),
  };
  const result = await run(watched);
  look();
  return { result, most };
}

function livingMemory(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

let collector: (() => void) | undefined;

function collectGarbage(): void {
  if (!collector) {
    setFlagsFromString("--expose-gc");
    collector = runInNewContext("gc") as () => void;
  }
  collector();
}
