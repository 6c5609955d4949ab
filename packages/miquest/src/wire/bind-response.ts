import { issuesOfColumns, SourceFault, tabularIssue } from "@gp2gp/tabular";
import type { BindOptions, BoundPart, Charset, OpenRows, Span, TextRow } from "@gp2gp/tabular";
import type { Issue, SourcePart } from "@gp2gp/core";
import { issue } from "../miquest-issues.ts";
import { linesTable, tableOf } from "./attributes.ts";
import { isNull } from "./null-values.ts";
import { readHead } from "./response-head.ts";
import { linesOf } from "./response-lines.ts";
import type { Line } from "./response-lines.ts";
import { valuesOfRows } from "./row-values.ts";

/**
 * The rows of a response and the lines around them, or the lines of a query file. Which file is which is
 * told by what is in it. Undefined for a file that is none of the format and for an answer without rows of a record.
 */
export async function bindResponse(
  part: SourcePart,
  charset: Charset,
  { signal }: Pick<BindOptions, "signal">,
): Promise<readonly BoundPart[] | undefined> {
  if (/(^|\/)documents\//.test(part.name)) return undefined;
  const head = await readHead(part, charset, signal);
  if (!head || head.kind === "other") return undefined;
  const isQuery = head.kind === "query";
  const lines: BoundPart = {
    name: part.name,
    table: linesTable,
    columns: linesTable.columns,
    rows: (span, abort) => asideRows(part, charset, { isQuery, span, signal: abort }),
    issues: [],
  };
  if (head.kind === "query") return [lines];
  const { columns } = head;
  const table = tableOf(head.category);
  const rows: OpenRows = (span, abort) =>
    responseRows(part, charset, { columns, span, signal: abort });
  const issues = issuesOfColumns(columns, table, { part: part.name });
  return [{ name: part.name, table, columns, rows, issues }, lines];
}

interface Opening {
  readonly span?: Span | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A row, which may be of several lines where its values hold line breaks, or a line that is none. */
interface Piece {
  readonly isRow: boolean;
  readonly lines: readonly [Line, ...Line[]];
}

/** How many lines a row may go on for. */
const mostContinued = 200;

/** Puts together what stands on several lines because a value holds line breaks: those up to the one that closes its quotation mark. */
async function* piecesOf(lines: AsyncIterable<Line>): AsyncIterable<Piece> {
  let open: [Line, ...Line[]] | undefined;
  const broken = function* (): Iterable<Piece> {
    const [first, ...rest] = open ?? [];
    if (first) yield { isRow: true, lines: [first] };
    for (const line of rest) yield { isRow: false, lines: [line] };
    open = undefined;
  };
  for await (const line of lines) {
    const isRow = /^\$\d*(,|$)/.test(line.text);
    if (open && !isRow && open.length < mostContinued) {
      open.push(line);
      if (!hasOpenQuote(line.text)) continue;
      yield { isRow: true, lines: open };
      open = undefined;
      continue;
    }
    yield* broken();
    if (isRow && hasOpenQuote(line.text)) open = [line];
    else yield { isRow, lines: [line] };
  }
  yield* broken();
}

function hasOpenQuote(text: string): boolean {
  let isOpen = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOpen = !isOpen;
  return isOpen;
}

/** How many rows are parsed at once. */
const rowsAtOnce = 500;

async function* responseRows(
  part: SourcePart,
  charset: Charset,
  { columns, span, signal }: Opening & { readonly columns: readonly string[] },
): AsyncIterable<TextRow> {
  let waiting: Piece[] = [];
  const flush = function* (): Iterable<TextRow> {
    const values = valuesOfRows(waiting.map(textOfRow));
    for (const [at, piece] of waiting.entries()) {
      const found = values[at];
      if (found) yield toTextRow(piece, found, { part: part.name, columns });
    }
    waiting = [];
  };
  for await (const piece of piecesOf(linesOf(part, charset, { span, signal }))) {
    if (!piece.isRow) continue;
    waiting.push(piece);
    if (waiting.length === rowsAtOnce) yield* flush();
  }
  yield* flush();
}

/** The text of a row behind the token it begins with. */
function textOfRow({ lines }: Piece): string {
  const text = lines.map((line) => line.text).join("\n");
  return text.replace(/^\$\d*,?/, "");
}

function toTextRow(
  { lines: [first, ...others] }: Piece,
  { values, isUnescaped }: ReturnType<typeof valuesOfRows>[number],
  { part, columns }: { readonly part: string; readonly columns: readonly string[] },
): TextRow {
  const last = others.at(-1) ?? first;
  const cells = [...values];
  while (cells.length > columns.length && cells.at(-1) === "") cells.pop();
  const source = { part, line: first.number };
  const issues: readonly Issue[] = isUnescaped ? [issue("value-quotes-unescaped", { source })] : [];
  return {
    cells:
      cells.length === columns.length
        ? cells.map((cell, at) => (isNull(cell, columns[at] ?? "") ? "" : cell))
        : cells,
    line: first.number,
    start: first.start,
    end: last.end,
    ...(last.isOpen && { isOpen: true }),
    ...(issues.length > 0 && { issues }),
  };
}

/** How many lines that are no rows a file may have. */
const mostAside = 10_000;

async function* asideRows(
  part: SourcePart,
  charset: Charset,
  { isQuery, span, signal }: Opening & { readonly isQuery: boolean },
): AsyncIterable<TextRow> {
  const role = isQuery ? "query" : "response";
  let count = 0;
  for await (const { isRow, lines } of piecesOf(linesOf(part, charset, { span, signal }))) {
    if (isRow) continue;
    for (const { text, number, start, end, isOpen } of lines) {
      if (++count > mostAside)
        throw new SourceFault(
          tabularIssue("artefact-too-large", { source: { part: part.name, line: number } }),
        );
      yield { cells: [role, text], line: number, start, end, ...(isOpen && { isOpen }) };
    }
  }
}
