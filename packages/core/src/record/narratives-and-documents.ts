import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import { contentSchema } from "../values/content.ts";
import { effectiveSchema } from "../values/effective.ts";
import { entryIdSchema, entryShape } from "./entry.ts";

const words = z.string().min(1);

/** Free text without a code. */
export const narrativeSchema = z
  .strictObject(entryShape)
  .meta({ id: "Narrative", title: "Narrative", description: "Free text without a code." });
export type Narrative = DeepReadonly<z.infer<typeof narrativeSchema>>;

/** A letter, scan, image or other document attached to the record. */
export const documentSchema = z
  .strictObject({
    ...entryShape,
    content: contentSchema,
    title: words.optional(),
    type: words
      .optional()
      .meta({ description: "What kind of document, in the words of the source." }),
    direction: z.enum(["incoming", "outgoing", "other"]).optional(),
    created: effectiveSchema.optional(),
    sent: effectiveSchema.optional(),
    setId: words.optional().meta({ description: "Identifies all versions of the document." }),
    version: words.optional(),
    authors: z.array(entryIdSchema).optional(),
    sender: z
      .strictObject({
        person: words.optional(),
        organisation: words.optional(),
        address: words.optional(),
      })
      .optional(),
    recipient: z
      .strictObject({
        person: words.optional(),
        organisation: words.optional(),
        address: words.optional(),
      })
      .optional(),
  })
  .meta({ id: "Document", title: "Document", description: "A document attached to the record." });
export type Document = DeepReadonly<z.infer<typeof documentSchema>>;

/** A warning that must be seen when the record is opened. */
export const alertSchema = z
  .strictObject({
    ...entryShape,
    severity: z.enum(["low", "normal", "high"]).optional(),
    expires: effectiveSchema.optional(),
    showOn: z.array(z.enum(["booking", "arrival", "record"])).optional(),
  })
  .meta({ id: "Alert", title: "Alert", description: "A warning shown when the record is opened." });
export type Alert = DeepReadonly<z.infer<typeof alertSchema>>;

/** A filled-in questionnaire or template. */
export const questionnaireSchema = z
  .strictObject({
    ...entryShape,
    name: words.optional(),
    version: words.optional(),
    answers: z
      .array(
        z.strictObject({
          question: words,
          answer: words.optional(),
          entry: entryIdSchema.optional(),
        }),
      )
      .default([]),
  })
  .meta({
    id: "Questionnaire",
    title: "Questionnaire",
    description: "A filled-in questionnaire or template.",
  });
export type Questionnaire = DeepReadonly<z.infer<typeof questionnaireSchema>>;
