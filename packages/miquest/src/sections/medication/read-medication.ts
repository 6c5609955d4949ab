import type { Authorisation, MedicationIssue, Quantity } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { commentsOf } from "../../reading/entry-start.ts";
import type { EntryStart } from "../../reading/entry-start.ts";
import type { MiquestReading } from "../../reading/miquest-reading.ts";
import { isDecimal } from "../../wire/decimal.ts";
import { conceptOf } from "../concept-of-row.ts";

/** What EPISODE says of a drug. */
const authorisationKinds = { A: "acute", R: "repeat" } as const;

/** A course of a medicine: acute, repeat, or one of which the row does not say. */
export function readAuthorisation(start: EntryStart, own: MiquestReading): Authorisation {
  const { EPISODE } = start.cells;
  const kind = EPISODE === "A" || EPISODE === "R" ? authorisationKinds[EPISODE] : "unspecified";
  return { ...supplyOf(start, own), kind };
}

/** One issue of a repeat medicine, with the course it is of: as a link says, else as it can be told. */
export function readIssue(
  start: EntryStart,
  own: MiquestReading,
  courses: Courses,
): MedicationIssue {
  const course = courses.of(start.row);
  return { ...supplyOf(start, own), repeat: true, ...(course && { course }) };
}

function supplyOf(start: EntryStart, own: MiquestReading) {
  const { shape, cells, text, said } = start;
  const { VALUE1 } = cells;
  return {
    ...shape,
    ...conceptOf(start, own),
    statement: shape.id,
    // The words of a drug are how it is to be taken.
    dosages: text.own === undefined ? [] : [text.own],
    texts: commentsOf(said),
    ...(VALUE1 !== undefined && quantityOf(VALUE1)),
  };
}

/** VALUE1 of a drug is how much of it. */
function quantityOf(cell: string): { quantity: Quantity } | { quantityText: string } {
  return isDecimal(cell) ? { quantity: { value: cell } } : { quantityText: cell };
}

/** A repeat course: its row, and the id it has. */
export interface Course {
  readonly row: Row;
  readonly id: string;
  /** What links call it. */
  readonly name: string | undefined;
  /** Whether its code says which drug it is. */
  readonly isCoded: boolean;
}

/** Finds the course an issue is of: nothing in a response says so but links, which few systems give. */
export class Courses {
  readonly #byName = new Map<string, Course>();
  readonly #byCode = new Map<string, Course[]>();
  readonly #linksOf: (row: Row) => readonly string[];

  constructor(courses: readonly Course[], linksOf: (row: Row) => readonly string[]) {
    this.#linksOf = linksOf;
    for (const course of courses) {
      if (course.name !== undefined) this.#byName.set(course.name, course);
      const { CODE } = course.row.cells;
      if (CODE === undefined || !course.isCoded) continue;
      const known = this.#byCode.get(CODE);
      if (known) known.push(course);
      else this.#byCode.set(CODE, [course]);
    }
  }

  named(name: string): Course | undefined {
    return this.#byName.get(name);
  }

  of(row: Row): MedicationIssue["course"] {
    for (const name of this.#linksOf(row)) {
      const named = this.#byName.get(name);
      if (named) return { id: named.id, link: "source" };
    }
    const inferred = this.#infer(row);
    return inferred && { id: inferred.id, link: "inferred" };
  }

  /** The one repeat of the same drug that had begun; of several, the one that is taken in the same way. */
  #infer({ cells }: Row): Course | undefined {
    const { DATE = "", CODE = "", TEXT } = cells;
    const begun = (this.#byCode.get(CODE) ?? []).filter(
      ({ row }) => (row.cells["DATE"] ?? "") <= DATE,
    );
    const [only, ...others] = begun;
    if (others.length === 0) return only;
    const alike = begun.filter(({ row }) => row.cells["TEXT"] === TEXT);
    return alike.length === 1 ? alike[0] : undefined;
  }
}
