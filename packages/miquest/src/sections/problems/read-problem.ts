import { newEntry } from "@gp2gp/core";
import type { Effective, Problem, ProblemLink } from "@gp2gp/core";
import { dayIn, textsOf } from "../../reading/entry-start.ts";
import type { EntryStart } from "../../reading/entry-start.ts";
import type { MiquestReading } from "../../reading/miquest-reading.ts";
import { conceptOf } from "../concept-of-row.ts";
import { episodicityOf } from "../observations/read-observation.ts";

/** The problem an entry heads: from its day to the end the row gives it. */
export function readFacet(
  start: EntryStart,
  own: MiquestReading,
  problem: { readonly id: string; readonly links: readonly ProblemLink[] },
): Problem {
  const { row, cells, shape } = start;
  const effective = periodFrom(shape.effective, dayIn(cells, "END_DATE"));
  return {
    ...newEntry(problem.id, own.rows.nextOrder(), row.source),
    ...(shape.consultation !== undefined && { consultation: shape.consultation }),
    names: shape.id,
    ...(effective && { effective }),
    links: problem.links,
  };
}

/** A problem that heads no entry of its own. */
export function readProblem(
  start: EntryStart,
  own: MiquestReading,
  links: readonly ProblemLink[],
): Problem {
  const { EPISODE } = start.cells;
  const episodicity = episodicityOf(EPISODE);
  const { effective, ...shape } = start.shape;
  const period = effective?.kind === "point" ? periodFrom(effective, undefined) : effective;
  return {
    ...shape,
    ...conceptOf(start, own),
    ...(period && { effective: period }),
    texts: textsOf(start),
    ...(episodicity && { episodicity }),
    links,
  };
}

function periodFrom(
  effective: Effective | undefined,
  end: string | undefined,
): Effective | undefined {
  const start = effective?.kind === "point" ? effective.at : undefined;
  if ((start ?? end) === undefined) return undefined;
  return {
    kind: "period",
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
}
