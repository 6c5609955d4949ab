import type { EntryText, Referral } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { codedAs } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import type { ExtractReading } from "../../reading/extract-reading.ts";
import { dateFromCell, referenceIn } from "../../wire/cells.ts";
import { codeColumns, readConcept } from "../read-concept.ts";
import type { ConceptColumns } from "../read-concept.ts";
import { urgencyFromWords } from "./urgency.ts";

export const diagnosisColumns: ConceptColumns = {
  ctv3: "PrimaryDiagnosis",
  snomed: "SNOMEDPrimaryDiagnosis",
};

/** Reads referrals to others and from others, each with what became of it. */
export function readReferrals(extract: ExtractReading): void {
  const out = statusRows(extract, "SRReferralOutStatusDetails", "IDReferralOut");
  for (const row of extract.of("SRReferralOut"))
    readReferralOut(row, statusesOf(out, row), extract);
  const inwards = statusRows(extract, "SRReferralInStatusDetails", "IDReferralIn");
  for (const row of extract.of("SRReferralIn"))
    readReferralIn(row, statusesOf(inwards, row), extract);
}

type StatusRows = ReadonlyMap<string, readonly Row[]>;

function statusRows(extract: ExtractReading, table: string, column: string): StatusRows {
  return Map.groupBy(
    extract.of(table).filter(({ cells }) => referenceIn(cells[column]) !== undefined),
    ({ cells }) => cells[column] ?? "",
  );
}

const statusesOf = (rows: StatusRows, { cells }: Row): readonly Row[] =>
  rows.get(cells["RowIdentifier"] ?? "") ?? [];

function readReferralOut(row: Row, statuses: readonly Row[], extract: ExtractReading): void {
  const start = extract.start(row, statuses);
  const { RecipientID, RecipientIDType, IDProfileReferrer } = row.cells;
  const reason = readConcept(row, diagnosisColumns);
  const service = extract.words(row, "ServiceOffered");
  const recipient = extract.agents.findMeant(RecipientIDType, RecipientID, row);
  const sender = extract.agents.find("SRStaffMemberProfile", IDProfileReferrer, row);
  const entry: Referral = {
    ...start.shape,
    ...start.dated,
    direction: "outbound",
    ...urgencyOf(row, extract),
    ...(service !== undefined && { speciality: { text: service, codings: [] } }),
    ...(reason && { reason }),
    ...(recipient !== undefined && { recipient }),
    ...(sender !== undefined && { sender }),
    ...statusOf(statuses, "StatusOfReferralOut", extract),
    texts: [...earlierStatuses(statuses, "StatusOfReferralOut", extract), ...start.shape.texts],
  };
  extract.add("referrals", entry, start.origin);
}

function readReferralIn(row: Row, statuses: readonly Row[], extract: ExtractReading): void {
  const start = extract.start(row, statuses);
  const { IDReferrer, SourceTableReferrer, IDReferredTo, SourceTableReferrerTo } = row.cells;
  const {
    ReferralCode: code,
    IDReferralLocal: local,
    ReferredToTreatmentCode: treatment,
  } = row.cells;
  const diagnosis = extract.named("SRCode", row.cells["IDCodePrimaryDiagnosis"]);
  const reason = diagnosis && readConcept(diagnosis, codeColumns);
  const dated = extract.date(row, "DateReferral");
  const speciality = row.cells["ReferredToSpeciality"] ?? extract.words(row, "ServiceOffered");
  const outcome = extract.words(row, "Outcome");
  const mode = extract.words(row, "ReferralMedium");
  const sender = extract.agents.findMeant(SourceTableReferrer, IDReferrer, row);
  const recipient = extract.agents.findMeant(SourceTableReferrerTo, IDReferredTo, row);
  const entry: Referral = {
    ...start.shape,
    ...start.dated,
    identifiers: [
      ...start.shape.identifiers,
      ...(local === undefined ? [] : [{ system: tppSystems.referral, value: local }]),
    ],
    direction: "inbound",
    ...urgencyOf(row, extract),
    ...(code !== undefined && { concept: { text: code, codings: [] } }),
    ...(speciality !== undefined && { speciality: { text: speciality, codings: [] } }),
    ...(treatment !== undefined && { requestType: treatment }),
    ...(reason && { reason }),
    ...(dated !== undefined && { dated }),
    ...(outcome !== undefined && { outcome: { text: outcome, codings: [] } }),
    ...(mode !== undefined && { mode }),
    ...(sender !== undefined && { sender }),
    ...(recipient !== undefined && { recipient }),
    ...statusOf(statuses, "StatusOfReferralIn", extract),
    texts: [...earlierStatuses(statuses, "StatusOfReferralIn", extract), ...start.shape.texts],
  };
  extract.add("referrals", entry, start.origin);
}

function urgencyOf(row: Row, extract: ExtractReading): Pick<Referral, "priority" | "urgency"> {
  const said = extract.words(row, "Urgency");
  return said === undefined ? {} : urgencyFromWords(said);
}

/** Where a referral stands: its last status. */
function statusOf(
  rows: readonly Row[],
  column: string,
  extract: ExtractReading,
): Pick<Referral, "status"> {
  const last = rows.at(-1);
  const status = last && extract.words(last, column);
  return status === undefined ? {} : { status: codedAs(tppSystems.referralStatus, status) };
}

/** What stands before an earlier status of a referral among its texts. */
export const earlierStatus = "Earlier status: ";

/** The statuses before the last, each with its date. */
function earlierStatuses(
  rows: readonly Row[],
  column: string,
  extract: ExtractReading,
): EntryText[] {
  return rows.slice(0, -1).flatMap((row): EntryText[] => {
    const status = extract.words(row, column);
    if (status === undefined) return [];
    const at = dateFromCell(row.cells["DateEvent"] ?? "");
    const since = at === undefined ? "" : `, ${at}`;
    return [{ text: `${earlierStatus}${status}${since}`, role: "displayed" }];
  });
}
