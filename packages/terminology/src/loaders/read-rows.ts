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
const BATCH = 1_024;
const NEWLINE = 0x0a;

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

/**
 * The rows of a table of quoted cells parted by commas. Quotes that never close leave nothing to read
 * after them: the table is damaged, unless it is only its last line that was cut short.
 */
export async function* quotedRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Row[]> {
  const skipped: number[] = [];
  const unclosed: number[] = [];
  let lines = 1;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of withoutMark(chunks)) {
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1))
        lines += 1;
      yield chunk;
    }
  };
  const parser = parse({
    info: true,
    relax_column_count: true,
    max_record_size: RECORD,
    skip_empty_lines: true,
    skip_records_with_error: true,
    encoding: "latin1",
    on_skip: (error: CsvError | undefined) => {
      const line = error && typeof error["lines"] === "number" ? error["lines"] : 0;
      const open = error?.code === "CSV_QUOTE_NOT_CLOSED" || error?.code === "CSV_MAX_RECORD_SIZE";
      (open ? unclosed : skipped).push(line);
      return undefined;
    },
  });
  // An error of either, and a reader that stops, ends both.
  const records = pipeline(Readable.from(counted()), parser, () => undefined);
  let batch: Row[] = [];
  for await (const record of records) {
    const { record: cells, info } = record as { record: string[]; info: Info };
    while ((skipped[0] ?? Infinity) < info.lines)
      batch.push({ line: skipped.shift() ?? 0, cells: "quoting" });
    batch.push({ line: info.lines, cells: cells.map(decodeLatin1) });
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
  }
  const [first] = unclosed;
  if (first !== undefined && first < lines)
    throw new TerminologyError("table-damaged", { line: first });
  for (const line of [...skipped, ...unclosed]) batch.push({ line, cells: "quoting" });
  if (batch.length > 0) yield batch;
}
