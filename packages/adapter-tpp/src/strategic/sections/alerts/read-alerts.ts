import type { Alert } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import type { ExtractReading } from "../../reading/extract-reading.ts";
import { safeguarding } from "./safeguarding.ts";
import { removedByRole } from "../../wire/parts.ts";

/** The tables of people at risk, the second as layouts before the first had it, with the column of the plan. */
export const riskTables = [
  ["SRPersonAtRisk", "ProtectionPlan"],
  ["SRChildAtRisk", "ChildProtectionPlan"],
] as const;

/** Reads special notes, and who is at risk. */
export function readAlerts(extract: ExtractReading): void {
  for (const row of extract.of("SRSpecialNotes")) {
    // A note that was deleted is none.
    if (row.cells["DateDeleted"] === undefined) readNote(row, extract);
    else extract.rows.leave(row, "technical", "entry-deleted");
  }
  for (const [table, plan] of riskTables)
    for (const row of extract.of(table)) readRisk(row, plan, extract);
}

function readNote(row: Row, extract: ExtractReading): void {
  const start = extract.start(row);
  const text = extract.rows.text(row, "Note");
  const type = extract.words(row, "Type");
  const entry: Alert = {
    ...start.shape,
    texts: [
      ...(text.own === undefined ? [] : [{ text: text.own, role: "note" as const }]),
      ...start.shape.texts,
    ],
    ...(type !== undefined && { concept: { text: type, codings: [] } }),
    ...lifeOf(row, ["DateStart", "DateExpired"], extract),
  };
  extract.add("alerts", entry, { ...start.origin, text });
}

function readRisk(row: Row, plan: string, extract: ExtractReading): void {
  const start = extract.start(row);
  const words = row.cells[plan];
  const removedBy = extract.agents.find(
    "SRStaffMemberProfile",
    row.cells["IDProfileRemovedBy"],
    row,
  );
  const entry: Alert = {
    ...start.shape,
    ...(words !== undefined && { concept: { text: words, codings: [] } }),
    ...lifeOf(row, ["DateAdded", "DateRemoved"], extract),
    participants: [
      ...start.shape.participants,
      ...(removedBy === undefined ? [] : [{ role: removedByRole, agent: removedBy }]),
    ],
    confidentiality: [safeguarding],
  };
  extract.add("alerts", entry, start.origin);
}

function lifeOf(
  row: Row,
  [from, to]: readonly [string, string],
  extract: ExtractReading,
): Pick<Alert, "effective" | "expires"> {
  const at = extract.date(row, from);
  const end = extract.date(row, to);
  return {
    ...(at !== undefined && { effective: { kind: "point", at } }),
    ...(end !== undefined && { expires: { kind: "point", at: end } }),
  };
}
