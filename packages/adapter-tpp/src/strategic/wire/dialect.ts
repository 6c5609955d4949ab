import type { SourcePart } from "@gp2gp/core";
import type { CsvDialect } from "@gp2gp/tabular";
import type { TppSrCsvOptions } from "../tpp-sr-csv-options.ts";

/** How extracts are written where nobody chose otherwise. */
export function dialectOf({ delimiter, qualifier, charset }: TppSrCsvOptions): CsvDialect {
  return {
    delimiter: delimiter ?? ",",
    quote: qualifier ?? '"',
    quotesAll: true,
    newline: "\r\n",
    charset: charset ?? "windows-1252",
  };
}

/** Names of columns are words: the first stands in qualifiers or bare, and what follows it separates values. */
const header = /^(\xEF\xBB\xBF)?([^\w\s])?([A-Za-z]\w*)([^\w\s])?([^\w\r\n])/;
const headBytes = 300;

/** How a part is written: as the options say, else as its header row shows. */
export async function dialectOfPart(
  part: SourcePart,
  options: TppSrCsvOptions,
): Promise<CsvDialect> {
  const [, mark, before, , after, following] = header.exec(await headOf(part)) ?? [];
  const isQuoted = before !== undefined && before === after;
  const separator = before === undefined ? (after ?? following) : isQuoted ? following : undefined;
  return dialectOf({
    delimiter: options.delimiter ?? separator,
    qualifier: options.qualifier ?? (isQuoted ? before : undefined),
    charset: options.charset ?? (mark === undefined ? undefined : "utf-8"),
  });
}

/** The first bytes of a part, one character each. */
async function headOf(part: SourcePart): Promise<string> {
  let head = "";
  for await (const chunk of part.open({ start: 0, end: headBytes })) {
    head += String.fromCharCode(...chunk.subarray(0, headBytes));
    if (head.length >= headBytes) break;
  }
  return head;
}
