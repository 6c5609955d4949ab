import { adminTables } from "./admin-tables.ts";
import { appointmentTables } from "./appointment-tables.ts";
import { careRecordTables } from "./care-record-tables.ts";
import { emisTable, patientTable } from "./table-notation.ts";
import type { EmisTable } from "./table-notation.ts";

/** The national dictionaries, of which a bundle holds all and a patient refers to little. */
const codingTables = [
  emisTable(
    {
      name: "Coding_ClinicalCode",
      label: "clinical code",
      key: "CodeId",
      spellings: { ParentCodeId: "ParentCodeID" },
    },
    `CodeId Term:255 ReadTermId:200 SnomedCTConceptId SnomedCTDescriptionId NationalCode:50
    NationalCodeCategory:100 NationalDescription:255 EmisCodeCategoryDescription:64 ?ParentCodeID
    ProcessingId`,
  ),
  emisTable(
    { name: "Coding_DrugCode", label: "drug code", key: "CodeId" },
    `CodeId Term:255 DmdProductCodeId +BNFChapterRef ProcessingId`,
  ),
];

/** A file some practices are given beside the extract: the words their screens showed. It has no row of column names. */
export const originalTerms = patientTable(
  { name: "OriginalTerms", label: "original term", key: "ObservationGuid" },
  `OrganisationCdb OrganisationOds PatientGuid ObservationGuid OriginalTerm`,
);

/** Every table of the extract, in the order they are read and written. */
export const tables: readonly EmisTable[] = [
  ...adminTables,
  ...codingTables,
  ...appointmentTables,
  ...careRecordTables,
  originalTerms,
];

const byName = new Map(tables.map((table) => [table.name, table]));

/** The table of a name of this format. */
export function tableOfName(name: string): EmisTable {
  const table = byName.get(name);
  if (!table) throw new TypeError(`emis-csv has no table ${name}`);
  return table;
}
