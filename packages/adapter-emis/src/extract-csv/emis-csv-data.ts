import { jsonSchema } from "@gp2gp/core";
import type { Extraction, Json } from "@gp2gp/core";
import { z } from "zod";

export const formatId = "emis-csv";

const cellsSchema = z.record(z.string(), z.string());

/**
 * What the record keeps for this format of the bundle as a whole, in the supplier data of its extraction.
 * All of it is about how things are written; none of it is about the patient.
 */
const bundleDataSchema = z.looseObject({
  /** Rows of the dictionaries that the patient's rows refer to. */
  codes: z.array(cellsSchema).optional(),
  drugs: z.array(cellsSchema).optional(),
  /** Ids of agents that only columns without a place in the record refer to. */
  directory: z.array(z.string()).optional(),
  /** How the bundle writes what all its rows have, where it is not as this writer does. */
  habits: z
    .looseObject({
      booleans: z.enum(["TRUE", "true", "True"]).exactOptional(),
      processingId: z.string().exactOptional(),
      saysFalse: z.boolean().exactOptional(),
    })
    .optional(),
  /** Whether the words of screens came along in a file of their own. */
  originalTerms: z.boolean().optional(),
});
export type BundleData = z.infer<typeof bundleDataSchema>;

/** What a record keeps of its bundle; nothing for one that came from elsewhere, or as another version knew it. */
export function bundleDataOf({ supplierData }: Extraction): BundleData {
  const data: Json | undefined = jsonSchema.safeParse(supplierData?.[formatId]).data;
  return bundleDataSchema.safeParse(data).data ?? {};
}
