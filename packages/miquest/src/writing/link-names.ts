import { entrySections } from "@gp2gp/core";
import type { PatientRecord } from "@gp2gp/core";

const uuid = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;

/** What rows call one another: an entry by its id where that is a UUID, else by a number. */
export class LinkNames {
  readonly #numbers = new Map<string, string>();
  readonly #needed: ReadonlySet<string>;

  constructor(record: PatientRecord) {
    this.#needed = new Set([
      ...entrySections.flatMap((section) =>
        record[section].flatMap(({ consultation }) => consultation ?? []),
      ),
      ...record.problems.flatMap(({ names }) => names ?? []),
      ...record.issues.flatMap(({ course }) => (course?.link === "source" ? [course.id] : [])),
    ]);
  }

  /** Whether some other row refers to an entry, so that it must be named. */
  isNeeded(id: string): boolean {
    return this.#needed.has(id);
  }

  of(id: string): string {
    if (uuid.test(id)) return id;
    const known = this.#numbers.get(id) ?? String(this.#numbers.size + 1);
    this.#numbers.set(id, known);
    return known;
  }
}
