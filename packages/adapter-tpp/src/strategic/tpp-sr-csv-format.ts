import type { TabularFormat } from "@gp2gp/tabular";
import { readExtract } from "./reading/read-extract.ts";
import { isSafeguarding } from "./sections/alerts/safeguarding.ts";
import { patientIdentifiers } from "./sections/patient/read-patient.ts";
import { formatId, optionsOf } from "./tpp-sr-csv-options.ts";
import { bindPart, tableOfPart } from "./wire/bind-part.ts";
import { dialectOf } from "./wire/dialect.ts";
import { extractTables } from "./wire/tables.ts";
import { extractParts, partName } from "./writing/extract-parts.ts";
import { extractWritingOf } from "./writing/extract-writing.ts";
import { writeExtract } from "./writing/write-extract.ts";
import { addFreeText, addFreeTextRow } from "./writing/write-words.ts";

/** The Strategic Reporting extract as two functions over rows. */
export const tppSrCsvFormat: TabularFormat = {
  id: formatId,
  tables: extractTables,
  patientTable: "SRPatient",
  marksConfidential: false,
  isMarked: isSafeguarding,
  isTable: (name) => tableOfPart(`${name}.csv`) === name,
  charset: (options) => dialectOf(optionsOf(options)).charset,
  bind: bindPart,
  identifiersOf: patientIdentifiers,
  documentsOf: (rows) => rows.of("SRMedia").flatMap(({ cells }) => cells["DocumentUID"] ?? []),
  read: readExtract,
  write: (_, writing) => writeExtract(writing),
  addDetails: (writing) => ({
    row: addFreeTextRow(writing, extractWritingOf(writing).nextDetails()),
    column: "FreeText",
  }),
  addWords: (row, writing) => ({ row: addFreeText(row, writing), column: "FreeText" }),
  partName,
  partsOf: extractParts,
};
