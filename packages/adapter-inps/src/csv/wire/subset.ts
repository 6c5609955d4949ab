import type { Row } from "@gp2gp/tabular";
import { isDrug } from "./read-families.ts";

/** What kind of entry a row of the journal is. */
export const subsets = {
  A: "acute",
  R: "repeat authorisation",
  S: "repeat issue",
  P: "problem",
  I: "immunisation",
  C: "clinical",
  T: "test",
  L: "allergy",
} as const;
export type Subset = keyof typeof subsets;

const byEpisode: Readonly<Record<string, Subset>> = { A: "A", R: "R", I: "S" };

/** The kind a row says it is; without a word of it, that of a drug by its EPISODE, else clinical. Undefined where it cannot be told. */
export function subsetOf({ cells }: Row): Subset | undefined {
  const { SUBSET, EPISODE = "", CODE = "" } = cells;
  if (SUBSET !== undefined) return SUBSET in subsets ? (SUBSET as Subset) : undefined;
  return byEpisode[EPISODE] ?? (isDrug(CODE) ? undefined : "C");
}
