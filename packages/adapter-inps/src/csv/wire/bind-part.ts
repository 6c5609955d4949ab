import type { SourcePart } from "@gp2gp/core";
import { bindByOrder, readCsv, SourceFault } from "@gp2gp/tabular";
import type { BindOptions, BoundPart, CsvDialect, TableSpec } from "@gp2gp/tabular";
import { issue } from "../inps-csv-issues.ts";
import { optionsOf } from "../inps-csv-options.ts";
import { parseFileName } from "./file-names.ts";
import { layouts, tables } from "./tables.ts";
import type { TableName } from "./tables.ts";

/** How many rows of a file are looked at for its layout. */
const sampleSize = 50;
const pieceBytes = 4096;

export function dialectOf(options: Readonly<Record<string, unknown>> | undefined): CsvDialect {
  const { charset } = optionsOf(options);
  return { delimiter: ",", quote: '"', quotesAll: false, newline: "\r\n", charset };
}

/** Binds a part by its name, and its columns by how many there are; those of staff by what stands in them. */
export async function bindPart(
  part: SourcePart,
  options: BindOptions,
): Promise<BoundPart | undefined> {
  const table = parseFileName(part.name)?.table;
  if (table === undefined) return undefined;
  if (table === "active_user" || table === "patient_check_sum") return ignored(part, table);
  const spec = tables.find(({ name }) => name === table);
  const dialect = dialectOf(options.options);
  const columns = await columnsOf(part, table, options);
  if (!spec || !columns)
    throw new SourceFault(issue("layout-unknown", { source: { part: part.name, line: 1 } }));
  return bindByOrder(part, spec, columns, dialect);
}

/** A file of the extract whose rows are about nobody's record. */
function ignored(part: SourcePart, table: string): BoundPart {
  const spec: TableSpec = { name: table, label: table, columns: [] };
  return {
    name: part.name,
    table: spec,
    columns: [],
    rows: noRows,
    issues: [issue("file-ignored", { source: { part: part.name } })],
  };
}

async function* noRows(): AsyncIterable<never> {
  yield* [];
}

async function columnsOf(
  part: SourcePart,
  table: TableName,
  options: BindOptions,
): Promise<readonly string[] | undefined> {
  const { live, testPack } = layouts[table];
  if (table === "staff") return (await isTestPackStaff(options)) ? testPack : live;
  const rows = await sampleOf(part, options);
  const counted = [live, ...(testPack ? [testPack] : [])].map(
    (columns) => [columns, rows.filter(({ length }) => length === columns.length).length] as const,
  );
  const [first] = counted.toSorted(([, left], [, right]) => right - left);
  return rows.length === 0 || first?.[1] !== 0 ? first?.[0] : undefined;
}

/**
 * Whether staff stand in the order of the test pack. Both orders have eight columns: what stands in them
 * tells, in all files of the source together; where it does not, the layout of the other files.
 */
async function isTestPackStaff(options: BindOptions): Promise<boolean> {
  let votes = 0;
  let others = 0;
  for (const part of options.parts) {
    const table = parseFileName(part.name)?.table;
    if (table !== "staff" && table !== "patient" && table !== "journal") continue;
    const rows = await sampleOf(part, options);
    for (const row of rows) {
      if (table === "staff") votes += voteForTestPack(row);
      else if (row.length === layouts[table].testPack?.length) others += 1;
      else if (row.length === layouts[table].live.length) others -= 1;
    }
  }
  return votes === 0 ? others > 0 : votes > 0;
}

/** Which order a row of staff speaks for: where a sex, a GMP code and a type of professional stand. */
function voteForTestPack(row: readonly string[]): number {
  const [, type, code, , , , sex] = row;
  const [, , , , sexOfPack, codeOfPack, typeOfPack] = row;
  const speaks = (pattern: RegExp, live: string | undefined, pack: string | undefined) =>
    Number(pattern.test(pack ?? "")) - Number(pattern.test(live ?? ""));
  return (
    speaks(/^[MFIU]$/i, sex, sexOfPack) +
    speaks(/^[A-Z]?\d{5,8}$/, code, codeOfPack) +
    speaks(/^\d{1,3}$/, type, typeOfPack)
  );
}

async function sampleOf(part: SourcePart, options: BindOptions): Promise<(readonly string[])[]> {
  const inPieces: SourcePart = { ...part, open: (range) => piecesOf(part.open(range)) };
  const rows: (readonly string[])[] = [];
  for await (const { cells } of readCsv(inPieces, dialectOf(options.options), options)) {
    rows.push(cells);
    if (rows.length === sampleSize) break;
  }
  return rows;
}

/** No more is parsed than is looked at, however large the pieces a part comes in. */
async function* piecesOf(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.byteLength; at += pieceBytes)
      yield chunk.subarray(at, at + pieceBytes);
}
