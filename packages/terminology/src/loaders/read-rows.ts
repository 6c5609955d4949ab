import { parse } from "csv-parse";
import type { CsvError, Info } from "csv-parse";
import { Readable, pipeline } from "node:stream";
import { TerminologyError } from "../terminology-error.ts";
import { decodeLatin1, readLines, withoutMark } from "./read-lines.ts";
import type { RowFault } from "./table-layout.ts";

/** The cells of one row and where it is; or what keeps it from being cut into cells. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[] | RowFault;
}

const RECORD = 64 * 1024;

/** The rows of a table whose cells are parted by a character and never quoted: quotes are part of terms. */
export async function* separatedRows(
  chunks: AsyncIterable<Uint8Array>,
  separator: "\t" | "|",
): AsyncGenerator<Row[]> {
  for await (const lines of readLines(chunks)) {
    const rows: Row[] = [];
    for (const { number, text } of lines) {
      if (text === undefined) rows.push({ line: number, cells: "line-length" });
      else if (text !== "") rows.push({ line: number, cells: text.split(separator) });
    }
    if (rows.length > 0) yield rows;
  }
}

/** The rows of a table of quoted cells parted by commas. */
export async function* quotedRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Row[]> {
  const skipped: Row[] = [];
  const parser = parse({
    info: true,
    relax_column_count: true,
    max_record_size: RECORD,
    skip_empty_lines: true,
    skip_records_with_error: true,
    encoding: "latin1",
    on_skip: (error: CsvError | undefined) => {
      const line =
        error && "lines" in error && typeof error["lines"] === "number" ? error["lines"] : 0;
      skipped.push({ line, cells: "quoting" });
      return undefined;
    },
  });
  // An error of either, and a reader that stops, ends both.
  const records = pipeline(Readable.from(withoutMark(chunks)), parser, () => undefined);
  let batch: Row[] = [];
  try {
    for await (const record of records) {
      const { record: cells, info } = record as { record: string[]; info: Info };
      batch.push(...skipped.splice(0));
      batch.push({ line: info.lines, cells: cells.map(decodeLatin1) });
      if (batch.length >= 1_024) {
        yield batch;
        batch = [];
      }
    }
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && String(cause.code).startsWith("CSV_"))
      throw new TerminologyError("table-damaged", { cause });
    throw cause;
  }
  batch.push(...skipped.splice(0));
  if (batch.length > 0) yield batch;
}
