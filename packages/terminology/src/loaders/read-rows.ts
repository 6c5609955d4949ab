import { parse } from "csv-parse/sync";
import { readLines } from "./read-lines.ts";
import type { RowFault } from "./table-layout.ts";

/** The cells of one row and where it is; or what keeps it from being cut into cells. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[] | RowFault;
}

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
 * The rows of a table of quoted cells parted by commas. No published table has a cell of several
 * lines, so each line is a row of its own: one whose quotes do not close costs no other row.
 */
export async function* quotedRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Row[]> {
  for await (const lines of readLines(chunks)) {
    const wanted = lines.filter(({ text }) => text !== "");
    const sound = wanted.flatMap(({ text }) => (text === undefined ? [] : [text]));
    const together = sound.length === wanted.length ? cellsOf(sound) : undefined;
    const rows = wanted.map(({ number, text }, at): Row => {
      if (text === undefined) return { line: number, cells: "line-length" };
      return { line: number, cells: together?.[at] ?? cellsOf([text])?.[0] ?? "quoting" };
    });
    if (rows.length > 0) yield rows;
  }
}

/** The cells of lines of which each is a row; undefined where one is not. */
function cellsOf(lines: readonly string[]): readonly string[][] | undefined {
  try {
    const rows = parse(lines.join("\n"), { relax_column_count: true, record_delimiter: "\n" });
    return rows.length === lines.length ? rows : undefined;
  } catch {
    return undefined;
  }
}
