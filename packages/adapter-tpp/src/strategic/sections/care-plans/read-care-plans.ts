import type { CarePlan } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { courseOf } from "../../../shared/course-of.ts";
import type { ExtractReading } from "../../reading/extract-reading.ts";

/** Reads goals with their action plans, and needs. */
export function readCarePlans(extract: ExtractReading): void {
  for (const row of extract.of("SRGoal")) readGoal(row, extract);
  for (const row of extract.of("SRNeeds")) readNeed(row, extract);
}

function readGoal(row: Row, extract: ExtractReading): void {
  const start = extract.start(row);
  const category = extract.words(row, "GoalCategory");
  const goal = extract.words(row, "GoalType");
  const text = extract.words(row, "ActionPlanCategory");
  const notes = extract.words(row, "ActionPlanOutcome");
  const completed = extract.date(row, "DateEndedActionPlan");
  const entry: CarePlan = {
    ...start.shape,
    ...start.dated,
    ...(category !== undefined && { category }),
    ...(goal !== undefined && { goal }),
    instructions:
      text === undefined
        ? []
        : [
            {
              text,
              ...(completed !== undefined && { completed }),
              ...(notes !== undefined && { notes }),
            },
          ],
  };
  extract.add("carePlans", entry, start.origin);
}

function readNeed(row: Row, extract: ExtractReading): void {
  const start = extract.start(row);
  const name = extract.words(row, "NeedName");
  const period = courseOf(extract.date(row, "DateStart"), extract.date(row, "DateEnd"));
  const entry: CarePlan = {
    ...start.shape,
    ...start.dated,
    ...(name !== undefined && { name }),
    ...(period && { effective: period }),
    instructions: [],
  };
  extract.add("carePlans", entry, start.origin);
}
