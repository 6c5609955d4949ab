import { checkedOptions } from "@gp2gp/core";
import { z } from "zod";
import { formatId } from "./emis-csv-data.ts";

/** Options of emis-csv: how a written bundle is made up. */
export const emisCsvOptionsSchema = z
  .strictObject({
    bundle: z
      .strictObject({
        processingId: z.string().regex(/^\d+(-\d+)?$/),
        agreement: z.string().regex(/^[0-9A-Fa-f-]{36}$/),
        madeAt: z.string().regex(/^\d{14}$/),
      })
      .optional()
      .meta({
        description:
          "Names files as EMIS does, with the number of the processing, when it was made (yyyyMMddHHmmss) and the sharing agreement; without it they are called by their table alone.",
      }),
    allFiles: z
      .boolean()
      .optional()
      .meta({ description: "Write a file for every table, those without rows too." }),
    originalTerms: z.boolean().optional().meta({
      description:
        "Write the words screens showed in the OriginalTerms file some practices are given, and not as text.",
    }),
  })
  .meta({ title: "EMIS extract options", description: "How a written EMIS extract is made up." });
export type EmisCsvOptions = z.infer<typeof emisCsvOptionsSchema>;

/** The options of a call; misuse where they are not valid. */
export function emisCsvOptionsOf(
  options: Readonly<Record<string, unknown>> | undefined,
): EmisCsvOptions {
  return checkedOptions(emisCsvOptionsSchema, formatId, options);
}
