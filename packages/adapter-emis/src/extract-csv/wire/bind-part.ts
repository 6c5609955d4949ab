import type { SourcePart } from "@gp2gp/core";
import { bindByHeader, bindByOrder, SourceFault, tabularIssue } from "@gp2gp/tabular";
import type { BindOptions, BoundPart, CsvDialect } from "@gp2gp/tabular";
import { partNameOf } from "./part-names.ts";
import { originalTerms, tableOfName } from "./tables.ts";

/** Every value in quotes, lines ended as on Windows, always UTF-8. */
export const extractDialect: CsvDialect = {
  delimiter: ",",
  quote: '"',
  quotesAll: true,
  newline: "\r\n",
  charset: "utf-8",
};

/** The files beside the extract: tabs between values, and no quotation marks. */
export const besideDialect: CsvDialect = {
  delimiter: "\t",
  quote: undefined,
  quotesAll: false,
  newline: "\r\n",
  charset: "utf-8",
};

/** The table a file holds, by its name; a bundle is read as it is once it is decrypted. */
export async function bindPart(
  part: SourcePart,
  { signal }: BindOptions,
): Promise<BoundPart | undefined> {
  const name = partNameOf(part.name);
  if (!name) return undefined;
  if (name.isEncrypted)
    throw new SourceFault(tabularIssue("file-encrypted", { source: { part: part.name } }));
  if (name.table === originalTerms.name)
    return bindByOrder(part, originalTerms, originalTerms.columns, besideDialect);
  return bindByHeader(part, tableOfName(name.table), extractDialect, signal);
}
