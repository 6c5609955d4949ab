import type { CarePlan } from "@gp2gp/core";
import { nativeOf, readAs } from "../../reading/item-start.ts";
import type { ItemStart, ReadItem } from "../../reading/item-start.ts";
import type { WireNode } from "../../wire/wire-node.ts";

type Instruction = CarePlan["instructions"][number];

/** A care plan; its description is the goal. */
export const readCarePlan: ReadItem<"CarePlan"> = (node, start) => {
  const category = node.text("Category");
  const subCategory = node.text("SubCategory");
  const aim = node.text("Aim");
  const reviewDate = node.text("ReviewDate");
  const instructions = [
    ...node.nodes("CarePlanInstruction"),
    ...(node.node("Instructions")?.nodes("Instruction") ?? []),
  ];
  const entry: CarePlan = {
    ...planOf(start, node.text("CarePlanName"), instructions),
    ...(start.text !== undefined && { goal: start.text }),
    ...(category !== undefined && { category }),
    ...(subCategory !== undefined && { subCategory }),
    ...(aim !== undefined && { aim }),
    ...(reviewDate !== undefined && { reviewDate }),
    ...nativeOf(node, start),
  };
  return readAs("carePlans", entry);
};

/** A plan with the patient: a name and what to do. */
export const readPatientPlan: ReadItem<"PatientPlan"> = (node, start) => {
  const instructions = node.nodes("Items").flatMap((item) => item.nodes("CarePlanInstruction"));
  const entry = {
    ...planOf(start, node.text("PatientPlan"), instructions),
    ...nativeOf(node, start),
  };
  return readAs("carePlans", entry);
};

/** What the richer grammar calls a patient plan. */
export const readScratchPad: ReadItem<"ScratchPad"> = (node, start) => {
  const instructions = node.nodes("Items").flatMap((items) => items.nodes("Instruction"));
  const entry = {
    ...planOf(start, node.text("ScratchPadName"), instructions),
    ...nativeOf(node, start),
  };
  return readAs("carePlans", entry);
};

function planOf(
  { shape, dated }: ItemStart,
  name: string | undefined,
  instructions: readonly (WireNode<"CarePlanInstruction"> | WireNode<"PatientPlanInstruction">)[],
): CarePlan {
  return {
    ...shape,
    ...dated,
    ...(name !== undefined && { name }),
    instructions: instructions.flatMap(instructionOf),
  };
}

/** An instruction without words is left, with all that stands beside them. */
function instructionOf(
  node: WireNode<"CarePlanInstruction"> | WireNode<"PatientPlanInstruction">,
): Instruction[] {
  const text = node.text("InstructionText");
  if (text === undefined) {
    node.leave();
    return [];
  }
  const order = (node as WireNode<"CarePlanInstruction">).matching(
    "Order",
    /^(?:0|[1-9]\d{0,14})$/,
  );
  return [
    {
      text,
      ...(order !== undefined && { order: Number(order) }),
      ...(node.type === "CarePlanInstruction" &&
        careInstructionOf(node as WireNode<"CarePlanInstruction">)),
    },
  ];
}

function careInstructionOf(node: WireNode<"CarePlanInstruction">): Partial<Instruction> {
  const responsibility = node.text("Responsibility");
  const completed = node.text("LastCompletedDate");
  const completedBy = node.text("LastCompletedBy");
  const notes = node.text("Notes");
  return {
    ...(responsibility !== undefined && { responsibility }),
    ...(completed !== undefined && { completed }),
    ...(completedBy !== undefined && { completedBy }),
    ...(notes !== undefined && { notes }),
  };
}
