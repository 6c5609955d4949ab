import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import { entryIdSchema, entryShape } from "./entry.ts";

/** A consultation: one encounter, or one filing of entries, with its author, place and time. */
export const consultationSchema = z
  .strictObject({
    ...entryShape,
    location: entryIdSchema
      .optional()
      .meta({ description: "The agent (a place) where it was held." }),
    durationMinutes: z.string().min(1).optional(),
    replaces: z
      .array(entryIdSchema)
      .optional()
      .meta({ description: "Consultations this one takes the place of." }),
  })
  .meta({
    id: "Consultation",
    title: "Consultation",
    description: "One encounter or one filing of entries.",
  });
export type Consultation = DeepReadonly<z.infer<typeof consultationSchema>>;

/** A heading or container inside a consultation: problem page, heading, laboratory battery, template. */
export const groupSchema = z
  .strictObject({
    ...entryShape,
    kind: z.enum(["topic", "category", "cluster", "battery", "empty", "other"]),
    problem: entryIdSchema.optional().meta({ description: "The problem a topic is about." }),
  })
  .meta({
    id: "Group",
    title: "Group",
    description: "A heading or container inside a consultation.",
  });
export type Group = DeepReadonly<z.infer<typeof groupSchema>>;
