import type { EntryOf, Problem } from "@gp2gp/core";
import { EntryFacts } from "@gp2gp/core";
import { markLine } from "../carried-marks.ts";
import { valuesIn } from "../wire/field.ts";
import { dateToWire } from "../wire/lexical.ts";
import { wireTypes } from "../wire/wire-types.ts";
import type { ClientWriting } from "./client-writing.ts";
import type { Item } from "./item.ts";
import { isWritable } from "./taking.ts";
import { severityToWire, standInSeverity } from "../../shared/problem-severity.ts";
import { tppSystems } from "../../shared/tpp-systems.ts";

/** A problem that became the facet of the code that names it. */
interface Facet {
  readonly problem: Problem;
  readonly facts: EntryFacts;
  readonly item: Item;
  uid: string | undefined;
}

/** What is linked to problems, by the id of the item or consultation. */
export interface LinkedProblems {
  /** Uids for each consultation. */
  readonly ofConsultations: ReadonlyMap<string, ReadonlySet<string>>;
  /** Problems and links that are facets or uids and no items of their own. */
  readonly placed: ReadonlySet<string>;
}

/**
 * Makes a problem the facet of its code where there is such a code and the significance is known, and
 * links its entries to it by uid. What else there is of problems and links stays to be written by itself.
 */
export function placeProblems(
  items: ReadonlyMap<string, Item>,
  consultations: ReadonlySet<string>,
  withheld: ReadonlySet<string>,
  writing: ClientWriting,
): LinkedProblems {
  const facets: Facet[] = [];
  const placed = new Set<string>();
  for (const [index, problem] of writing.record.problems.entries()) {
    const item = problem.names === undefined ? undefined : items.get(problem.names);
    if (withheld.has(problem.id) || !item || !isHeader(item)) continue;
    const severity = severityOf(problem, writing);
    if (severity === undefined) continue;
    const facts = new EntryFacts("problems", index, problem);
    attach(problem, facts, item, severity, writing);
    facets.push({ problem, facts, item, uid: undefined });
    placed.add(problem.id);
  }
  const ofConsultations = new Map<string, Set<string>>();
  const linkedTo = (id: string): Set<string> | undefined => {
    if (!consultations.has(id)) return items.get(id)?.linkedProblems;
    const known = ofConsultations.get(id) ?? new Set();
    ofConsultations.set(id, known);
    return known;
  };
  giveOwnUids(facets);
  for (const facet of facets) linkEntries(facet, linkedTo, writing);
  const owned = new Set(facets.map(({ uid }) => uid));
  for (const link of writing.record.links) {
    const uid = withheld.has(link.id) ? undefined : missingProblemOf(link, writing);
    const linked = link.from === undefined ? undefined : linkedTo(link.from);
    if (uid === undefined || owned.has(uid) || !linked) continue;
    linked.add(uid);
    placed.add(link.id);
  }
  for (const facet of facets) settleUid(facet, writing);
  return { ofConsultations, placed };
}

/** Whether an item can be the header of one more problem: a code that is said of the patient. */
function isHeader({ form, problem }: Item): boolean {
  return form.name === "ClinicalCode" && form.isUnasserted !== true && !problem;
}

function severityOf(problem: Problem, { version }: ClientWriting): string | undefined {
  const values = valuesIn(wireTypes.ClinicalCode.elements.ProblemSeverity, version) ?? [];
  const { significance } = problem;
  if (significance !== "major" && significance !== "minor") return undefined;
  return severityToWire(problem, values) ?? standInSeverity(problem);
}

function attach(
  problem: Problem,
  facts: EntryFacts,
  item: Item,
  severity: string,
  { version, ids }: ClientWriting,
): void {
  const { activity, effective } = problem;
  facts.take("names");
  if (severityToWire(problem, [severity]) === severity) {
    facts.take("significance");
    facts.take("status");
  }
  const end = effective?.kind === "period" ? effective.end : undefined;
  const endDate = end === undefined ? undefined : dateToWire(end, "date", version);
  if (endDate !== undefined) {
    facts.take("effective", "kind");
    facts.take("effective", "end");
  }
  const derived = endDate === undefined ? "active" : "past";
  if (activity === derived) facts.take("activity");
  if (problem.id === ids.problem(item.entry.id)) facts.take("id");
  const isElsewhere = problem.consultation !== item.entry.consultation;
  if (!isElsewhere) facts.take("consultation");
  item.problem = {
    facts,
    uid: undefined,
    fields: { ProblemSeverity: severity, ProblemEndDate: endDate },
    marks: [
      ...(activity === undefined ? [markLine("activity", false)] : []),
      ...(isElsewhere && problem.consultation === undefined
        ? [markLine("consultation", false)]
        : []),
    ],
  };
}

/** A uid of the format's own, unless two problems have the same. */
function giveOwnUids(facets: readonly Facet[]): void {
  const seen = new Set<string>();
  for (const facet of facets) {
    const { problem, facts } = facet;
    const place = problem.identifiers.findIndex(({ system }) => system === tppSystems.problem);
    const identifier = problem.identifiers[place];
    if (!identifier || identifier.assigner !== undefined || seen.has(identifier.value)) continue;
    if (!isWritable(identifier.value)) continue;
    seen.add(identifier.value);
    facet.uid = identifier.value;
    facts.take("identifiers", place);
  }
}

function linkEntries(
  facet: Facet,
  linkedTo: (id: string) => Set<string> | undefined,
  { ids }: ClientWriting,
): void {
  const { problem, facts, item } = facet;
  for (const [place, { target, kind }] of problem.links.entries()) {
    const linked = kind === "associated" && target !== item.entry.id ? linkedTo(target) : undefined;
    if (!linked) continue;
    facet.uid ??= ids.problemUid(problem.id);
    if (linked.has(facet.uid)) continue;
    linked.add(facet.uid);
    facts.take("links", place);
  }
}

/** The uid of a link that says no more than that its entry refers to a problem that is not there. */
function missingProblemOf(link: EntryOf<"links">, { ids }: ClientWriting): string | undefined {
  const [identifier, ...others] = link.identifiers;
  if (identifier?.system !== tppSystems.problem || others.length > 0) return undefined;
  const uid = identifier.value;
  const facts = new EntryFacts("links", 0, link);
  for (const key of ["id", "kind", "from", "targets", "identifiers"]) facts.take(key);
  const isWhole =
    link.kind === "related" &&
    identifier.assigner === undefined &&
    link.targets.length === 1 &&
    link.targets[0] === ids.missingProblem(uid) &&
    link.id === ids.missingProblemLink(link.from ?? "", uid) &&
    facts.rest().length === 0;
  return isWhole && isWritable(uid) ? uid : undefined;
}

/** A header that stands among entries of other problems says its own uid first, or theirs would be read as its own. */
function settleUid({ problem, facts, item, uid }: Facet, writing: ClientWriting): void {
  const settled =
    uid ?? (item.linkedProblems.size > 0 ? writing.ids.problemUid(problem.id) : undefined);
  if (settled === undefined || !item.problem) return;
  item.problem = { ...item.problem, uid: settled };
  const isOwn = problem.identifiers.some(
    ({ system, value }) => system === tppSystems.problem && value === settled,
  );
  if (!isOwn) writing.report("id-generated", { record: facts.pointer });
}
