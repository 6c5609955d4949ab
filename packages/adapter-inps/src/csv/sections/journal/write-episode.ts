import type { Coded, Observation } from "@gp2gp/core";
import { episodes, episodicities } from "../../wire/code-tables.ts";
import { qualifierOf } from "./entry-row.ts";
import { episodeQualifier } from "./read-episode.ts";

/** The EPISODE of an entry that is no drug. */
export function writeEpisode(
  concept: Coded | undefined,
  episodicity: Observation["episodicity"],
): string | undefined {
  const own = qualifierOf(concept, episodeQualifier);
  return own ? episodes.write(own) : episodicities.find(([, name]) => name === episodicity)?.[0];
}
