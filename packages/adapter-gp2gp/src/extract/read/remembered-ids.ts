import type { AdapterContext } from "@gp2gp/core";

/** The context's `newId`, which is asked once for each seed of a call. */
export function rememberedIds(context: AdapterContext): (seed: string) => string {
  const ids = new Map<string, string>();
  return (seed) => {
    const known = ids.get(seed);
    if (known !== undefined) return known;
    const id = context.newId(seed);
    ids.set(seed, id);
    return id;
  };
}
