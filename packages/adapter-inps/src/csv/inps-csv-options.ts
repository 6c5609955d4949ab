import { checkedOptions } from "@gp2gp/core";
import { z } from "zod";
import { formatId } from "./inps-systems.ts";

/** What a caller may say about reading and writing, under `inps-csv` in the options of the context. */
export const inpsCsvOptionsSchema = z
  .strictObject({
    charset: z
      .enum(["utf-8", "windows-1252"])
      .default("utf-8")
      .meta({ description: "The character set of the files; the format does not say." }),
    ods: z
      .string()
      .regex(/^[A-Za-z0-9]{1,12}$/)
      .optional()
      .meta({ description: "The ODS code of the practice, for the names of the files." }),
    at: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)
      .optional()
      .meta({ description: "When the extract is made, for the names of the files." }),
  })
  .meta({ title: "INPS CSV options", description: "Options of the Vision extract." });
export type InpsCsvOptions = z.infer<typeof inpsCsvOptionsSchema>;

/** The options of a context, checked. */
export function optionsOf(options: Readonly<Record<string, unknown>> | undefined): InpsCsvOptions {
  return checkedOptions(inpsCsvOptionsSchema, formatId, options);
}
