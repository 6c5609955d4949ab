import type { Referral } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { recordedIn } from "../../wire/as-recorded.ts";
import { actual, letterOf, referralTypes } from "../../wire/code-tables.ts";
import { dayAlone } from "../../wire/day.ts";
import { codeIn, miquestSystems } from "../../wire/systems.ts";
import { fillRow, putSaid } from "../../writing/fill-row.ts";
import type { MiquestWriting } from "../../writing/miquest-writing.ts";
import { writeCode } from "../write-code.ts";

/**
 * Writes a referral: to whom and for what as a row of REFERRALS, its code and words as an entry in the
 * journal that tells of it.
 */
export function writeReferral(placed: PlacedEntry<"referrals">, own: MiquestWriting): void {
  const { entry } = placed;
  const row = own.addRow("REFERRALS");
  fillRow(row, entry, own);
  putRecipient(row, entry, own);
  own.put(row, "TYPE", letterOf(referralTypes, entry.requestType) ?? entry.requestType);
  own.put(row, "SPECIALITY", codeIn(miquestSystems.speciality, entry.speciality));
  own.put(row, "ACTION_DATE", dayAlone(entry.dated));
  putSaid(row, entry, "referrals", own);
  const isTold =
    own.prints("JOURNALS", "LINKS") &&
    own.prints("REFERRALS", "LINKS") &&
    (entry.concept !== undefined || entry.recorded !== undefined || hasWords(entry));
  own.nameRow(row, entry, { mark: "referral", isNeeded: isTold });
  if (!isTold) {
    own.rows.place(placed, { rows: [row] });
    return;
  }
  const told = own.addRow("JOURNALS");
  fillRow(told, { ...entry, id: "" }, own);
  own.link(told, { referral: own.names.of(entry.id) });
  const code = writeCode(told, placed, own);
  putSaid(told, entry, "referrals", own);
  if (!code.isUnsaid) own.put(told, "CONTEXT", actual);
  const words = entry.texts.find(({ role }) => role === "note")?.text;
  own.rows.place(placed, {
    rows: [row, told],
    text: { row: told, column: "TEXT", own: words },
    reasons: code.reasons,
    mapped: code.mapped,
    blocksPrescribing: code.blocksPrescribing,
  });
}

/** Whether a referral has words beside those its own cells are said in. */
function hasWords({ texts }: Referral): boolean {
  return texts.some(({ text, role }) => role !== "comment" || !recordedIn(text));
}

function putRecipient(row: RowDraft, entry: Referral, own: MiquestWriting): void {
  const { recipient, consultant } = entry;
  own.put(row, "TO_HCP", own.agents.nameOf(consultant, "hcp")?.cell);
  own.put(row, "UNIT", own.agents.nameOf(recipient, "unit")?.cell);
}
