import { z } from "zod";
import type { Extraction } from "@gp2gp/core";
import { formatId } from "../tpp-sr-csv-options.ts";

/*
 * What an extract says of itself and of no entry of a record: its manifest, the rows of lists its cells
 * name by id, and how it fills the columns nothing is said in. It goes home as it came.
 */
const rowSchema = z.strictObject({ table: z.string(), cells: z.record(z.string(), z.string()) });

const keptExtractSchema = z.strictObject({
  /** The rows of lists and dictionaries that rows of the patient name. */
  shared: z.array(rowSchema).optional(),
  manifest: z.array(z.record(z.string(), z.string())).optional(),
  /** The folder it stood in, where that is called by another time than it was made at. */
  folder: z.string().optional(),
  /** The manifests of the extracts before it that came with it, by their folders. */
  earlier: z.record(z.string(), z.array(z.record(z.string(), z.string()))).optional(),
  /**
   * What stands in a column where nothing is said in it: by column, and by `table.column` where a table
   * has something else.
   */
  blanks: z.record(z.string(), z.string()).optional(),
  /** How a raised flag is written, and one that is not, where not as TRUE and FALSE. */
  raised: z.string().optional(),
  lowered: z.string().optional(),
});
export type KeptExtract = z.infer<typeof keptExtractSchema>;
export type KeptRow = z.infer<typeof rowSchema>;

/** What was kept of the extract a record came from; nothing where it came from none, or it is not as this version knows it. */
export function keptExtractOf({ supplierData }: Extraction): KeptExtract {
  const parsed = keptExtractSchema.safeParse(supplierData?.[formatId]);
  return parsed.success ? parsed.data : {};
}
