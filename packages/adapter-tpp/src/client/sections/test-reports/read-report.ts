import type { TestReport } from "@gp2gp/core";
import { nativeOf, readAs } from "../../reading/item-start.ts";
import type { ReadItem } from "../../reading/item-start.ts";
import type { WireNode } from "../../wire/wire-node.ts";
import { codedAs } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

/** The kinds of report, in the words of the format. */
export const reportKinds = new Map([
  ["Pathology", "pathology"],
  ["Radiology", "radiology"],
  ["Blood Spot", "blood-spot"],
  ["Screening", "screening"],
] as const);

/** The header and filing of a report; its results are coded entries of the same event. */
export const readReport: ReadItem<"Report"> = (node, start) => {
  const listed = node.listed("Type");
  const kind = [...reportKinds].find(([word]) => word === listed)?.[1] ?? "unspecified";
  const headers = node.text("BatteryHeaders");
  const issued = node.text("IssueDate");
  const result = node.text("Result");
  const collected = node.text("CollectionDate");
  const resultGiven = node.text("ResultGivenDate");
  const archived = node.text("ArchivedDate");
  const followUps = node.node("FollowUpActions")?.nodes("FollowUpAction").flatMap(followUpOf) ?? [];
  const patientToBeInformed = node.has("PatientToBeInformed");
  const entry: TestReport = {
    ...start.shape,
    ...start.dated,
    texts: start.texts.map(({ text }) => ({ text, role: "comment" })),
    kind,
    ...(issued !== undefined && { issued }),
    ...(collected !== undefined && { collected }),
    ...(archived !== undefined && { archived }),
    ...(resultGiven !== undefined && { resultGiven }),
    ...(result !== undefined && { outcome: codedAs(tppSystems.reportResult, result) }),
    ...(headers !== undefined && { batteryHeaders: [headers] }),
    ...(followUps.length > 0 && { followUps }),
    ...(patientToBeInformed && { patientToBeInformed }),
    ...nativeOf(node, start),
  };
  return readAs("testReports", entry);
};

function followUpOf(
  node: WireNode<"FollowUpAction">,
): NonNullable<TestReport["followUps"]>[number][] {
  // Comments without an action have no place; asked for only beside one, they are left otherwise.
  const action = node.text("Action");
  if (action === undefined) {
    node.leave();
    return [];
  }
  const comments = node.text("Comments");
  return [{ action, ...(comments !== undefined && { comments }) }];
}
