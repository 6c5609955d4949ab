import { CsvError, parse } from "csv-parse/sync";

/** The values of a row, and whether quotation marks stand within them without an escape. */
export interface RowValues {
  readonly values: readonly string[];
  readonly isUnescaped?: true;
}

const strict = {
  delimiter: ",",
  quote: '"',
  escape: '"',
  record_delimiter: "\n",
  relax_column_count: true,
} as const;

/** The values of many rows; each row is a text of one line, but for line breaks in quotes. */
export function valuesOfRows(texts: readonly string[]): readonly RowValues[] {
  const all = tryStrictly(texts.join("\n"));
  if (all?.length === texts.length) return all.map((values) => ({ values }));
  return texts.map(valuesOfRow);
}

/**
 * The values of a row. Where its quotation marks do not balance, a quoted value goes on to the mark that
 * stands before a comma or ends the row: how a mark within a value is written, nothing public says.
 */
export function valuesOfRow(text: string): RowValues {
  // An empty line is no record to the parser, and one empty value here.
  if (text === "") return { values: [""] };
  const [values, ...others] = tryStrictly(text) ?? [];
  if (values && others.length === 0) return { values };
  return { values: readLeniently(text), isUnescaped: true };
}

function tryStrictly(text: string): string[][] | undefined {
  try {
    return parse(text, strict) as string[][];
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

function readLeniently(text: string): string[] {
  const values: string[] = [];
  for (let at = 0; at <= text.length;) {
    const isQuoted = text[at] === '"';
    const found = text.indexOf(isQuoted ? '",' : ",", isQuoted ? at + 1 : at);
    const end = found < 0 ? text.length : found + (isQuoted ? 1 : 0);
    const value = text.slice(at, end);
    values.push(isQuoted ? value.replace(/^"([\s\S]*)"$/, "$1") : value);
    at = end + 1;
  }
  return values;
}
