import { entrySections } from "@gp2gp/core";
import type { AnyEntry, PatientRecord, Withheld } from "@gp2gp/core";
import { issue } from "../gp2gp-ehr-extract-issues.ts";
import type { WritingReport } from "./writing-report.ts";

/**
 * The entries that are not to be written: those that are confidential, and all that would tell of them. Each is
 * reported. Agents are not withheld: they are people and places, not facts about the patient.
 */
export function withheldEntries(
  record: PatientRecord,
  { withheld, losses }: Withheld,
  report: WritingReport,
): ReadonlySet<AnyEntry> {
  for (const loss of losses) {
    if (loss.section === "agents") continue;
    report.losses.push(loss);
    report.issues.push(issue("confidential-withheld", { record: loss.record }));
  }
  const sections = entrySections.filter((section) => section !== "agents");
  return new Set(
    sections.flatMap((section) => record[section].filter(({ id }) => withheld.has(id))),
  );
}
