import type { AnyEntry, Problem } from "@gp2gp/core";
import { writeEmisDate } from "../../codecs/emis-date.ts";
import { problemGroupings, problemStatuses, significances } from "../../codecs/value-tables.ts";
import { emisDataOf } from "../../emis-data.ts";
import type { WireProblem } from "../../wire/coded-item-types.ts";
import { careAimFields, carePlanFields } from "../../wire/ident-types.ts";
import type { WireCareAim, WireCarePlan, WireIdent } from "../../wire/ident-types.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import { workOn } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";
import { writeStringCode } from "../coded-items/write-string-code.ts";
import { problemIdOf } from "./read-problem.ts";

/** The Problem element of an entry that names a problem; what it cannot hold is carried apart. */
export function writeProblem(item: EntryWork, writing: Writing): WireProblem | undefined {
  const names = (item.entry as AnyEntry).id;
  const work = writing.problemsByName.get(names);
  if (!work) return undefined;
  const { entry, facts } = work;
  if (entry.id === problemIdOf(writing, names)) facts.take("id");
  facts.take("names");
  const take = <Value>(member: keyof Problem, value: Value | undefined): Value | undefined => {
    if (value !== undefined) facts.take(member);
    return value;
  };
  const duration = entry.expectedDuration;
  return {
    // A problem that is inactive is past to EMIS; the word is carried.
    ProblemStatus:
      entry.activity === "inactive" ? "0" : take("activity", problemStatuses.write(entry.activity)),
    ...writeParent(work, writing),
    ...writeEnd(work),
    Significance: take("significance", significances.write(entry.significance)),
    ExpectedDuration: take(
      "expectedDuration",
      duration !== undefined && /^[+-]?\d+$/.test(duration) && !/^0*$/.test(duration)
        ? duration
        : undefined,
    ),
    ...writeCare(entry, writing),
  };
}

function writeParent(
  { entry, facts }: EntryWork<"problems">,
  writing: Writing,
): { ParentProblem?: WireIdent; GroupingStatus?: string } {
  const parent = writing.index.find(entry.parent);
  const names =
    parent?.section === "problems" && "names" in parent.entry ? parent.entry.names : undefined;
  if (names === undefined || writing.problemsByName.get(names)?.entry.id !== entry.parent)
    return {};
  facts.take("parent");
  const grouping = problemGroupings.write(entry.parentRelation);
  if (grouping !== undefined) facts.take("parentRelation");
  return {
    ParentProblem: writing.idents.of(names),
    ...(grouping !== undefined && { GroupingStatus: grouping }),
  };
}

/** EMIS has the end of a problem; its beginning is the date of the entry that names it. */
function writeEnd({ entry, facts }: EntryWork<"problems">): WireProblem {
  const { effective } = entry;
  if (effective?.kind !== "period" || effective.end === undefined) return {};
  const { date, part, time, exact } = writeEmisDate(effective.end);
  facts.take("effective", "kind");
  if (exact) facts.take("effective", "end");
  return {
    EndDate: time === undefined ? date : `${date} ${time}`,
    EndDatePart: part,
  };
}

function writeCare(problem: Problem, writing: Writing): WireProblem {
  const aims: WireCareAim[] = [];
  const plans: WireCarePlan[] = [];
  for (const { section, index, entry } of writing.index.children(problem.id)) {
    if (section !== "carePlans" || !("instructions" in entry)) continue;
    const form = emisDataOf(entry)?.form;
    if (form !== "CareAim" && form !== "CarePlan") continue;
    const work = workOn("carePlans", index, { entry, position: { within: problem.id } });
    work.facts.take("id");
    if (form === "CareAim") {
      if (entry.aim !== undefined) work.facts.take("aim");
      const wire = { PKId: {}, Goal: entry.aim ?? "" };
      aims.push(writing.finish(careAimFields, wire, work));
    } else {
      const [note] = entry.texts;
      const code =
        entry.concept &&
        writeStringCode(entry.concept, (...path) => work.facts.take("concept", ...path));
      work.facts.take("name");
      work.facts.take("texts", 0);
      const wire = {
        PKId: {},
        DisplayTerm: entry.name ?? "",
        TermId: code,
        Notes: note?.text,
        InterventionCategoryId: {},
      };
      plans.push(writing.finish(carePlanFields, wire, work));
    }
    writing.carryApart(work);
  }
  return {
    ...(aims.length > 0 && { CareAimList: { CareAim: aims } }),
    ...(plans.length > 0 && { CarePlanList: { CarePlan: plans } }),
  };
}
