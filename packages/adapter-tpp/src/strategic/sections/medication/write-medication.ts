import type { Authorisation, MedicationIssue, Supply } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { onlyCodeIn } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { agentIn } from "../../writing/agent-in.ts";
import { medicationColumns } from "../read-concept.ts";
import { writeDrug } from "../write-concept.ts";
import { writePlain } from "../write-plain.ts";
import { isTemplate, medicationTypes, outpatientType } from "./medication-types.ts";
import { endedByRole } from "../../wire/parts.ts";

/** The columns of one table of medication that hold what all supplies have. */
interface SupplyColumns {
  readonly dose: string;
  readonly quantity: string;
  readonly from: string;
  readonly to: string;
}

const templateColumns: SupplyColumns = {
  dose: "MedicationDosage",
  quantity: "MedicationQuantity",
  from: "DateMedicationTemplateStart",
  to: "DateMedicationTemplateEnd",
};
const issueColumns: SupplyColumns = {
  dose: "MedicationDosage",
  quantity: "MedicationQuantity",
  from: "DateMedicationStart",
  to: "DateMedicationEnd",
};
const outpatientColumns: SupplyColumns = {
  dose: "StandardIssueDose",
  quantity: "StandardIssueQuantity",
  from: "DateFirstAdmin",
  to: "DateMedicationEnd",
};

/**
 * Writes a decision to treat: a repeat as a template. An acute one that nothing was issued by is recorded
 * as medication that was not issued here; of one that was issued by, its issues are the medication.
 */
export function writeAuthorisation(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "authorisations");
  if (isTemplate(entry)) writeTemplate(placed, entry, writing);
  else if (entry.kind === "acute" && !writing.issued.has(entry.id))
    writeMedication(placed, entry, { isOther: true }, writing);
  else writePlain(placed, writing);
}

function writeTemplate(placed: PlacedEntry, entry: Authorisation, writing: ExtractWriting): void {
  const row = startSupply(placed, "SRRepeatTemplate", templateColumns, writing);
  const shown = writeDrug(row, medicationColumns, placed, writing);
  writing.put(row, "MaxIssues", entry.repeatNumber);
  writing.put(row, "CourseLengthPerIssue", entry.issueDurationDays);
  writing.putDate(row, "DateMedicationTemplateReview", entry.reviewDate);
  writing.putListed(row, "DrugStatus", onlyCodeIn(tppSystems.drugStatus, entry.status));
  placeSupply(placed, { row, shown }, writing);
}

/** Writes one prescription issued, or medication that was supplied elsewhere. */
export function writeIssue(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "issues");
  if (onlyCodeIn(tppSystems.medicationType, entry.type) === outpatientType)
    writeOutpatient(placed, entry, writing);
  else writeMedication(placed, entry, { isOther: entry.method === "outside" }, writing);
}

/** `isOther`: it was not issued here, and is of the kind its type says, else of none more than that. */
function writeMedication(
  placed: PlacedEntry,
  entry: Authorisation | MedicationIssue,
  { isOther }: { readonly isOther: boolean },
  writing: ExtractWriting,
): void {
  const row = startSupply(placed, "SRPrimaryCareMedication", issueColumns, writing);
  const shown = writeDrug(row, medicationColumns, placed, writing);
  const types = entry.type?.codings.flatMap(({ system, code }) =>
    system === tppSystems.medicationType ? [code] : [],
  );
  const isTyped = medicationTypes.some(([, word]) => types?.includes(word));
  for (const [column, word] of medicationTypes) {
    const isPlainOther = isOther && !isTyped && column === "IsOtherMedication";
    writing.putFlag(row, column, isPlainOther || (isOther && types?.includes(word) === true));
  }
  const issue = placed.section === "issues" ? (entry as MedicationIssue) : undefined;
  const isRepeat = issue ? isRepeatIssue(issue, writing) : false;
  if (isRepeat !== undefined) writing.putFlag(row, "IsRepeatMedication", isRepeat);
  writing.put(row, "IDRepeatTemplate", writing.templateNumber(issue?.course?.id));
  placeSupply(placed, { row, shown }, writing);
}

/** Whether something was issued by a template: as it says, else as its course is; undefined where neither tells. */
function isRepeatIssue(
  { repeat, course }: MedicationIssue,
  writing: ExtractWriting,
): boolean | undefined {
  const placed = writing.byId.get(course?.id ?? "");
  const isCourse = placed?.section === "authorisations";
  return repeat ?? (isCourse ? isTemplate(placed.entry as Authorisation) : undefined);
}

function writeOutpatient(
  placed: PlacedEntry,
  entry: MedicationIssue,
  writing: ExtractWriting,
): void {
  const row = startSupply(placed, "SROutPatientMedication", outpatientColumns, writing);
  const shown = writeDrug(row, { product: "", name: "NameOfMedication" }, placed, writing);
  const endedBy = agentIn(entry.participants, endedByRole);
  const profile = writing.agents.profile(endedBy);
  if (profile === undefined) writing.put(row, "IDMedicationEndedBy", writing.agents.staff(endedBy));
  else writing.put(row, "IDProfileMedicationEndedBy", profile);
  writing.putListed(row, "MedicationEndReason", onlyCodeIn(tppSystems.endReason, entry.endReason));
  placeSupply(placed, { row, shown }, writing);
}

function startSupply(
  placed: PlacedEntry,
  table: string,
  { dose, quantity, from, to }: SupplyColumns,
  writing: ExtractWriting,
): RowDraft {
  const entry = placed.entry as Supply;
  const row = writing.start(placed, table);
  const period = entry.effective?.kind === "period" ? entry.effective : undefined;
  const at = entry.supply?.effective?.kind === "point" ? entry.supply.effective.at : undefined;
  if (period) writing.putDate(row, "DateEvent", at ?? period.start);
  writing.putDate(row, from, period?.start);
  writing.putDate(row, to, period?.end);
  writing.put(row, dose, entry.dosages.length > 0 ? entry.dosages.join("; ") : undefined);
  writing.put(row, quantity, quantityWords(entry));
  return row;
}

/** An amount in words. One that is less or more than its number is carried. */
function quantityWords({ quantity, quantityText }: Supply): string | undefined {
  if (quantityText !== undefined) return quantityText;
  if (quantity?.value === undefined || quantity.comparator !== undefined) return undefined;
  return [quantity.value, quantity.unit].filter((part) => part !== undefined).join(" ");
}

function placeSupply(
  placed: PlacedEntry,
  { row, shown }: { readonly row: RowDraft; readonly shown: ReturnType<typeof writeDrug> },
  writing: ExtractWriting,
): void {
  const isPlain = placed.section === "authorisations" && row.table === "SRPrimaryCareMedication";
  const { rows, text } = writeWords(row, placed.entry, writing, { hasPlace: isPlain });
  writing.place(placed, { rows: [row, ...rows], ...(text && { text }), ...shown, isPlain });
}
