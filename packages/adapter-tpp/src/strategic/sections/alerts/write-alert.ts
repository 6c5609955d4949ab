import { dateOfEffective, labelOf } from "@gp2gp/core";
import type { Alert } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { agentIn } from "../../writing/agent-in.ts";
import { rowSystem } from "../../wire/row-numbers.ts";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { riskTables } from "./read-alerts.ts";
import { isSafeguarding } from "./safeguarding.ts";
import { removedByRole } from "../../wire/parts.ts";

/** Writes an alert as a special note; one of safeguarding among those at risk. */
export function writeAlert(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "alerts");
  if (isSafeguarding("alerts", entry)) writeRisk(placed, entry, writing);
  else writeNote(placed, entry, writing);
}

function writeNote(placed: PlacedEntry, entry: Alert, writing: ExtractWriting): void {
  const row = writing.start(placed, "SRSpecialNotes");
  writing.putListed(row, "Type", labelOf(entry.concept));
  writeLife(row, entry, ["DateStart", "DateExpired"], writing);
  const own = entry.texts.find(({ role }) => role === "note");
  const others = entry.texts.filter((text) => text !== own && text.role !== "note");
  const { rows } = writeWords(row, { texts: others }, writing);
  writing.place(placed, { rows: [row, ...rows], text: { row, column: "Note", own: own?.text } });
}

function writeRisk(placed: PlacedEntry, entry: Alert, writing: ExtractWriting): void {
  const [person, child] = riskTables;
  const isChild = entry.identifiers.some(({ system }) => system === rowSystem(child[0]));
  const [table, plan] = isChild ? child : person;
  const row = writing.start(placed, table);
  writing.put(row, plan, labelOf(entry.concept));
  writeLife(row, entry, ["DateAdded", "DateRemoved"], writing);
  const removedBy = writing.agents.profile(agentIn(entry.participants, removedByRole));
  writing.put(row, "IDProfileRemovedBy", removedBy);
  const { rows, text } = writeWords(row, entry, writing);
  writing.place(placed, { rows: [row, ...rows], ...(text && { text }) });
}

function writeLife(
  row: RowDraft,
  { effective, expires }: Alert,
  [from, to]: readonly [string, string],
  writing: ExtractWriting,
): void {
  writing.putDate(row, from, dateOfEffective(effective));
  writing.putDate(row, to, dateOfEffective(expires));
}
