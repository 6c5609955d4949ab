import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import { absenceReasonSchema } from "../values/absence.ts";
import { codedSchema } from "../values/coded.ts";
import { periodSchema } from "../values/effective.ts";
import { partialDateTimeSchema } from "../values/partial-date-time.ts";
import { quantityRangeSchema, quantitySchema } from "../values/quantity.ts";
import { entryShape } from "./entry.ts";

/** What was found: a measured amount, a code, words, a date … or why there is no value. */
export const observationValueSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("quantity"), quantity: quantitySchema }),
    z.strictObject({ kind: z.literal("range"), range: quantityRangeSchema }),
    z.strictObject({
      kind: z.literal("ratio"),
      numerator: quantitySchema,
      denominator: quantitySchema,
    }),
    z.strictObject({ kind: z.literal("coded"), coded: codedSchema }),
    z.strictObject({ kind: z.literal("text"), text: z.string().min(1) }),
    z.strictObject({ kind: z.literal("boolean"), boolean: z.boolean() }),
    z.strictObject({ kind: z.literal("integer"), integer: z.string().regex(/^[+-]?\d+$/) }),
    z.strictObject({ kind: z.literal("date"), date: partialDateTimeSchema }),
    z.strictObject({ kind: z.literal("period"), period: periodSchema }),
    z.strictObject({ kind: z.literal("absent"), reason: absenceReasonSchema }),
  ])
  .meta({ id: "ObservationValue", title: "Observation value", description: "What was found." });
export type ObservationValue = DeepReadonly<z.infer<typeof observationValueSchema>>;

export const referenceRangeSchema = z
  .strictObject({ range: quantityRangeSchema.optional(), text: z.string().min(1).optional() })
  .meta({
    id: "ReferenceRange",
    title: "Reference range",
    description: "The range a result is judged against, as numbers or words.",
  });
export type ReferenceRange = DeepReadonly<z.infer<typeof referenceRangeSchema>>;

const measurementShape = {
  value: observationValueSchema.optional(),
  referenceRanges: z.array(referenceRangeSchema).optional(),
  interpretation: codedSchema.optional(),
};

/** One measurement of a composite, such as the systolic pressure; has an id and facts of its own. */
export const observationComponentSchema = z
  .strictObject({ ...entryShape, ...measurementShape })
  .meta({
    id: "ObservationComponent",
    title: "Observation component",
    description: "One measurement of a composite.",
  });
export type ObservationComponent = DeepReadonly<z.infer<typeof observationComponentSchema>>;

/** Something observed, measured, done or said: coded entries, values, blood pressures, history. */
export const observationSchema = z
  .strictObject({
    ...entryShape,
    ...measurementShape,
    category: z
      .enum([
        "clinical",
        "value",
        "family-history",
        "social-history",
        "examination",
        "procedure",
        "administrative",
      ])
      .optional()
      .meta({ description: "What the source filed it as; absent where it did not say." }),
    episodicity: z
      .enum(["none", "first", "new", "review", "flare", "end", "changed", "evolved", "ongoing"])
      .optional(),
    abnormal: z.boolean().optional(),
    negated: z.boolean().optional(),
    components: z.array(observationComponentSchema).optional().meta({
      description: "Of a blood pressure: systolic, then diastolic, as the source ordered them.",
    }),
  })
  .meta({
    id: "Observation",
    title: "Observation",
    description: "Something observed, measured, done or said.",
  });
export type Observation = DeepReadonly<z.infer<typeof observationSchema>>;
