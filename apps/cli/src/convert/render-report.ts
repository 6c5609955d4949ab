import { recordSections } from "@gp2gp/core";
import type { RecordSection } from "@gp2gp/core";
import { columns } from "../output/columns.ts";
import { plainText } from "../output/plain-text.ts";
import { counted, lossInWords, reasonInWords, sectionName } from "../output/wording.ts";
import type { ConversionReport, PatientOutcome } from "./conversion-report.ts";

const PATIENTS = 20;

export interface RenderReportOptions {
  /** The first outcomes, as many as are shown. */
  readonly outcomes: readonly PatientOutcome[];
  readonly others: readonly string[];
  readonly toName: string;
  readonly reportPath: string | undefined;
  /** What the code maps are called. */
  readonly pack: string | undefined;
}

export const shownOutcomes = PATIENTS;

/** What a conversion did, for people: what was read, what was written, what is not as it was and why. */
export function renderReport(report: ConversionReport, options: RenderReportOptions): string {
  const { counts } = report;
  const { patients } = counts;
  const lines = options.outcomes.flatMap((outcome) => outcomeLines(outcome, options.toName));
  const hidden = patients.read + patients.failed - options.outcomes.length;
  if (hidden > 0) lines.push(`… and ${counted(hidden, "patient")} more, see the report.`);
  if (patients.read + patients.failed > 1)
    lines.push("", `${counted(patients.read, "patient")} written, ${patients.failed} failed.`);
  if (options.others.length > 0)
    lines.push(`${counted(options.others.length, "file")} of no format, not read: see the report.`);
  if (options.reportPath !== undefined) lines.push(`Report  ${plainText(options.reportPath)}`);
  if (counts.losses.translated > 0 && options.pack !== undefined)
    lines.push(`Maps    ${plainText(options.pack)}`);
  return `${[...lines, ...holdings(counts.entries), ...losses(report), ...blocking(report), ...issues(report)].join("\n")}\n`;
}

function outcomeLines(outcome: PatientOutcome, toName: string): string[] {
  const read = `Read    ${plainText(outcome.name)}${outcome.from === undefined ? "" : ` as ${outcome.from}`}`;
  if (!outcome.ok) return [read, `Failed  ${outcome.reason}`];
  const bytes = outcome.files.reduce((sum, file) => sum + file.bytes, 0);
  const beside = outcome.files.length > 1 ? ` in ${outcome.files.length} files` : "";
  return [
    read,
    `Wrote   ${plainText(outcome.out)} as ${toName}, ${bytes.toLocaleString("en-GB")} bytes${beside}`,
  ];
}

function holdings(entries: Readonly<Record<string, number>>): string[] {
  const order: readonly string[] = recordSections;
  const sections = Object.entries(entries).toSorted(
    ([a], [b]) => order.indexOf(a) - order.indexOf(b),
  );
  if (sections.length === 0) return [];
  return [
    "",
    "Holds",
    ...columns(sections.map(([section, count]) => [count, sectionName(section as RecordSection)])),
  ];
}

function losses({ lossGroups }: ConversionReport): string[] {
  if (lossGroups.length === 0) return ["", "Everything is held as the record has it."];
  const total = lossGroups.reduce((sum, { count }) => sum + count, 0);
  return [
    "",
    `Not held as the record has it: ${counted(total, "fact")}`,
    ...columns(
      lossGroups.map(({ count, section, type, reason }) => [
        count,
        sectionName(section),
        lossInWords(type),
        reasonInWords(reason),
      ]),
    ),
  ];
}

function blocking({ counts }: ConversionReport): string[] {
  const { blockingAllergies: count } = counts;
  if (count === 0) return [];
  return [
    "",
    count === 1
      ? "1 drug allergy went as a stand-in: block prescribing until it is coded again."
      : `${counted(count, "drug allergy", "drug allergies")} went as stand-ins: block prescribing until they are coded again.`,
  ];
}

function issues({ issueGroups }: ConversionReport): string[] {
  if (issueGroups.length === 0) return [];
  return [
    "",
    "Issues",
    ...columns(
      issueGroups.map(({ issue, count }) => [count, issue.severity, issue.code, issue.message]),
    ),
  ];
}
