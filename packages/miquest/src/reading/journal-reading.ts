import { degradeKindOf } from "@gp2gp/core";
import type { ProblemLink } from "@gp2gp/core";
import type { Origin, Row, TextCell } from "@gp2gp/tabular";
import { readAllergy } from "../sections/allergies/read-allergy.ts";
import { readDocument } from "../sections/documents/read-document.ts";
import { Courses, readAuthorisation, readIssue } from "../sections/medication/read-medication.ts";
import type { Course } from "../sections/medication/read-medication.ts";
import { readObservation } from "../sections/observations/read-observation.ts";
import { readFacet, readProblem } from "../sections/problems/read-problem.ts";
import { readReferral } from "../sections/referrals/read-referral.ts";
import type { Category } from "../wire/attributes.ts";
import { actual } from "../wire/code-tables.ts";
import { kindOfRow } from "../wire/kind-of-row.ts";
import type { JournalKind } from "../wire/kind-of-row.ts";
import { parseLinks } from "../wire/links.ts";
import type { Links } from "../wire/links.ts";
import { startEntry, textsOf } from "./entry-start.ts";
import type { EntryStart } from "./entry-start.ts";
import type { MiquestReading } from "./miquest-reading.ts";

/** A row of the journal or a referral, with the entry it will be. */
interface JournalRow {
  readonly row: Row;
  readonly category: Category;
  readonly id: string;
  readonly text: TextCell;
  readonly links: Links;
  readonly kind: JournalKind | "referrals" | "agents";
}

/** The rows of JOURNALS and REFERRALS of a patient: what each is, and what they are to one another. */
export class JournalReading {
  readonly #own: MiquestReading;
  readonly #journal: readonly JournalRow[];
  readonly #referrals: readonly JournalRow[];
  readonly #courses: Courses;
  /** The entries linked to each problem, by its name. */
  readonly #linked = new Map<string, ProblemLink[]>();
  readonly #read = new Set<JournalRow>();

