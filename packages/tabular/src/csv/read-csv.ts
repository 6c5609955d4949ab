import type { Issue, SourcePart } from "@gp2gp/core";
import { CsvError, parse } from "csv-parse";
import type { Info, Options } from "csv-parse";
import { SourceFault } from "../source-fault.ts";
import { issue } from "../tabular-issues.ts";
import type { TabularIssueCode } from "../tabular-issues.ts";
import { decodeBytes } from "./charset.ts";
import type { CsvDialect } from "./csv-dialect.ts";

/** A row of delimited text as it stands, with where it begins and ends in its part. */
export interface TextRow {
  readonly cells: readonly string[];
  /** The line the row begins on. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** No newline follows: the part may have been cut short. */
  readonly isOpen?: true;
  /** What is to be said of the row to whoever reads its patient. */
  readonly issues?: readonly Issue[];
}

/** A stretch of a part that begins with a row. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The line of the part the stretch begins on. */
  readonly line: number;
}

/** What of a part is read. */
export interface ReadCsvOptions {
  readonly span?: Span;
  readonly signal?: AbortSignal | undefined;
  /** How many rows are looked for, at most; all without it. */
  readonly rows?: number;
}

/** No row of a real export comes near: beyond these, what is read is not of the format. */
const limits = { rowBytes: 8_000_000, columns: 2_000 };

/**
 * Reads the rows of a part one after the other, in bounded memory. Strict: a byte that is none of the
 * character set, a quotation mark out of place and a row beyond the limits raise SourceFault with the line.
 */
export async function* readCsv(
  part: SourcePart,
  dialect: CsvDialect,
  { span, signal, rows }: ReadCsvOptions = {},
): AsyncIterable<TextRow> {
  const parser = parse({
    delimiter: dialect.delimiter,
    quote: dialect.quote ?? false,
    escape: dialect.quote ?? false,
    record_delimiter: ["\r\n", "\n", "\r"],
    // One character a byte: the character set is judged cell by cell, and positions stay those of the part.
    encoding: "latin1",
    bom: span === undefined,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limits.rowBytes,
    ...(rows !== undefined && { to: rows }),
    // All rows of a chunk wait to be read, so that a chunk is done when it is written.
    readableHighWaterMark: Number.MAX_SAFE_INTEGER,
  } as Options);
  const fault = (code: TabularIssueCode, line: number) =>
    new SourceFault(issue(code, { source: { part: part.name, line } }));
  const base = span ?? { start: 0, line: 1 };
  let [start, line] = [base.start, base.line];
  let ended = true;
  const drain = function* (): Iterable<TextRow> {
    for (let next = parser.read() as Parsed | null; next; next = parser.read() as Parsed | null) {
      const { record, info } = next;
      if (record.length > limits.columns) throw fault("artefact-too-large", line);
      const cells = record.map((cell) => {
        const text = decodeBytes(cell, dialect.charset);
        if (text === undefined) throw fault("charset-wrong", line);
        return text;
      });
      const end = base.start + info.bytes;
      yield { cells, line, start, end };
      start = end;
      line += 1 + cells.reduce((lines, cell) => lines + newlinesIn(cell), 0);
    }
  };
  const settle = (error: Failure): void => {
    if (!error) return;
    throw error instanceof CsvError ? fault(issueOf(error), line) : error;
  };
  // The error reaches whoever wrote the chunk; unheard it would end the process.
  parser.on("error", () => undefined);
  for await (const chunk of part.open(span && { start: span.start, end: span.end })) {
    signal?.throwIfAborted();
    ended = isNewline(chunk.at(-1), dialect);
    settle(await new Promise<Failure>((done) => parser.write(chunk, done)));
    yield* drain();
  }
  settle(await new Promise<Failure>((done) => parser.end(done)));
  const rest = [...drain()];
  for (const row of rest)
    yield span || ended || row !== rest.at(-1) ? row : { ...row, isOpen: true };
}

/** Whether a part may end with a byte: the first half of a newline of two is where it was cut. */
function isNewline(byte: number | undefined, { newline }: CsvDialect): boolean {
  return byte === 10 || (byte === 13 && newline !== "\r\n");
}

type Failure = Error | null | undefined;

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

function newlinesIn(cell: string): number {
  return cell.includes("\n") || cell.includes("\r") ? (cell.match(/\r\n?|\n/g)?.length ?? 0) : 0;
}

function issueOf({ code }: CsvError): TabularIssueCode {
  switch (code) {
    case "CSV_MAX_RECORD_SIZE":
      return "artefact-too-large";
    case "CSV_QUOTE_NOT_CLOSED":
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return "quotes-unbalanced";
    default:
      return "artefact-malformed";
  }
}
