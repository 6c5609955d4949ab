import { deniedColumns, flagColumns } from "./flag-columns.ts";
import { isReferenceColumn, noReference } from "./references.ts";

/** Columns that say for whom and by whom an extract was made, row by row. */
const organisationColumns = new Set([
  "IDOrganisationVisibleTo",
  "IDOrganisation",
  "IDOrganisationRegisteredAt",
]);

/** Tables whose own organisation is a fact of the record: with whom a patient is registered, for whom somebody works. */
const organisationSays = new Set([
  "SRPatientRegistration",
  "SRPatientInformation",
  "SRStaffMemberProfile",
  "SRTeam",
  "SROrganisationBranch",
]);

/**
 * What may stand in a column where a row has nothing to say in it: no reference, a flag that is not
 * raised, the placeholder of a value that is none, the unit of the extract. Undefined for columns where
 * each value says something.
 */
export function isBlank(column: string, cell: string): boolean {
  if (organisationColumns.has(column)) return true;
  if (cell === "") return true;
  if (isReferenceColumn(column)) return cell === noReference;
  if (column === "NumericValue") return /^(0|-1)(\.0*)?$/.test(cell);
  if (deniedColumns.has(column)) return /^(TRUE|1)$/i.test(cell);
  return flagColumns.has(column) && /^(FALSE|0)$/i.test(cell);
}

/** Whether a column can stand blank in more than one way. */
export function hasBlanks(table: string, column: string): boolean {
  if (column === "IDOrganisation" && organisationSays.has(table)) return false;
  return (
    organisationColumns.has(column) ||
    isReferenceColumn(column) ||
    column === "NumericValue" ||
    flagColumns.has(column) ||
    deniedColumns.has(column)
  );
}

/** What is written in a column where a row has nothing to say in it and no extract told otherwise. */
export function writtenBlank(column: string): string {
  return isReferenceColumn(column) ? noReference : "";
}
