import type { MedicationIssue } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { qualifierText } from "../../reading/shown-concept.ts";
import { writeWhole } from "../../wire/cells.ts";
import { issueMethods } from "../../wire/value-tables.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import {
  contraceptiveWords,
  issueQualifiers,
  issueTexts,
  methodWords,
  pharmacyRole,
  privateType,
} from "./read-issue.ts";
import { writeSupply } from "./write-supply.ts";

/** One issue. Only a course the source named is named. */
export function writeIssue(placed: PlacedEntry, writing: EmisWriting): void {
  const entry = placed.entry as MedicationIssue;
  const { course, concept, method, type, supply } = entry;
  const row = writing.rowOf(placed, "Prescribing_IssueRecord");
  writing.putHead(row, entry, "authoriser");
  const said = writeSupply(row, placed, writing);
  if (course?.link === "source") writing.put(row, "DrugRecordGuid", writing.keyOf(course.id));
  if (supply?.effective?.kind === "period") {
    const { value, unit, unitCode } = supply.effective.width ?? {};
    const isDays = unitCode === "d" || unit === "day";
    writing.put(row, "CourseDurationInDays", isDays ? writeWhole(value) : undefined);
  }
  writeLegacyCode(row, entry, writing);
  for (const [column, name] of issueQualifiers)
    writing.put(row, column, qualifierText(concept, name));
  const isContraceptive = concept?.qualifiers?.some(
    ({ name, value }) => name?.text === contraceptiveWords && value === undefined,
  );
  writing.putFlag(row, "IsPrescribedAsContraceptive", isContraceptive === true);
  if (type?.text === privateType.text) writing.putBoolean(row, "IsPrivatelyPrescribed", true);
  else if (!type) writing.putFlag(row, "IsPrivatelyPrescribed", false);
  writing.put(
    row,
    "IssueMethodDescription",
    method === undefined ? qualifierText(concept, methodWords) : issueMethods.write(method),
  );
  writeTexts(row, entry, writing);
  writing.put(row, "ScriptPharmacyStamp", pharmacyOf(entry));
  writing.rows.place(placed, { rows: [row], ...said });
}

/** The code the older systems had, under the term the drug has in its dictionary. */
function writeLegacyCode(row: RowDraft, { concept }: MedicationIssue, writing: EmisWriting): void {
  const [first, second] = concept?.codings ?? [];
  const isLegacy = first?.system === "emis-drug" && first.asserted === "source";
  if (isLegacy && (!second || second.display === first.display))
    writing.put(row, "EmisCode", first.code);
}

/** Words in the columns of whom they are for, as far as they stand in the order of these. */
function writeTexts(row: RowDraft, { texts }: MedicationIssue, writing: EmisWriting): void {
  let next = 0;
  for (const { text, role } of texts) {
    const at = issueTexts.findIndex(([, one], place) => place >= next && one === role);
    const [column] = issueTexts[at] ?? [];
    if (column !== undefined && writing.put(row, column, text)) next = at + 1;
  }
}

function pharmacyOf({ participants }: MedicationIssue): string | undefined {
  const pharmacy = participants.find(({ role }) => role.text === pharmacyRole.text);
  return pharmacy?.person?.names?.[0]?.text;
}
