import type { CarePlan } from "@gp2gp/core";
import { nativeDataOf } from "../../native-data.ts";
import type { WireInput } from "../../wire/wire-types.ts";
import { wholeForm } from "../../writing/form.ts";
import type { Form } from "../../writing/form.ts";
import type { Taking } from "../../writing/taking.ts";

/** A care plan where its review date is known; a plan with the patient where it has a name and instructions alone. */
export function writeCarePlan(
  taking: Taking<CarePlan>,
  fresh: () => Taking<CarePlan>,
): Form | undefined {
  const { entry, version } = taking;
  const blank = (element: string) =>
    nativeDataOf(entry).blank?.includes(element) === true ? "" : undefined;
  const instructions = entry.instructions.map((_, index) => careInstruction(taking, index));
  const fields: WireInput<"CarePlan"> = {
    CarePlanName: taking.words("name") ?? blank("CarePlanName"),
    Category: taking.words("category") ?? blank("Category"),
    SubCategory: taking.words("subCategory"),
    Aim: taking.words("aim") ?? blank("Aim"),
    ReviewDate: taking.date("date", "reviewDate"),
    ...(version === "patient-record"
      ? { CarePlanInstruction: instructions }
      : { Instructions: instructions.length > 0 ? { Instruction: instructions } : undefined }),
  };
  return (
    wholeForm(taking, "CarePlan", fields, { text: taking.words("goal") }) ?? patientPlan(fresh())
  );
}

function patientPlan(taking: Taking<CarePlan>): Form | undefined {
  const { entry, version } = taking;
  const { aim, category, goal, reviewDate } = entry;
  if (aim ?? category ?? goal ?? reviewDate) return undefined;
  if (version === "patient-record") {
    const fields: WireInput<"PatientPlan"> = {
      PatientPlan: taking.words("name"),
      Items: entry.instructions.map((_, index) => ({
        CarePlanInstruction: plainInstruction(taking, index),
      })),
    };
    return wholeForm(taking, "PatientPlan", fields);
  }
  const fields: WireInput<"ScratchPad"> = {
    ScratchPadName: taking.words("name"),
    Items:
      entry.instructions.length === 0
        ? undefined
        : { Instruction: entry.instructions.map((_, index) => careInstruction(taking, index)) },
  };
  return wholeForm(taking, "ScratchPad", fields);
}

function plainInstruction(
  taking: Taking<CarePlan>,
  index: number,
): WireInput<"PatientPlanInstruction"> {
  const order = taking.entry.instructions[index]?.order;
  if (order !== undefined) taking.take("instructions", index, "order");
  return {
    InstructionText: taking.words("instructions", index, "text"),
    Order: order === undefined ? undefined : String(order),
  };
}

function careInstruction(
  taking: Taking<CarePlan>,
  index: number,
): WireInput<"CarePlanInstruction"> {
  const isClient = taking.version === "client-integration";
  return {
    ...plainInstruction(taking, index),
    Responsibility: taking.words("instructions", index, "responsibility"),
    ...(isClient && {
      LastCompletedDate: taking.date("date", "instructions", index, "completed"),
      LastCompletedBy: taking.words("instructions", index, "completedBy"),
      Notes: taking.words("instructions", index, "notes"),
    }),
  };
}
