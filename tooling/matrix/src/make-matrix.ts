import type { AdapterContext } from "@gp2gp/core";
import { adapters } from "@gp2gp/formats";
import { crossFrom } from "./cross.ts";
import type { MatrixSource } from "./matrix-sources.ts";
import type { Matrix, PairOutcome } from "./matrix-types.ts";

/** Takes every record through every pair of formats. `progress` hears which format is sending. */
export async function makeMatrix(
  sources: readonly MatrixSource[],
  context: AdapterContext,
  progress: (from: string) => void = () => undefined,
): Promise<Matrix> {
  const pairs: PairOutcome[] = [];
  const records = sources.map(({ record }) => record);
  for (const from of adapters) {
    progress(from.id);
    pairs.push(...(await crossFrom(from, adapters, records, context)));
  }
  return {
    formats: adapters.map(({ id }) => id),
    sources: sources.map(({ name }) => name),
    pairs,
  };
}
