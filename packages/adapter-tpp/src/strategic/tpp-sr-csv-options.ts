import { checkedOptions } from "@gp2gp/core";
import { z } from "zod";

export const formatId = "tpp-sr-csv";

/** What a caller may say about the files of an extract, under `tpp-sr-csv` in the options of the context. */
export const tppSrCsvOptionsSchema = z
  .strictObject({
    delimiter: z
      .string()
      .length(1)
      .regex(/[^\w\s"'-]|\t/)
      .optional()
      .meta({ description: "Between values; when reading found in each header row if not given." }),
    qualifier: z
      .string()
      .length(1)
      .regex(/[^\w\s-]/)
      .optional()
      .meta({ description: "Around values; when reading found in each header row if not given." }),
    charset: z
      .enum(["windows-1252", "utf-8"])
      .optional()
      .meta({ description: "windows-1252 unless told, or a byte order mark tells, otherwise." }),
    organisation: z.string().trim().min(1).optional().meta({
      description: "Code of the unit a written extract is for, where the record has none.",
    }),
  })
  .meta({
    title: "TPP Strategic Reporting CSV options",
    description: "Options of reading and writing Strategic Reporting extracts.",
  });
export type TppSrCsvOptions = z.infer<typeof tppSrCsvOptionsSchema>;

/** The options of a context, checked. */
export function optionsOf(options: Readonly<Record<string, unknown>> | undefined): TppSrCsvOptions {
  return checkedOptions(tppSrCsvOptionsSchema, formatId, options);
}
