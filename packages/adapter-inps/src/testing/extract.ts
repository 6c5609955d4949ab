import { testContext } from "@gp2gp/adapter-testkit";
import { bytesOf, patientRecordSchema, sourceOfArtefact } from "@gp2gp/core";
import type {
  Artefact,
  Issue,
  Loss,
  PatientRecord,
  ReadContext,
  Source,
  WriteContext,
} from "@gp2gp/core";
import { cellsInOrder, readCsv, writeCsv } from "@gp2gp/tabular";
import { inpsCsvAdapter } from "../csv/inps-csv-adapter.ts";
import { parseFileName } from "../csv/wire/file-names.ts";
import { layouts } from "../csv/wire/tables.ts";
import type { TableName } from "../csv/wire/tables.ts";

type Cells = Readonly<Record<string, string>>;
/** Rows by table; what every row has is added. */
export type Extract = Partial<Record<TableName, readonly Cells[]>>;

const dialect = {
  delimiter: ",",
  quote: '"',
  quotesAll: false,
  newline: "\r\n",
  charset: "utf-8",
} as const;

const patient = { NHS_NUMBER: "9990001871", SURNAME: "Fixture" };
const ofEveryRow: Readonly<Record<TableName, Cells>> = {
  patient: { PID: "1", ACTION: "I" },
  encounter: { PID: "1", ACTION: "I" },
  journal: { PID: "1", CONTEXT: "A", SUBSET: "C", ACTION: "I" },
  referral: { PID: "1", ACTION: "I" },
  practice: {},
  staff: {},
};

export function sourceOfFiles(files: Readonly<Record<string, string | Uint8Array>>): Source {
  return {
    parts: Object.entries(files).map(([name, file]) => ({
      name,
      async *open(range?: { readonly start: number; readonly end?: number }) {
        const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
        yield await Promise.resolve(bytes.subarray(range?.start, range?.end));
      },
    })),
  };
}

/** The text of a file of a table, in the live layout or that of the test pack. */
export function fileOf(
  table: TableName,
  rows: readonly Cells[],
  layout: "live" | "testPack" = "live",
): string {
  const columns = layouts[table][layout] ?? layouts[table].live;
  const cells = rows.map((row) =>
    cellsInOrder({ table, cells: { ...ofEveryRow[table], ...row }, source: {} }, columns),
  );
  const chunks = [...writeCsv(cells, dialect)];
  return chunks.map((chunk) => new TextDecoder().decode(chunk)).join("");
}

/** An extract of one patient, of whom a name and a number are told unless more is. */
export function sourceOfRows(extract: Extract): Source {
  const tables = { patient: [patient], ...extract };
  return sourceOfFiles(
    Object.fromEntries(
      Object.entries(tables).map(([table, rows]) => [
        `${table}_data_extract.csv`,
        fileOf(table as TableName, rows),
      ]),
    ),
  );
}

export interface Read {
  readonly record: PatientRecord;
  readonly issues: readonly Issue[];
}

/** Reads every patient, and checks that the records are records. */
export async function readAll(
  source: Source,
  context: ReadContext = testContext(),
): Promise<readonly Read[]> {
  const read: Read[] = [];
  for await (const { result } of inpsCsvAdapter.readEach(source, context)) {
    if (!result.ok) throw new Error(`not read: ${result.issues.map(({ code }) => code).join()}`);
    patientRecordSchema.parse(result.record);
    read.push(result);
  }
  return read;
}

export async function readRows(extract: Extract): Promise<Read> {
  const [first] = await readAll(sourceOfRows(extract));
  if (!first) throw new Error("no patient was read");
  return first;
}

export interface Wrote {
  readonly artefact: Artefact;
  readonly losses: readonly Loss[];
  readonly issues: readonly Issue[];
  /** The rows of a table, by column. */
  readonly rows: (table: TableName) => Promise<readonly Cells[]>;
}

export async function writeRows(
  record: PatientRecord,
  changes: Partial<WriteContext> = {},
): Promise<Wrote> {
  const result = await inpsCsvAdapter.write(record, testContext(changes));
  if (!result.ok) throw new Error(`not written: ${result.issues.map(({ code }) => code).join()}`);
  return {
    ...result,
    rows: async (table) => {
      const part = sourceOfArtefact(result.artefact).parts.find(
        ({ name }) => parseFileName(name)?.table === table,
      );
      const rows: Cells[] = [];
      if (part)
        for await (const { cells } of readCsv(part, dialect))
          rows.push(
            Object.fromEntries(
              layouts[table].live.flatMap((column, at) => {
                const cell = cells[at];
                return cell === undefined || cell === "" ? [] : [[column, cell] as const];
              }),
            ),
          );
      return rows;
    },
  };
}

export async function textOf(artefact: Artefact, table: TableName): Promise<string> {
  const part = artefact.parts.find(({ name }) => parseFileName(name)?.table === table);
  return part ? new TextDecoder().decode(await bytesOf(part)) : "";
}

export const codesOf = ({ issues }: Pick<Read, "issues">): string[] =>
  issues.map(({ code }) => code);
