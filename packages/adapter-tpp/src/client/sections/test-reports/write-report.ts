import type { TestReport } from "@gp2gp/core";
import { nativeDataOf } from "../../native-data.ts";
import type { WireInput } from "../../wire/wire-types.ts";
import { takeText, wholeForm } from "../../writing/form.ts";
import type { Form } from "../../writing/form.ts";
import type { Taking } from "../../writing/taking.ts";
import { reportKinds } from "./read-report.ts";
import { onlyCodeIn } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

/** The header of a report, where its tests, date, judgement and follow-up are those the format knows. */
export function writeReport(taking: Taking<TestReport>): Form | undefined {
  const { entry, version } = taking;
  const type = [...reportKinds].find(([, kind]) => kind === entry.kind)?.[0];
  if (type !== undefined || entry.kind === "unspecified") taking.take("kind");
  const isBlank = nativeDataOf(entry).blank?.includes("BatteryHeaders") === true;
  const result = onlyCodeIn(tppSystems.reportResult, entry.outcome);
  if (result !== undefined) taking.take("outcome");
  if (entry.patientToBeInformed === true) taking.take("patientToBeInformed");
  const isClient = version === "client-integration";
  const fields: WireInput<"Report"> = {
    BatteryHeaders:
      entry.batteryHeaders === undefined && isBlank ? "" : taking.words("batteryHeaders", 0),
    IssueDate: taking.date("date", "issued"),
    Result: result,
    PatientToBeInformed: entry.patientToBeInformed === true,
    ...(isClient && {
      ResultGivenDate: taking.date("date", "resultGiven"),
      ArchivedDate: taking.date("date", "archived"),
    }),
    CollectionDate: taking.date("date", "collected"),
    Type: type,
    FollowUpActions: followUpsOf(taking),
  };
  return wholeForm(taking, "Report", fields, { text: takeText(taking, "comment") });
}

/** The published schema holds one follow-up; the others are carried. */
function followUpsOf(taking: Taking<TestReport>): WireInput<"FollowUpActions"> | undefined {
  const count = taking.version === "client-integration" ? undefined : 1;
  const followUps = (taking.entry.followUps ?? []).slice(0, count);
  if (followUps.length === 0) return undefined;
  return {
    FollowUpAction: followUps.map((_, index) => ({
      Action: taking.words("followUps", index, "action"),
      Comments: taking.words("followUps", index, "comments"),
    })),
  };
}
