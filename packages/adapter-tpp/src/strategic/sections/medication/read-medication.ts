import type { Authorisation, Coded, MedicationIssue, Supply } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { codedAs } from "../../../shared/coded-as.ts";
import { courseOf } from "../../../shared/course-of.ts";
import { quantityFromText } from "../../../shared/quantity-text.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import type { ExtractReading, RowStart } from "../../reading/extract-reading.ts";
import { referenceIn } from "../../wire/cells.ts";
import { medicationColumns, readDrug } from "../read-concept.ts";
import { medicationTypes, outpatientType } from "./medication-types.ts";
import { endedByRole } from "../../wire/parts.ts";

/** Reads repeat templates, then what was prescribed by them, once or elsewhere. */
export function readMedication(extract: ExtractReading): void {
  for (const row of extract.of("SRRepeatTemplate")) readTemplate(row, extract);
  for (const row of extract.of("SRPrimaryCareMedication")) readIssue(row, extract);
  for (const row of extract.of("SROutPatientMedication")) readOutpatient(row, extract);
}

function readTemplate(row: Row, extract: ExtractReading): void {
  const start = extract.start(row);
  const { MaxIssues: repeatNumber, CourseLengthPerIssue: issueDurationDays } = row.cells;
  const reviewDate = extract.date(row, "DateMedicationTemplateReview");
  const status = extract.words(row, "DrugStatus");
  const entry: Authorisation = {
    ...supplyOf(start, {
      concept: readDrug(row, medicationColumns),
      dose: row.cells["MedicationDosage"],
      quantity: row.cells["MedicationQuantity"],
      from: extract.date(row, "DateMedicationTemplateStart"),
      to: extract.date(row, "DateMedicationTemplateEnd"),
    }),
    kind: "repeat",
    ...(repeatNumber !== undefined && { repeatNumber }),
    ...(issueDurationDays !== undefined && { issueDurationDays }),
    ...(reviewDate !== undefined && { reviewDate }),
    ...(status !== undefined && { status: codedAs(tppSystems.drugStatus, status) }),
  };
  extract.add("authorisations", entry, start.origin);
}

function readIssue(row: Row, extract: ExtractReading): void {
  const start = extract.start(row);
  const repeat = extract.flag(row, "IsRepeatMedication");
  const template = referenceIn(row.cells["IDRepeatTemplate"]);
  if (template !== undefined) extract.entryNamed("SRRepeatTemplate", row, "IDRepeatTemplate");
  const types = medicationTypes.filter(([column]) => extract.flag(row, column) === true);
  const codings = types.flatMap(([, word]) => codedAs(tppSystems.medicationType, word).codings);
  const entry: MedicationIssue = {
    ...supplyOf(start, {
      concept: readDrug(row, medicationColumns),
      dose: row.cells["MedicationDosage"],
      quantity: row.cells["MedicationQuantity"],
      from: extract.date(row, "DateMedicationStart"),
      to: extract.date(row, "DateMedicationEnd"),
    }),
    // Templates may stay behind; the issue says which it was made by all the same.
    ...(template !== undefined && {
      course: { id: extract.rows.idOf("SRRepeatTemplate", template), link: "source" },
    }),
    ...(repeat !== undefined && { repeat }),
    ...(codings.length > 0 && { type: { codings }, method: "outside" }),
  };
  extract.add("issues", entry, start.origin);
}

function readOutpatient(row: Row, extract: ExtractReading): void {
  const { IDMedicationEndedBy, IDProfileMedicationEndedBy } = row.cells;
  const start = extract.start(row);
  const reason = extract.words(row, "MedicationEndReason");
  const endedBy =
    extract.agents.find("SRStaffMemberProfile", IDProfileMedicationEndedBy, row) ??
    extract.agents.find("SRStaffMember", IDMedicationEndedBy, row);
  const supply = supplyOf(start, {
    concept: readDrug(row, { product: "", name: "NameOfMedication" }),
    dose: row.cells["StandardIssueDose"],
    quantity: row.cells["StandardIssueQuantity"],
    from: extract.date(row, "DateFirstAdmin"),
    to: extract.date(row, "DateMedicationEnd"),
  });
  const entry: MedicationIssue = {
    ...supply,
    participants: [
      ...supply.participants,
      ...(endedBy === undefined ? [] : [{ role: endedByRole, agent: endedBy }]),
    ],
    method: "outside",
    type: codedAs(tppSystems.medicationType, outpatientType),
    ...(reason !== undefined && { endReason: codedAs(tppSystems.endReason, reason) }),
  };
  extract.add("issues", entry, start.origin);
}

interface SupplyFacts {
  readonly concept: Coded | undefined;
  readonly dose: string | undefined;
  readonly quantity: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

type SupplyShared = RowStart["shape"] &
  Pick<
    Supply,
    "concept" | "dosages" | "effective" | "quantity" | "quantityText" | "statement" | "supply"
  >;

/**
 * What templates and medication share. The entry has the time of the course; the date of its event is that
 * of the supply where it says another.
 */
function supplyOf(
  { shape, dated }: RowStart,
  { concept, dose, quantity, from, to }: SupplyFacts,
): SupplyShared {
  const at = dated.effective?.kind === "point" ? dated.effective.at : undefined;
  const course = courseOf(from, to);
  const isApart = course !== undefined && at !== undefined && at !== from;
  const effective = course ?? dated.effective;
  return {
    ...shape,
    statement: shape.id,
    dosages: dose === undefined ? [] : [dose],
    ...(concept && { concept }),
    ...(quantity !== undefined && quantityFromText(quantity)),
    ...(effective && { effective }),
    ...(isApart && { supply: { effective: { kind: "point", at } } }),
  };
}
