import { cellsInOrder, writeCsv } from "@gp2gp/tabular";
import type { RowWriting, TabularFormat, TextPlace } from "@gp2gp/tabular";
import { optionsOf } from "./inps-csv-options.ts";
import { formatId } from "./inps-systems.ts";
import { readInpsCsv } from "./reading/read-inps-csv.ts";
import { patientIdentifiers } from "./sections/patient/read-patient.ts";
import { bindPart, dialectOf } from "./wire/bind-part.ts";
import { readDocumentId } from "./wire/cells.ts";
import { serialiseFileName } from "./wire/file-names.ts";
import { supersedes } from "./wire/supersedes.ts";
import { tables } from "./wire/tables.ts";
import type { TableName } from "./wire/tables.ts";
import { writeInpsCsv } from "./writing/write-inps-csv.ts";

/** The Vision extract 0.18 as rows. */
export const inpsCsvFormat: TabularFormat = {
  id: formatId,
  tables: tables.map((table) => ({ ...table, supersedes })),
  patientTable: "patient",
  marksConfidential: false,
  charset: (options) => optionsOf(options).charset,
  bind: bindPart,
  identifiersOf: patientIdentifiers,
  documentsOf: (rows) =>
    rows.of("journal").flatMap(({ cells }) => {
      const id = cells["DOCUMENT_ID"];
      return id === undefined ? [] : [readDocumentId(id)];
    }),
  read: readInpsCsv,
  write: writeInpsCsv,
  addDetails,
  partName: (table, writing) => serialiseFileName(table as TableName, extractNameOf(writing)),
  partsOf: (writing) => {
    const name = extractNameOf(writing);
    const dialect = dialectOf(writing.context.options);
    return tables.map(({ name: table, columns }) => {
      const rows = writing.rows.filter((row) => row.table === table);
      return {
        name: serialiseFileName(table, name),
        mediaType: "text/csv",
        async *open() {
          yield* writeCsv(
            rows.map((row) => cellsInOrder(row, columns)),
            dialect,
          );
        },
      };
    });
  },
};

function addDetails(writing: RowWriting): TextPlace {
  const [patient] = writing.patientRows;
  const row = writing.addRow("journal");
  const cells = {
    PID: patient?.cells["PID"],
    ID: writing.context.newId(`details ${writing.rows.length}`),
    CONTEXT: "A",
    SERVICE_ID: patient?.cells["SERVICE_ID"],
    ACTION: "I",
    SUBSET: "C",
  };
  for (const [column, cell] of Object.entries(cells)) writing.set(row, column, cell);
  return { row, column: "TEXT" };
}

/** The practice and the moment in the names of the files: as the caller says, else as the record does. */
function extractNameOf({ context, record }: RowWriting) {
  const options = optionsOf(context.options);
  const { senders, at } = record.extraction;
  const ods = options.ods ?? senders?.find(({ system }) => system === "ods")?.value;
  const moment = options.at ?? at;
  return { ...(ods !== undefined && { ods }), ...(moment !== undefined && { at: moment }) };
}
