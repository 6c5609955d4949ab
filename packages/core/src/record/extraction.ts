import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import { codedSchema } from "../values/coded.ts";
import { effectiveSchema } from "../values/effective.ts";
import { partialDateTimeSchema } from "../values/partial-date-time.ts";
import { entryIdSchema, formatIdSchema } from "./entry.ts";
import { identifierSchema } from "../values/identifier.ts";
import { jsonSchema } from "./json.ts";

/** How the record came out of its system: what was asked for, which period, by whom, when. */
export const extractionSchema = z
  .strictObject({
    format: formatIdSchema,
    formatVersion: z.string().min(1).optional(),
    id: z.string().min(1).optional().meta({ description: "The artefact's own id." }),
    at: partialDateTimeSchema.optional(),
    scope: codedSchema
      .optional()
      .meta({ description: "What was asked for: the entire record, a summary …" }),
    period: effectiveSchema.optional(),
    author: entryIdSchema.optional(),
    senders: z.array(identifierSchema).optional(),
    receivers: z.array(identifierSchema).optional(),
    request: z.string().min(1).optional().meta({ description: "The request this answers." }),
    software: z.string().min(1).optional(),
    supplierData: z.record(z.string(), jsonSchema).optional(),
  })
  .meta({
    id: "Extraction",
    title: "Extraction",
    description: "How the record came out of its system.",
  });
export type Extraction = DeepReadonly<z.infer<typeof extractionSchema>>;
