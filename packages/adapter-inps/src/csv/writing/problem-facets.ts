import type { AnyEntry, Problem } from "@gp2gp/core";
import type { PlacedEntry, RowWriting } from "@gp2gp/tabular";
import { isShownAsItIs } from "../sections/observations/stand-in.ts";
import { writeDay } from "../wire/cells.ts";

/** Problems that are a facet of the row of the entry that names them: SUBSET P. */
export class ProblemFacets {
  readonly #byEntry = new Map<string, PlacedEntry<"problems">>();
  readonly #facets = new Set<string>();
  readonly #namesOf = new Map<string, Set<AnyEntry>>();

  constructor(writing: RowWriting) {
    const entries = writing.entries();
    const nameable = new Map(
      entries.flatMap(({ section, entry }) =>
        section === "observations" && isShownAsItIs({ section, entry })
          ? [[entry.id, entry] as const]
          : [],
      ),
    );
    for (const placed of entries) {
      if (placed.section !== "problems") continue;
      const problem = placed as PlacedEntry<"problems">;
      const { names, links } = problem.entry;
      const named = names === undefined ? undefined : nameable.get(names);
      if (!named || this.#byEntry.has(named.id) || !isProblemRow(problem.entry)) continue;
      this.#byEntry.set(named.id, problem);
      this.#facets.add(problem.entry.id);
      for (const { target, kind } of links) {
        if (kind !== "associated") continue;
        const known = this.#namesOf.get(target);
        if (known) known.add(named);
        else this.#namesOf.set(target, new Set([named]));
      }
    }
  }

  isFacet(problem: string): boolean {
    return this.#facets.has(problem);
  }

  /** The problem an entry names. */
  of(entry: string): PlacedEntry<"problems"> | undefined {
    return this.#byEntry.get(entry);
  }

  /** The entries that name the problems an entry is linked to. */
  namesOf(entry: string): readonly AnyEntry[] {
    return [...(this.#namesOf.get(entry) ?? [])];
  }
}

/**
 * Whether a row can show a problem as what it is. One without an end is active there, so one that is over
 * on a day nobody knows, that may only come, or that is none of the patient's is not shown as a problem.
 */
function isProblemRow({ activity, effective }: Problem): boolean {
  const end = effective?.kind === "period" ? effective.end : undefined;
  switch (activity) {
    case "active":
      return end === undefined;
    case "inactive":
    case "past":
      return writeDay(end) !== undefined;
    case "potential":
    case "health-administration":
      return false;
    case "unspecified":
    case undefined:
      return end === undefined || writeDay(end) !== undefined;
  }
}
