import { checkedOptions } from "@gp2gp/core";
import { z } from "zod";

/** What a caller may say about a MIQUEST format, under its id in the options of the context. */
export const miquestOptionsSchema = z
  .strictObject({
    codeSet: z.enum(["9999R2", "9999R3"]).optional().meta({
      description:
        "Read Version 2 or 3: the code set written, and that of a source that does not say. The profile's unless told.",
    }),
    practiceCode: z
      .string()
      .regex(/^[A-Za-z0-9]{1,12}$/)
      .optional()
      .meta({
        description: "The practice that answers, by its national code (*RSP_IDENT).",
      }),
    charset: z.enum(["windows-1252", "utf-8"]).default("windows-1252").meta({
      description: "The character set of the files, which the specification does not state.",
    }),
  })
  .meta({ title: "MIQUEST options", description: "Options of a MIQUEST format." });
export type MiquestOptions = z.infer<typeof miquestOptionsSchema>;

/** The options of a context, checked. */
export function miquestOptionsOf(
  options: Readonly<Record<string, unknown>> | undefined,
  formatId: string,
): MiquestOptions {
  return checkedOptions(miquestOptionsSchema, formatId, options);
}
