import type { CarePlan } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { rowSystem } from "../../wire/row-numbers.ts";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { writePlain } from "../write-plain.ts";

/** Writes a care plan that has a goal as that goal, a need as a need; other plans stand in words. */
export function writeCarePlan(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "carePlans");
  const isOf = (table: string) =>
    entry.identifiers.some(({ system }) => system === rowSystem(table));
  if (isOf("SRNeeds")) writeNeed(placed, entry, writing);
  else if (isOf("SRGoal") || entry.goal !== undefined) writeGoal(placed, entry, writing);
  else writePlain(placed, writing);
}

function writeGoal(placed: PlacedEntry, entry: CarePlan, writing: ExtractWriting): void {
  const row = writing.start(placed, "SRGoal");
  const [instruction] = entry.instructions;
  writing.putListed(row, "GoalCategory", entry.category);
  writing.putListed(row, "GoalType", entry.goal);
  writing.putListed(row, "ActionPlanCategory", instruction?.text);
  writing.putListed(row, "ActionPlanOutcome", instruction?.notes);
  writing.putDate(row, "DateEndedActionPlan", instruction?.completed);
  const { rows, text } = writeWords(row, entry, writing);
  writing.place(placed, { rows: [row, ...rows], ...(text && { text }) });
}

function writeNeed(placed: PlacedEntry, entry: CarePlan, writing: ExtractWriting): void {
  const row = writing.start(placed, "SRNeeds");
  const period = entry.effective?.kind === "period" ? entry.effective : undefined;
  writing.putListed(row, "NeedName", entry.name);
  writing.putDate(row, "DateStart", period?.start);
  writing.putDate(row, "DateEnd", period?.end);
  const { rows, text } = writeWords(row, entry, writing);
  writing.place(placed, { rows: [row, ...rows], ...(text && { text }) });
}
