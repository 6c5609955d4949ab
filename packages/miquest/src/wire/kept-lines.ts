import type { Extraction } from "@gp2gp/core";
import { z } from "zod";
import { categoryOf, columnsOf } from "./response-head.ts";
import { valuesOfRow } from "./row-values.ts";
import type { Category } from "./attributes.ts";

/** The lines of one file that are no rows, in their order. */
export const fileLinesSchema = z.strictObject({
  role: z.enum(["response", "query"]),
  lines: z.array(z.string()),
});
export type FileLines = z.infer<typeof fileLinesSchema>;

const keptSchema = z.looseObject({ files: z.array(fileLinesSchema) });

/** The lines a record of the format came with; none of a record that came otherwise. */
export function keptFiles(extraction: Extraction, formatId: string): readonly FileLines[] {
  const parsed = keptSchema.safeParse(extraction.supplierData?.[formatId]);
  return parsed.success ? parsed.data.files : [];
}

/** The category of a file by its query. */
export function categoryOfFile({ lines }: FileLines): Category | undefined {
  for (const line of lines) {
    const category = /^[#*&]/.test(line) ? undefined : categoryOf(line);
    if (category) return category;
  }
  return undefined;
}

/** The values of the first header line of a name: `*RSP_IDENT,B82003,` has one. */
export function headerOf({ lines }: FileLines, name: string): readonly string[] | undefined {
  const line = lines.find((one) => one === `*${name}` || one.startsWith(`*${name},`));
  return line === undefined ? undefined : valuesOfRow(line).values.slice(1);
}

/** The place of the line that names the columns; -1 for none. */
export function headsAt({ lines }: FileLines): number {
  return lines.findLastIndex((line) => /^&(?!0\b)/.test(line));
}

/** The columns a response names, and the number that marks its rows. */
export function headsOf(file: FileLines): { columns: readonly string[]; mark: string } | undefined {
  const line = file.lines[headsAt(file)];
  const columns = line === undefined ? undefined : columnsOf(line);
  return columns && { columns, mark: /^&(\d*)/.exec(line ?? "")?.[1] ?? "1" };
}