  /** Looks at all rows first: what one is called, another may refer to, whichever comes first. */
  constructor(own: MiquestReading) {
    this.#own = own;
    this.#journal = own.of("JOURNALS").flatMap((row) => this.#look(row));
    this.#referrals = own.of("REFERRALS").map((row) => {
      const links = parseLinks(row.cells["LINKS"]);
      const id = own.idOf("REFERRALS", row, { name: links.referral });
      const text = own.rows.text(row, "TEXT");
      return { row, category: "REFERRALS", id, text, links, kind: "referrals" };
    });
    this.#courses = new Courses(this.#journal.flatMap(courseOf(own)), (row) => {
      return parseLinks(row.cells["LINKS"]).others;
    });
    const problems = new Set(this.#journal.flatMap(({ links }) => links.problem ?? []));
    for (const one of [...this.#journal, ...this.#referrals]) this.#learnLinks(one, problems);
  }

  read(): void {
    const referrals = new Map(
      this.#referrals.flatMap((one) => {
        const { referral } = one.links;
        return referral === undefined ? [] : [[referral, one] as const];
      }),
    );
    for (const one of this.#journal) {
      const { referral, own } = one.links;
      const told =
        own === undefined && referral !== undefined ? referrals.get(referral) : undefined;
      if (told && !this.#read.has(told)) this.#readReferral(told, one);
      else this.#readEntry(one);
    }
    for (const one of this.#referrals) if (!this.#read.has(one)) this.#readReferral(one, undefined);
  }

  /** What a row is; none for one that only tells further details, says that something was not so, or says nothing. */
  #look(row: Row): JournalRow[] {
    const { rows } = this.#own;
    const { cells, source } = row;
    const text = rows.text(row, "TEXT");
    const links = parseLinks(cells["LINKS"]);
    if (cells["CODE"] === undefined && rows.takeDetails(text)) return [];
    const { CONTEXT } = cells;
    if (CONTEXT !== undefined && CONTEXT !== actual) {
      rows.leave(row, "clinical", undefined);
      this.#own.report("context-unknown", { source });
      return [];
    }
    const isAgent = text.carried.recordedAs === "agents";
    const kind = isAgent ? "agents" : kindOfRow(cells, this.#own.systemOf(row));
    const isEmpty =
      kind === "narratives" && cells["TEXT"] === undefined && cells["LINKS"] === undefined;
    if (isEmpty) return [];
    const name = kind === "problems" ? undefined : links.own;
    const id =
      kind === "problems"
        ? this.#problemId(links.problem ?? "")
        : this.#own.idOf("JOURNALS", row, { name, text: text.own });
    const { HCP } = cells;
    if (isAgent && HCP !== undefined) this.#own.knownAgents.set(HCP, id);
    return [{ row, category: "JOURNALS", id, text, links, kind }];
  }

  #learnLinks({ row, id, links }: JournalRow, problems: ReadonlySet<string>): void {
    let isUnresolved = links.unknown.length > 0;
    for (const name of links.others) {
      const known = this.#linked.get(name) ?? [];
      if (problems.has(name))
        this.#linked.set(name, [...known, { target: id, kind: "associated" }]);
      else if (!this.#courses.named(name)) isUnresolved = true;
    }
    if (isUnresolved) this.#own.report("reference-unresolved", { source: row.source });
  }

  #problemId(name: string): string {
    return this.#own.rows.idOf("problems", name);
  }

  #linksOf(name: string): readonly ProblemLink[] {
    return this.#linked.get(name) ?? [];
  }

  #readReferral(told: JournalRow, entry: JournalRow | undefined): void {
    this.#read.add(told);
    const { row, id } = told;
    const kind = "referrals";
    const start = startEntry(row, this.#own, { id, kind });
    // The entry in the journal has the words, and when they were recorded.
    const words = entry && startEntry(entry.row, this.#own, { id, kind, text: entry.text });
    const merged = words ? mergedStart(start, words) : start;
    const origin: Origin = {
      rows: entry ? [row, entry.row] : [row],
      ...(entry && { text: entry.text }),
    };
    this.#own.rows.add("referrals", readReferral(row, merged, this.#own), origin);
  }

  #readEntry(one: JournalRow): void {
    const { row, id, text, links, kind } = one;
    const own = this.#own;
    const isFacet = links.problem !== undefined && kind !== "problems";
    const start = startEntry(row, own, { id, kind, text, isWithoutEnd: isFacet });
    const origin: Origin = { rows: [row], text };
    this.#add(kind, start, origin);
    if (!isFacet || links.problem === undefined) return;
    const problem = { id: this.#problemId(links.problem), links: this.#linksOf(links.problem) };
    own.rows.add("problems", readFacet(start, own, problem), { rows: [row] });
  }

  #add(kind: JournalRow["kind"], start: EntryStart, origin: Origin): void {
    const own = this.#own;
    const { rows } = own;
    switch (kind) {
      case "authorisations":
        return rows.add(kind, readAuthorisation(start, own), origin);
      case "issues":
        return rows.add(kind, readIssue(start, own, this.#courses), origin);
      case "allergies":
        return rows.add(kind, readAllergy(start, own), origin);
      case "documents":
        return rows.add(kind, readDocument(start, own), origin);
      case "observations":
        return rows.add(kind, readObservation(start, own), origin);
      case "problems": {
        const { problem = "" } = parseLinks(start.cells["LINKS"]);
        return rows.add(kind, readProblem(start, own, this.#linksOf(problem)), origin);
      }
      case "narratives":
      case "agents":
        return rows.add("narratives", { ...start.shape, texts: textsOf(start) }, origin);
      case "referrals":
        throw new TypeError("a referral is not read as an entry of the journal alone");
    }
  }
}

/** What a row of REFERRALS and its entry in the journal say together. */
function mergedStart(referral: EntryStart, entry: EntryStart): EntryStart {
  const { recorded } = entry.shape;
  return {
    ...entry,
    shape: { ...referral.shape, ...(recorded !== undefined && { recorded }) },
    said: [...new Set([...referral.said, ...entry.said])],
  };
}

/** The course a row is, as issues may be of it: one whose code stands in for another says nothing of the drug. */
function courseOf(own: MiquestReading): (one: JournalRow) => Course[] {
  return ({ kind, row, id, links }) => {
    if (kind !== "authorisations") return [];
    const { CODE = "", EPISODE } = row.cells;
    const isCoded = EPISODE === "R" && degradeKindOf(own.systemOf(row), CODE) === undefined;
    return [{ row, id, name: links.own, isCoded }];
  };
}
