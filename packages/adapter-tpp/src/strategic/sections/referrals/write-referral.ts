import { labelOf } from "@gp2gp/core";
import type { EntryText, Referral } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { onlyCodeIn } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { writeRecorded } from "../write-concept.ts";
import { diagnosisColumns, earlierStatus } from "./read-referral.ts";
import { urgencyToWords } from "./urgency.ts";

/** Writes a referral to others, or from others, with where it stands. */
export function writeReferral(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "referrals");
  if (entry.direction === "inbound") writeReferralIn(placed, entry, writing);
  else writeReferralOut(placed, entry, writing);
}

function writeReferralOut(placed: PlacedEntry, entry: Referral, writing: ExtractWriting): void {
  const row = writing.start(placed, "SRReferralOut");
  writing.put(row, "IDProfileReferrer", writing.agents.profile(entry.sender));
  writing.putListed(row, "ServiceOffered", labelOf(entry.speciality));
  writing.putListed(row, "Urgency", urgencyToWords(entry));
  writeRecorded(row, diagnosisColumns, entry.reason, writing);
  writing.putMeant(row, ["RecipientID", "RecipientIDType"], entry.recipient);
  const columns = ["SRReferralOutStatusDetails", "IDReferralOut", "StatusOfReferralOut"] as const;
  placeReferral(placed, { row, columns }, writing);
}

function writeReferralIn(placed: PlacedEntry, entry: Referral, writing: ExtractWriting): void {
  const row = writing.start(placed, "SRReferralIn");
  writing.links.set(entry.id, row);
  const local = entry.identifiers.find(({ system }) => system === tppSystems.referral)?.value;
  writing.put(row, "IDReferralLocal", local);
  writing.put(row, "ReferralCode", labelOf(entry.concept));
  writing.put(row, "ReferredToSpeciality", labelOf(entry.speciality));
  writing.put(row, "ReferredToTreatmentCode", entry.requestType);
  writing.putDate(row, "DateReferral", entry.dated);
  writing.putListed(row, "Urgency", urgencyToWords(entry));
  writing.putListed(row, "Outcome", labelOf(entry.outcome));
  writing.putListed(row, "ReferralMedium", entry.mode);
  writing.putMeant(row, ["IDReferrer", "SourceTableReferrer"], entry.sender);
  writing.putMeant(row, ["IDReferredTo", "SourceTableReferrerTo"], entry.recipient);
  const columns = ["SRReferralInStatusDetails", "IDReferralIn", "StatusOfReferralIn"] as const;
  placeReferral(placed, { row, columns }, writing);
}

/** A status is a row of its own; those before the last are told among the texts. */
function placeReferral(
  placed: PlacedEntry,
  {
    row,
    columns: [table, naming, column],
  }: { readonly row: RowDraft; readonly columns: readonly [string, string, string] },
  writing: ExtractWriting,
): void {
  const { entry } = placed;
  const last = onlyCodeIn(tppSystems.referralStatus, entry.status);
  const earlier = last === undefined ? [] : entry.texts.flatMap(statusIn);
  const statuses = [...earlier, ...(last === undefined ? [] : [{ status: last, at: undefined }])];
  const rows = statuses.map(({ status, at }, place) => {
    const own = writing.add(table);
    writing.put(own, "RowIdentifier", writing.make(`${table} ${entry.id} ${place}`));
    writing.put(own, "IDPatient", writing.patientNumber);
    writing.put(own, naming, row.cells["RowIdentifier"]);
    writing.putDate(own, "DateEvent", at);
    writing.putListed(own, column, status);
    return own;
  });
  const texts = earlier.length === 0 ? entry.texts : entry.texts.filter(isNoStatus);
  const words = writeWords(row, { texts }, writing);
  writing.place(placed, {
    rows: [row, ...rows, ...words.rows],
    ...(words.text && { text: words.text }),
  });
}

interface Status {
  readonly status: string;
  readonly at: string | undefined;
}

function statusIn({ text, role }: EntryText): Status[] {
  if (role !== "displayed" || !text.startsWith(earlierStatus)) return [];
  const said = text.slice(earlierStatus.length);
  const [, status, at] = /^(.+), (\d{4}-\d{2}-\d{2}(?:T[\d:]+)?)$/s.exec(said) ?? [];
  return [{ status: status ?? said, at }];
}

const isNoStatus = (text: EntryText): boolean => statusIn(text).length === 0;
