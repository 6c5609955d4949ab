import { testContext } from "@gp2gp/adapter-testkit";
import { patientRecordSchema, readRecords, sourceOfArtefact, writeRecord } from "@gp2gp/core";
import type {
  Artefact,
  Issue,
  Loss,
  PatientReading,
  PatientRecord,
  Source,
  WriteContext,
} from "@gp2gp/core";
import { readCsv, writeCsv } from "@gp2gp/tabular";
import type { CsvDialect } from "@gp2gp/tabular";
import { tppSrCsvAdapter } from "../strategic/tpp-sr-csv-adapter.ts";
import { tableOfPart } from "../strategic/wire/bind-part.ts";
import { dialectOf } from "../strategic/wire/dialect.ts";
import { extractTables } from "../strategic/wire/tables.ts";

type Cells = Readonly<Record<string, string>>;
export type Rows = Readonly<Record<string, readonly Cells[]>>;

/** The patient of an extract that says nothing else of one. */
export const patient = { RowIdentifier: "1", NHSNumber: "9990000018" } as const;

/** An extract of these rows, its columns those of the tables and whatever else the rows have. */
export function extractOf(rows: Rows, dialect: CsvDialect = dialectOf({})): Source {
  const all: Rows = { SRPatient: [patient], ...rows };
  return {
    parts: Object.entries(all).map(([table, own]) => {
      const known = extractTables.find(({ name }) => name === table)?.columns ?? [];
      const columns = [...new Set([...known, ...own.flatMap((row) => Object.keys(row))])];
      const lines = [columns, ...own.map((row) => columns.map((column) => row[column] ?? ""))];
      const bytes = new Uint8Array(Buffer.concat([...writeCsv(lines, dialect)]));
      return {
        name: `20110930_0200/${table}.csv`,
        async *open(range) {
          await Promise.resolve();
          yield bytes.subarray(range?.start ?? 0, range?.end ?? bytes.byteLength);
        },
      };
    }),
  };
}

/** Every patient of an extract. */
export async function readAll(
  source: Source,
  context: Partial<WriteContext> = {},
): Promise<readonly PatientReading[]> {
  return Array.fromAsync(readRecords(tppSrCsvAdapter, source, testContext(context)));
}

/** The one patient of an extract, whose record is a valid one. */
export async function readOne(
  rows: Rows | Source,
  context: Partial<WriteContext> = {},
): Promise<{ readonly record: PatientRecord; readonly issues: readonly Issue[] }> {
  const source = "parts" in rows && isSource(rows) ? rows : extractOf(rows as Rows);
  const [reading, ...others] = await readAll(source, context);
  if (!reading?.result.ok || others.length > 0)
    throw new Error(`not read: ${reading?.result.issues.map(({ code }) => code).join() ?? ""}`);
  patientRecordSchema.parse(reading.result.record);
  return reading.result;
}

function isSource(value: object): value is Source {
  return "parts" in value && Array.isArray(value.parts);
}

/** The rows of a written extract, by table. */
export async function writeOne(
  record: PatientRecord,
  context: Partial<WriteContext> = {},
): Promise<{
  readonly artefact: Artefact;
  readonly tables: Readonly<Record<string, readonly Cells[]>>;
  readonly losses: readonly Loss[];
  readonly issues: readonly Issue[];
}> {
  const written = await writeRecord(tppSrCsvAdapter, record, testContext(context));
  if (!written.ok) throw new Error("not written");
  const tables: Record<string, readonly Cells[]> = {};
  for (const part of sourceOfArtefact(written.artefact).parts) {
    const table = tableOfPart(part.name);
    if (table === undefined) continue;
    const rows = await Array.fromAsync(readCsv(part, dialectOf({})));
    const [header, ...lines] = rows.map(({ cells }) => cells);
    tables[table] = lines.map((cells) => saying(header ?? [], cells));
  }
  return { ...written, tables };
}

function saying(header: readonly string[], cells: readonly string[]): Cells {
  return Object.fromEntries(
    header.flatMap((column, at) => {
      const cell = cells[at] ?? "";
      return cell === "" || cell === "-1" ? [] : [[column, cell] as const];
    }),
  );
}

export const codesOf = (issues: readonly Issue[]): readonly string[] =>
  issues.map(({ code }) => code);
