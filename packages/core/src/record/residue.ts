import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import { formatIdSchema, sourceLocationSchema } from "./entry.ts";
import { jsonSchema } from "./json.ts";

/** A JSON Pointer (RFC 6901) into a record. */
export const recordPathSchema = z
  .string()
  .regex(/^(\/.*)?$/)
  .meta({ id: "RecordPath", title: "Record path", description: "A JSON Pointer into the record." });
export type RecordPath = z.infer<typeof recordPathSchema>;

/** What the record has no place for, kept as it came: the last resort. */
export const residueSchema = z
  .strictObject({
    format: formatIdSchema,
    parent: recordPathSchema.optional(),
    order: z.number().int().nonnegative(),
    kind: z
      .enum(["clinical", "technical"])
      .meta({ description: "technical: wire detail without clinical meaning." }),
    content: jsonSchema,
    source: sourceLocationSchema,
  })
  .meta({
    id: "Residue",
    title: "Residue",
    description: "What the record has no place for, kept as it came.",
  });
export type Residue = DeepReadonly<z.infer<typeof residueSchema>>;
