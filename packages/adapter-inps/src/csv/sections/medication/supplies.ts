import type { Authorisation, MedicationIssue } from "@gp2gp/core";
import type { RowWriting } from "@gp2gp/tabular";
import { writeDay } from "../../wire/cells.ts";

/** What rows of medication need to know of one another. */
export class Supplies {
  readonly #authorisations: ReadonlyMap<string, Authorisation>;
  readonly #stopped = new Map<string, string>();

  constructor({ record, withheld }: RowWriting) {
    this.#authorisations = new Map(
      record.authorisations.filter(({ id }) => !withheld.has(id)).map((one) => [one.id, one]),
    );
    for (const { id, reverses, effective } of record.discontinuations) {
      const day = effective?.kind === "point" ? writeDay(effective.at) : undefined;
      if (day === undefined || withheld.has(id)) continue;
      for (const authorisation of reverses)
        if (!this.#stopped.has(authorisation)) this.#stopped.set(authorisation, day);
    }
  }

  /** The day a course ends: its own end, else that of the entry that stops it. */
  endOf({ id, effective }: Authorisation): string | undefined {
    const end = effective?.kind === "period" ? writeDay(effective.end) : undefined;
    return end ?? this.#stopped.get(id);
  }

  /**
   * The SUBSET of an authorisation. One that is over on no known day, suspended or to come would be shown
   * as current: it has none, and neither has one nobody classed.
   */
  subsetOf(authorisation: Authorisation): "A" | "R" | undefined {
    const { kind, state } = authorisation;
    if (state === "suspended" || state === "not-yet") return undefined;
    if (state === "past" && this.endOf(authorisation) === undefined) return undefined;
    switch (kind) {
      case "acute":
        return "A";
      case "repeat":
      case "repeat-dispensing":
      case "automatic":
        return "R";
      case "unspecified":
        return undefined;
    }
  }

  /**
   * The SUBSET of an issue: S of a repeat. An issue of an acute course on the day of the course is what the
   * row of the course shows; on another day it is a further acute prescription.
   */
  subsetOfIssue({ course, repeat, effective }: MedicationIssue): "A" | "S" | undefined {
    const authorisation = course && this.#authorisations.get(course.id);
    const subset = authorisation && this.subsetOf(authorisation);
    if (subset === "R" || (!authorisation && repeat === true)) return "S";
    if (!authorisation) return repeat === false ? "A" : undefined;
    const [start, at] = [authorisation.effective, effective].map((when) =>
      when?.kind === "point" ? writeDay(when.at) : undefined,
    );
    const isFurther = start !== undefined && at !== undefined && at > start;
    return subset === "A" && isFurther ? "A" : undefined;
  }
}
