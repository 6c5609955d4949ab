import { newEntry } from "@gp2gp/core";
import type { EntryId, Problem } from "@gp2gp/core";
import { readEmisDate } from "../../codecs/emis-date.ts";
import { readEntryCode } from "../../codecs/entry-code.ts";
import {
  linkTypes,
  problemGroupings,
  problemStatuses,
  significances,
} from "../../codecs/value-tables.ts";
import { withEmisData } from "../../emis-data.ts";
import type { Reading } from "../../reading/reading.ts";
import type { WireCodedItem, WireProblem } from "../../wire/coded-item-types.ts";

/** The id of the problem that an entry names: the same for whoever asks. */
export function problemIdOf(reading: Pick<Reading, "context">, names: EntryId): EntryId {
  return reading.context.newId(`problem:${names}`);
}

/** The problem that an entry with a Problem element names. */
export function readProblem(
  wire: WireProblem,
  { names, wire: item, reading }: { names: EntryId; wire: WireCodedItem; reading: Reading },
): void {
  const activity = problemStatuses.read(wire.ProblemStatus);
  const significance = significances.read(wire.Significance);
  const duration = wire.ExpectedDuration ?? "";
  const end = readEmisDate({ date: wire.EndDate, part: wire.EndDatePart });
  if (end.state === "malformed")
    reading.report("date-malformed", wire, { EndDate: wire.EndDate ?? null });
  const id = problemIdOf(reading, names);
  const problem: Problem = {
    ...newEntry(id, reading.nextOrder({}), reading.places.of(item)),
    names,
    ...(activity && { activity }),
    ...(significance && { significance }),
    ...(!/^0*$/.test(duration) && { expectedDuration: duration }),
    ...(end.state === "known" && { effective: { kind: "period" as const, end: end.at } }),
    links: [],
  };
  reading.put("problems", problem);
  if (wire.ParentProblem) {
    reading.parents.push({
      names,
      parent: wire.ParentProblem,
      grouping: wire.GroupingStatus,
    });
  }
  for (const aim of wire.CareAimList?.CareAim ?? []) {
    const plan = {
      ...reading.base(reading.freshId(`emis-open:care-aim:${id}`), aim, { within: id }),
      ...(aim.Goal !== undefined && aim.Goal !== "" && { aim: aim.Goal }),
      instructions: [],
    };
    reading.put("carePlans", withEmisData(plan, { form: "CareAim" }), {
      form: "CareAim",
      wire: aim,
    });
  }
  for (const carePlan of wire.CarePlanList?.CarePlan ?? []) {
    const codings = readEntryCode({ Code: carePlan.TermId });
    const note = carePlan.Notes ?? "";
    const plan = {
      ...reading.base(reading.freshId(`emis-open:care-plan:${id}`), carePlan, { within: id }),
      ...(codings && { concept: { codings } }),
      ...(carePlan.DisplayTerm !== undefined &&
        carePlan.DisplayTerm !== "" && { name: carePlan.DisplayTerm }),
      texts: note === "" ? [] : [{ text: note, role: "note" as const }],
      instructions: [],
    };
    reading.put("carePlans", withEmisData(plan, { form: "CarePlan" }), {
      form: "CarePlan",
      wire: carePlan,
    });
  }
}

/** Puts each problem into the consultation of the entry that names it, once entries are where they belong. */
export function placeProblems(reading: Reading): void {
  for (const problem of reading.draft.problems) {
    const named = problem.names === undefined ? undefined : reading.find(problem.names);
    const consultation = named?.entry.consultation;
    if (consultation !== undefined)
      reading.replace("problems", problem.id, { ...problem, consultation });
  }
}

/** Links problems to their parents once all problems are read. */
export function linkParents(reading: Reading): void {
  for (const { names: own, parent, grouping } of reading.parents) {
    const id = reading.problemNamedBy(own) ?? "";
    const found = reading.find(id);
    if (found?.section !== "problems") continue;
    const names = reading.entries.find(parent);
    const parentId = names === undefined ? undefined : reading.problemNamedBy(names);
    const relation = problemGroupings.read(grouping);
    if (parentId === undefined) {
      reading.report("reference-unresolved", parent);
      continue;
    }
    reading.replace("problems", id, {
      ...(found.entry as Problem),
      parent: parentId,
      ...(relation && { parentRelation: relation }),
    });
  }
}

/** Gives each problem the entries that say they belong to it, in the order they were read. */
export function linkProblems(reading: Reading): void {
  const links = new Map<EntryId, Problem["links"][number][]>();
  for (const { from, target, type, wire } of reading.problemLinks) {
    const names = reading.entries.find(target);
    const problem = names === undefined ? undefined : reading.problemNamedBy(names);
    const kind = linkTypes.read(type);
    if (problem === undefined || kind === undefined) {
      reading.report(problem === undefined ? "reference-unresolved" : "value-unmapped", wire);
      continue;
    }
    const list = links.get(problem);
    if (list) list.push({ target: from, kind });
    else links.set(problem, [{ target: from, kind }]);
  }
  for (const [id, list] of links) {
    const found = reading.find(id);
    if (found?.section !== "problems") continue;
    reading.replace("problems", id, { ...(found.entry as Problem), links: list });
  }
}
