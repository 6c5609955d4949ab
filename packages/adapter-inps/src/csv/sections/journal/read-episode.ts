import type { Coded, Observation } from "@gp2gp/core";
import { episodes, episodicities } from "../../wire/code-tables.ts";
import { withQualifier } from "./entry-row.ts";

export const episodeQualifier = "Episode";

/** What makes a concept one that is qualified further. */
export type Qualify = (concept: Coded | undefined) => Coded;

/** EPISODE: first and new are members of an entry, the others qualify what it is about. */
export function readEpisode(cell: string | undefined): {
  readonly episodicity?: Observation["episodicity"];
  readonly episode?: Qualify;
} {
  const episodicity = episodicities.find(([letter]) => letter === cell)?.[1];
  if (episodicity) return { episodicity };
  if (cell === undefined) return {};
  return { episode: (concept) => withQualifier(concept, episodeQualifier, episodes.read(cell)) };
}
