import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import { codedSchema } from "../values/coded.ts";
import { partialDateTimeSchema } from "../values/partial-date-time.ts";
import { entryIdSchema, entryShape } from "./entry.ts";

const words = z.string().min(1);

/** A referral to another service. */
export const referralSchema = z
  .strictObject({
    ...entryShape,
    direction: z.enum(["outbound", "inbound"]).optional(),
    urgency: z.enum(["routine", "soon", "urgent", "two-week-wait", "dated"]).optional(),
    requestType: words
      .optional()
      .meta({ description: "Outpatient, admission, day case, investigation …" }),
    speciality: codedSchema.optional(),
    recipient: entryIdSchema.optional(),
    consultant: entryIdSchema.optional(),
    sender: entryIdSchema.optional(),
    reason: codedSchema.optional(),
    funding: z.enum(["nhs", "private"]).optional(),
    transport: words.optional(),
    mode: words.optional().meta({ description: "How it was sent: written, electronic …" }),
    dated: partialDateTimeSchema.optional(),
    outcome: codedSchema.optional(),
    documents: z.array(entryIdSchema).optional(),
  })
  .meta({ id: "Referral", title: "Referral", description: "A referral to another service." });
export type Referral = DeepReadonly<z.infer<typeof referralSchema>>;

/** Something due: a recall, a diary entry, a planned act. */
export const planSchema = z
  .strictObject({
    ...entryShape,
    kind: z.enum(["recall", "diary", "plan"]),
    due: partialDateTimeSchema.optional(),
    state: words
      .optional()
      .meta({ description: "Where it stands, as the source says it: Pending, 1st Recall, Seen." }),
    duration: words.optional(),
    reminder: words.optional(),
  })
  .meta({
    id: "Plan",
    title: "Plan",
    description: "Something due: a recall, a diary entry, a planned act.",
  });
export type Plan = DeepReadonly<z.infer<typeof planSchema>>;

/** A care plan with its instructions. */
export const carePlanSchema = z
  .strictObject({
    ...entryShape,
    name: words.optional(),
    category: words.optional(),
    subCategory: words.optional(),
    aim: words.optional(),
    goal: words.optional(),
    reviewDate: partialDateTimeSchema.optional(),
    instructions: z
      .array(
        z.strictObject({
          text: words,
          order: z.number().int().nonnegative().optional(),
          responsibility: words.optional(),
          completed: partialDateTimeSchema.optional(),
          completedBy: words.optional(),
          notes: words.optional(),
        }),
      )
      .default([]),
  })
  .meta({ id: "CarePlan", title: "Care plan", description: "A care plan with its instructions." });
export type CarePlan = DeepReadonly<z.infer<typeof carePlanSchema>>;
