import type { Row, RowReading, TextCell } from "@gp2gp/tabular";
import type { Issue } from "@gp2gp/core";
import { issue } from "../inps-csv-issues.ts";
import type { InpsIssueCode } from "../inps-csv-issues.ts";
import { AgentDirectory } from "./agent-directory.ts";
import { RepeatCourses } from "../sections/medication/repeat-courses.ts";
import { Compounds } from "../sections/immunisations/read-compound.ts";
import { isMeasured } from "../wire/entities.ts";
import { isImmunisationOrAllergy } from "../wire/read-families.ts";
import { subsetOf } from "../wire/subset.ts";
import { RowLinks } from "./row-links.ts";

const patientTables = ["patient", "encounter", "journal", "referral"] as const;

/** The rows of one patient while they are read: those that are facts, and what they refer to. */
export class InpsReading {
  readonly reading: RowReading;
  readonly agents: AgentDirectory;
  readonly links: RowLinks;
  readonly courses: RepeatCourses;
  readonly compounds: Compounds;
  readonly #texts = new Map<Row, TextCell>();
  readonly #current: ReadonlyMap<string, readonly Row[]>;

  constructor(reading: RowReading) {
    this.reading = reading;
    this.#current = new Map(
      patientTables.map((table) => [table, this.#factsOf(reading.rows.of(table))]),
    );
    const rows = patientTables.flatMap((table) => this.of(table));
    this.agents = new AgentDirectory(reading, rows);
    this.links = new RowLinks(reading, rows);
    this.courses = new RepeatCourses(this);
    this.compounds = new Compounds(this);
  }

  /** The words of a row of the journal. */
  text(row: Row): TextCell {
    let text = this.#texts.get(row);
    if (!text) this.#texts.set(row, (text = this.reading.text(row, "TEXT")));
    return text;
  }

  /** The rows of a table that are facts. */
  of(table: (typeof patientTables)[number]): readonly Row[] {
    return this.#current.get(table) ?? [];
  }

  report(code: InpsIssueCode, about: Pick<Issue, "record" | "source" | "detail">): void {
    this.reading.issues.push(issue(code, about));
  }

  /** Rows that are facts; the others become residue. */
  #factsOf(rows: readonly Row[]): readonly Row[] {
    return rows.filter((row) => {
      if (row.table === "patient") return true;
      // The system took the row back: it is not a fact, and no other system is to be told of it.
      const isDeleted = row.cells["ACTION"] === "D";
      const fault = isDeleted ? "entry-deleted" : faultOf(row);
      if (fault === undefined) return true;
      this.reading.leave(row, isDeleted ? "technical" : "clinical", undefined);
      this.report(fault, { source: row.source });
      return false;
    });
  }
}

/** Why a row of the journal cannot be read as a fact. */
function faultOf(row: Row): InpsIssueCode | undefined {
  if (row.table !== "journal") return undefined;
  const { CODE = "", CONTEXT, ENTITY, VALUE1, VALUE2 } = row.cells;
  if (CONTEXT !== undefined && CONTEXT !== "A") return "context-not-actual";
  const subset = subsetOf(row);
  if (subset === undefined) return "subset-unknown";
  const isContrary = subset === "I" || subset === "L" || isImmunisationOrAllergy(CODE);
  const hasValue = VALUE1 !== undefined || VALUE2 !== undefined;
  return isContrary && hasValue && isMeasured(ENTITY) ? "entity-contrary" : undefined;
}
