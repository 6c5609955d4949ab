import { checkedOptions } from "@gp2gp/core";
import { z } from "zod";
import { formatId } from "./format.ts";

const uuid = z.string().regex(/^[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}$/);
const words = z.string().min(1);

/** Facts of the envelope, which no record holds. Those not given are written as unknown, and reported. */
export const extractOptionsSchema = z
  .strictObject({
    messageId: uuid.optional().meta({ description: "Id of the message, an upper-case UUID." }),
    extractId: uuid.optional().meta({ description: "Id of the extract, an upper-case UUID." }),
    creationTime: z
      .string()
      .regex(/^\d{14}$/)
      .optional()
      .meta({ description: "When the message is made: YYYYMMDDHHMMSS." }),
    senderAsid: words.optional(),
    receiverAsid: words.optional(),
    senderOds: words.optional(),
    receiverOds: words.optional(),
    requestId: uuid.optional().meta({ description: "Id of the EHR request this answers." }),
  })
  .meta({
    title: "EHR Extract options",
    description: "Facts of the message around an EHR Extract.",
  });
export type ExtractOptions = z.infer<typeof extractOptionsSchema>;

/** The options of this format in a context; options that are not its own are misuse. */
export function extractOptionsOf(
  options: Readonly<Record<string, unknown>> | undefined,
): ExtractOptions {
  return checkedOptions(extractOptionsSchema, formatId, options);
}
