import type { EmisTable } from "./table-notation.ts";

/** Versions that are written, the default first. */
export const writtenVersions = ["8.2", "5.4"] as const;
export type WrittenVersion = (typeof writtenVersions)[number];

/** The version that is written for one that was read: the later of the two only for what has its columns. */
export function writtenVersionOf(version: string | undefined): WrittenVersion {
  return version !== undefined && Number(version) < 8 ? "5.4" : "8.2";
}

/** The tables that version 5.4 has otherwise than version 8.2 without its later columns. */
const columnsOf54: Readonly<Record<string, readonly string[]>> = {
  CareRecord_Observation: [
    ...["ObservationGuid", "PatientGuid", "OrganisationGuid", "EffectiveDate"],
    ...["EffectiveDatePrecision", "EnteredDate", "EnteredTime", "ClinicianUserInRoleGuid"],
    ...["EnteredByUserInRoleGuid", "ParentObservationGuid", "CodeId", "ProblemGuid"],
    ...["AssociatedText", "ConsultationGuid", "Value", "NumericUnit", "ObservationType"],
    ...["NumericRangeLow", "NumericRangeHigh", "DocumentGuid", "Deleted", "IsConfidential"],
    "ProcessingId",
  ],
  Coding_ClinicalCode: [
    ...["CodeId", "Term", "ReadTermId", "SnomedCTConceptId", "SnomedCTDescriptionId"],
    ...["NationalCode", "NationalCodeCategory", "NationalDescription"],
    ...["EmisCodeCategoryDescription", "ProcessingId", "ParentCodeID"],
  ],
};

/** The columns of a table in a version, in order; undefined where the version has no such table. */
export function columnsOf(
  { name, columns, later }: EmisTable,
  version: WrittenVersion,
): readonly string[] | undefined {
  if (version === "8.2") return columns;
  if (name === "Admin_PatientHistory") return undefined;
  return columnsOf54[name] ?? columns.filter((column) => !later.has(column));
}

/** How a version spells a column in the first row of a file. */
export function spellingOf(column: string, version: WrittenVersion): string {
  return version === "5.4" && column === "ParentCodeID" ? "ParentCodeId" : column;
}

/** What came with which version, the latest first: a table and a column of it. */
const marks: readonly (readonly [version: string, table: string, column: string])[] = [
  ["8.2", "Appointment_Slot", "IsBlocked"],
  ["8.2", "Prescribing_IssueRecord", "IssueMethodDescription"],
  ["8.1", "Prescribing_DrugRecord", "ExpiryDate"],
  ["8.0", "CareRecord_Observation", "Qualifiers"],
  ["8.0", "CareRecord_Consultation", "ConsultationType"],
  ["8.0", "Prescribing_IssueRecord", "EmisCode"],
  ["8.0", "Admin_UserInRole", "RegistrationNumber"],
  ["8.0", "Admin_Patient", "ContactComments"],
];
const earlyMarks: typeof marks = [
  ["5.4", "Coding_ClinicalCode", "ParentCodeID"],
  ["5.3", "CareRecord_Problem", "Deleted"],
  ["5.1", "CareRecord_Consultation", "EnteredTime"],
  ["5.0", "CareRecord_Consultation", "ConsultationGuid"],
];
/** Free text was taken out of the extract for two years. */
const withoutText = "7.1";
const texts = [
  ["CareRecord_Observation", "AssociatedText"],
  ["CareRecord_Diary", "AssociatedText"],
] as const;

/** The version of the layout of a bundle, by the columns its tables have; undefined where they do not tell. */
export function versionOfLayout(
  columns: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const has = (table: string, column: string): boolean =>
    columns.get(table)?.includes(column) === true;
  const found = (list: typeof marks): string | undefined =>
    list.find(([, table, column]) => has(table, column))?.[0];
  const late = found(marks);
  if (late !== undefined) return late;
  const lacksText = texts.some(([table, column]) => columns.has(table) && !has(table, column));
  return lacksText ? withoutText : found(earlyMarks);
}
