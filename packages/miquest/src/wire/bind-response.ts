import { issuesOfColumns, SourceFault, tabularIssue } from "@gp2gp/tabular";
import type { BindOptions, BoundPart, Charset, OpenRows, Span, TextRow } from "@gp2gp/tabular";
import type { Issue, SourcePart } from "@gp2gp/core";
import { issue } from "../miquest-issues.ts";
import { linesTable, tableOf } from "./attributes.ts";
import type { Category } from "./attributes.ts";
import { isNull } from "./null-values.ts";
import { categoryOf, columnsOf, readHead } from "./response-head.ts";
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
  const { category } = head;
  const rows: OpenRows = (span, abort) =>
    responseRows(part, charset, { category, columns, span, signal: abort });
  const issues = issuesOfColumns(columns, table, { part: part.name });
  return [{ name: part.name, table, columns, rows, issues }, lines];
}

interface Opening {
  readonly span?: Span | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a response is of. */
interface Heads {
  readonly category: Category;
  readonly columns: readonly string[];
}

/** A second head in a file, as where answers were put together, must be of the same rows as the first. */
function checkHead(
  { text, number }: Line,
  { part, category, columns }: Heads & { readonly part: string },
): void {
  const named = columnsOf(text);
  const asked = categoryOf(text);
  const isSame =
    (named === undefined || named.join() === columns.join()) &&
    (asked === undefined || asked === category);
  if (!isSame)
    throw new SourceFault(issue("response-heads-differ", { source: { part, line: number } }));
}

/** A row, which may be of several lines where its values hold line breaks, or a line that is none. */
interface Piece {
  readonly isRow: boolean;
  readonly lines: readonly [Line, ...Line[]];
}

/** How many lines a row may go on for. */
const mostContinued = 200;

/** Puts together what stands on several lines because a value holds line breaks: those up to the one that closes its quotation mark. */
class Pieces {
  #open: [Line, ...Line[]] | undefined;

  /** The pieces that are whole with one more line. */
  add(line: Line): readonly Piece[] {
    const isRow = /^\$\d*(,|$)/.test(line.text);
    const open = this.#open;
    if (open && !isRow && open.length < mostContinued) {
      open.push(line);
      if (!hasOpenQuote(line.text)) return [];
      this.#open = undefined;
      return [{ isRow: true, lines: open }];
    }
    const broken = this.end();
    if (!isRow || !hasOpenQuote(line.text)) return [...broken, { isRow, lines: [line] }];
    this.#open = [line];
    return broken;
  }

  /** What is left where no more line comes: a row whose quotation mark is never closed ends with its line. */
  end(): readonly Piece[] {
    const [first, ...rest] = this.#open ?? [];
    this.#open = undefined;
    if (!first) return [];
    return [
      { isRow: true, lines: [first] },
      ...rest.map((line): Piece => ({ isRow: false, lines: [line] })),
    ];
  }
}

/** The pieces of a file, some at a time. */
async function* piecesOf(lines: AsyncIterable<readonly Line[]>): AsyncIterable<readonly Piece[]> {
  const pieces = new Pieces();
  for await (const some of lines) yield some.flatMap((line) => pieces.add(line));
  yield pieces.end();
}

function hasOpenQuote(text: string): boolean {
  let isOpen = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOpen = !isOpen;
  return isOpen;
}

async function* responseRows(
  part: SourcePart,
  charset: Charset,
  { category, columns, span, signal }: Opening & Heads,
): AsyncIterable<TextRow> {
  for await (const pieces of piecesOf(linesOf(part, charset, { span, signal }))) {
    const rows = pieces.filter(({ isRow }) => isRow);
    for (const { isRow, lines } of pieces)
      if (!isRow) checkHead(lines[0], { part: part.name, category, columns });
    const values = valuesOfRows(rows.map(textOfRow));
    for (const [at, row] of rows.entries()) {
      const found = values[at];
      if (found) yield toTextRow(row, found, { part: part.name, columns });
    }
  }
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
const mostAside = 100_000;

async function* asideRows(
  part: SourcePart,
  charset: Charset,
  { isQuery, span, signal }: Opening & { readonly isQuery: boolean },
): AsyncIterable<TextRow> {
  const role = isQuery ? "query" : "response";
  let count = 0;
  for await (const pieces of piecesOf(linesOf(part, charset, { span, signal })))
    for (const { isRow, lines } of pieces) {
      const [{ text, number, start, end, isOpen }] = lines;
      if (isRow) continue;
      if (++count > mostAside)
        throw new SourceFault(
          tabularIssue("artefact-too-large", { source: { part: part.name, line: number } }),
        );
      yield { cells: [role, text], line: number, start, end, ...(isOpen && { isOpen }) };
    }
}
