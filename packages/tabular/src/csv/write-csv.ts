import { stringify } from "csv-stringify/sync";
import { encodeText } from "./charset.ts";
import type { CsvDialect } from "./csv-dialect.ts";

/** How many rows are made text at once. */
const rowsAtOnce = 500;

/** Rows as delimited text, every row ended by a newline. Cells hold only characters the character set has. */
export function* writeCsv(
  rows: readonly (readonly string[])[],
  { delimiter, quote, quotesAll, newline, charset }: CsvDialect,
): Iterable<Uint8Array> {
  const options = {
    delimiter,
    quote: quote ?? false,
    ...(quote !== undefined && { escape: quote }),
    quoted: quotesAll,
    quoted_empty: quotesAll,
    ...(quote !== undefined && { quoted_match: /[\r\n]|^\s|\s$/ }),
    record_delimiter: newline,
  };
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    yield encodeText(stringify(rows.slice(at, at + rowsAtOnce) as string[][], options), charset);
}
