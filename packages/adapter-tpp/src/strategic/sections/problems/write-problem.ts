import { precisionOf } from "@gp2gp/core";
import type { Problem } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { isSameFacts } from "../../../shared/coded-as.ts";
import { severityToWire } from "../../../shared/problem-severity.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { systemOfCode } from "../read-concept.ts";
import { writePlainText } from "../write-plain.ts";

/**
 * Writes a problem over the coded entry that names it. One whose end is not known would be shown as
 * active: it stands in words beside that entry.
 */
export function writeProblem(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "problems");
  const code = writing.codes.get(entry.names ?? "");
  const isOwn = entry.names === undefined && isBareCode(entry);
  if ((!code && !isOwn) || !isShownRight(entry)) {
    writePlainText(placed, writing, code && { row: code, question: "Problem" });
    return;
  }
  const row = writing.start(placed, "SRProblem");
  const period = entry.effective?.kind === "period" ? entry.effective : undefined;
  writing.putDate(row, "DateEvent", period?.start);
  writing.putDate(row, "DateEnd", period?.end);
  writing.put(row, "CTV3Code", code?.cells["CTV3Code"] ?? entry.concept?.codings[0]?.code);
  writing.put(row, "IDCode", code?.cells["RowIdentifier"]);
  writeSeverity(row, entry, writing);
  const { rows, text } = writeWords(row, entry, writing);
  writing.place(placed, { rows: [row, ...rows], ...(text && { text }) });
}

/** Whether the end date of a row, or that it has none, says of the problem what the record does. */
function isShownRight({ activity, effective }: Problem): boolean {
  const end = effective?.kind === "period" ? effective.end : undefined;
  if (activity === "past") return end !== undefined && !isLessThanDay(end);
  const isOpen = activity === "active" || activity === "unspecified" || activity === undefined;
  return isOpen && end === undefined;
}

function isLessThanDay(date: string): boolean {
  const precision = precisionOf(date);
  return precision === "year" || precision === "month";
}

/** A problem whose coded entry is not there is known by a code alone. */
function isBareCode({ concept }: Problem): boolean {
  const [coding] = concept?.codings ?? [];
  if (!coding) return false;
  const bare = {
    codings: [{ system: systemOfCode(coding.code), code: coding.code, asserted: "source" }],
  };
  return isSameFacts(concept, bare);
}

function writeSeverity(
  row: RowDraft,
  { significance, status }: Problem,
  writing: ExtractWriting,
): void {
  const own = status?.codings.find(({ system }) => system === tppSystems.problemSeverity)?.code;
  const severity = severityToWire({ significance, status }, [
    "Major",
    "Minor",
    ...(own === undefined ? [] : [own]),
  ]);
  const shown =
    severity ??
    (significance === "major" ? "Major" : significance === "minor" ? "Minor" : undefined);
  writing.putListed(row, "Severity", shown);
}
