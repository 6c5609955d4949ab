import type { ArtefactPart } from "@gp2gp/core";
import { cellsInOrder, furtherColumns, writeCsv } from "@gp2gp/tabular";
import type { BoundPart, RowDraft, RowWriting, TabularFormat } from "@gp2gp/tabular";
import { formatId } from "./emis-csv-data.ts";
import { emisCsvOptionsOf } from "./emis-csv-options.ts";
import { bareKey } from "./reading/live-rows.ts";
import { readEmisCsv } from "./reading/read-emis-csv.ts";
import { documentReferences } from "./sections/documents/read-document.ts";
import { tellingIdentifiers } from "./sections/patient/read-patient.ts";
import { besideDialect, bindPart, extractDialect } from "./wire/bind-part.ts";
import { isTrue } from "./wire/cells.ts";
import { columnsOf, spellingOf, versionOfLayout, writtenVersionOf } from "./wire/layouts.ts";
import type { WrittenVersion } from "./wire/layouts.ts";
import { fileNameOf, partNameOf } from "./wire/part-names.ts";
import { originalTerms, tables } from "./wire/tables.ts";
import type { EmisTable } from "./wire/table-notation.ts";
import { addDetails, writeEmisCsv } from "./writing/write-emis-csv.ts";

/** The bundle of the EMIS Extract Service as tables of rows. */
export const emisCsvFormat: TabularFormat = {
  id: formatId,
  tables,
  patientTable: "Admin_Patient",
  marksConfidential: true,
  charset: () => extractDialect.charset,
  bind: bindPart,
  patientKey: bareKey,
  describe,
  refuse: ({ cells }) => (isTrue(cells["Deleted"]) ? "patient-deleted" : undefined),
  identifiersOf: ({ cells }, { newId }) => tellingIdentifiers(cells, newId),
  documentsOf: documentReferences,
  read: readEmisCsv,
  write: writeEmisCsv,
  addDetails,
  partName: (table, { context }) =>
    fileNameOf(
      table,
      writtenVersionOf(context.formatVersion),
      emisCsvOptionsOf(context.options).bundle,
    ),
  partsOf,
};

function describe(parts: readonly BoundPart[]) {
  const formatVersion = versionOfLayout(
    new Map(parts.map(({ table, columns }) => [table.name, columns])),
  );
  const [at] = parts.flatMap(({ name }) => partNameOf(name)?.at ?? []);
  return {
    ...(formatVersion !== undefined && { formatVersion }),
    ...(at !== undefined && { at }),
  };
}

function partsOf(writing: RowWriting): readonly ArtefactPart[] {
  const { allFiles } = emisCsvOptionsOf(writing.context.options);
  const version = writtenVersionOf(writing.context.formatVersion);
  const rowsByTable = Map.groupBy(writing.rows, ({ table }) => table);
  return tables.flatMap((table) => {
    const own = columnsOf(table, version);
    const rows = inOrder(table, rowsByTable.get(table.name) ?? []);
    const isDue = rows.length > 0 || (allFiles === true && own && table !== originalTerms);
    if (!isDue) return [];
    return {
      name: emisCsvFormat.partName(table.name, writing),
      mediaType: "text/csv",
      async *open() {
        yield* bytesOf(table, rows, { version, columns: own ?? table.columns });
      },
    };
  });
}

/** Rows of patients as they are read; those that are found by their key by that. */
function inOrder({ patient, key = "" }: EmisTable, rows: readonly RowDraft[]): readonly RowDraft[] {
  if (patient !== undefined) return rows;
  return rows.toSorted(({ cells: left }, { cells: right }) => {
    const [a = "", b = ""] = [left[key], right[key]];
    return a.length - b.length || (a < b ? -1 : Number(a > b));
  });
}

function bytesOf(
  table: EmisTable,
  rows: readonly RowDraft[],
  { version, columns }: { readonly version: WrittenVersion; readonly columns: readonly string[] },
): Iterable<Uint8Array> {
  const all = [...columns, ...furtherColumns(rows, columns)];
  const cells = rows.map((row) => cellsInOrder(row, all));
  if (table === originalTerms) return writeCsv(cells, besideDialect);
  return writeCsv([all.map((column) => spellingOf(column, version)), ...cells], extractDialect);
}
