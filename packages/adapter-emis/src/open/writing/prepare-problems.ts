import type { AnyEntry } from "@gp2gp/core";
import { canBelongToProblem, canNameProblem, formOf } from "./entry-form.ts";
import { workOn } from "./entry-work.ts";
import { linkTypes } from "../codecs/value-tables.ts";
import type { Writing } from "./writing.ts";

/** Finds for each problem the entry that names it and the entries that belong to it, before those are written. */
export function prepareProblems(writing: Writing): void {
  for (const [index, entry] of writing.record.problems.entries()) {
    const named = writing.index.find(entry.names);
    if (!named || entry.names === undefined || !canNameProblem(formOf(named.section, named.entry)))
      continue;
    if (writing.problemsByName.has(entry.names)) continue;
    const { consultation } = named.entry;
    const work = workOn("problems", index, { entry, position: { consultation } });
    // Reading puts a problem into the consultation of the entry that names it.
    if (entry.consultation === undefined && consultation !== undefined)
      writing.problemsApart.add(entry.id);
    writing.problemsByName.set(entry.names, work);
  }
  for (const work of writing.problemsByName.values()) {
    for (const [at, { target }] of work.entry.links.entries()) {
      if (!isLinkable(target, writing)) continue;
      const links = writing.problemLinks.get(target);
      if (links) links.push({ problem: work, at });
      else writing.problemLinks.set(target, [{ problem: work, at }]);
    }
  }
}

/** Whether an element can say that it belongs to a problem: an entry's own, or that of a value of a composite. */
function isLinkable(target: string, writing: Writing): boolean {
  const found = writing.index.find(target) ?? writing.index.findComposite(target);
  return found !== undefined && canBelongToProblem(formOf(found.section, found.entry));
}

/** Carries what the Problem elements and the links had no place for. */
export function finishProblems(writing: Writing): void {
  for (const work of writing.problemsByName.values()) {
    for (const [at, link] of work.entry.links.entries()) {
      if (isLinkable(link.target, writing) && linkTypes.write(link.kind) !== undefined)
        work.facts.take("links", at);
    }
    writing.carryApart(work, "names");
  }
}

/** Whether a problem stands in the element of another entry. */
export function isFacet({ id, ...entry }: AnyEntry, writing: Writing): boolean {
  const names = "names" in entry ? entry.names : undefined;
  return names !== undefined && writing.problemsByName.get(names)?.entry.id === id;
}
