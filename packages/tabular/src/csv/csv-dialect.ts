/** Character sets of the formats; in both, text of letters and digits is the same bytes. */
export type Charset = "utf-8" | "windows-1252";

/** How a format writes delimited text. */
export interface CsvDialect {
  readonly delimiter: string;
  /** The text qualifier; two of them within a cell stand for one. Without one a cell holds neither delimiter nor newline. */
  readonly quote: string | undefined;
  /** Whether every cell stands in quotes, or only those that must. */
  readonly quotesAll: boolean;
  readonly newline: "\r\n" | "\n";
  readonly charset: Charset;
}
