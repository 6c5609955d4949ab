import type { Row } from "@gp2gp/tabular";
import type { InpsReading } from "../../reading/inps-reading.ts";
import { subsetOf } from "../../wire/subset.ts";
import { bareKey } from "../../wire/row-keys.ts";

interface Course {
  readonly id: string;
  readonly start: string;
  readonly end: string;
}

/**
 * The repeat authorisations of a patient, to find the one an issue is of. The format does not tell it: the
 * same drug with the same dosage, authorised last before the issue and not ended then. Two that would
 * do equally well are none.
 */
export class RepeatCourses {
  readonly #inps: InpsReading;
  readonly #courses = new Map<string, Course[]>();

  constructor(inps: InpsReading) {
    this.#inps = inps;
    for (const row of inps.of("journal")) {
      const { ID = "", DATE = "", END_DATE = "99999999" } = row.cells;
      const key = subsetOf(row) === "R" ? this.#keyOf(row) : undefined;
      if (key === undefined) continue;
      const course = { id: inps.reading.idOf("journal", bareKey(ID)), start: DATE, end: END_DATE };
      const known = this.#courses.get(key);
      if (known) known.push(course);
      else this.#courses.set(key, [course]);
    }
    for (const courses of this.#courses.values())
      courses.sort((left, right) => (left.start < right.start ? -1 : 1));
  }

  /** The authorisation an issue is of. */
  courseOf(issue: Row): string | undefined {
    const { DATE } = issue.cells;
    const key = this.#keyOf(issue);
    if (DATE === undefined || key === undefined) return undefined;
    const courses = (this.#courses.get(key) ?? []).filter(
      ({ start, end }) => start <= DATE && DATE <= end,
    );
    const [found, rival] = [courses.at(-1), courses.at(-2)];
    return found?.start === rival?.start ? undefined : found?.id;
  }

  #keyOf(row: Row): string | undefined {
    const { CODE, DMD_CODE, RUBRIC } = row.cells;
    const drug = CODE ?? DMD_CODE ?? RUBRIC;
    const dosage = this.#inps.text(row).own ?? "";
    return drug === undefined ? undefined : `${drug} ${foldWords(dosage)}`;
  }
}

function foldWords(words: string): string {
  return words.toLowerCase().replaceAll(/\s+/g, " ").trim();
}
