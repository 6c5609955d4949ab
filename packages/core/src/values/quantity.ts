import { z } from "zod";
import type { DeepReadonly } from "./deep-readonly.ts";
import { absenceReasonSchema } from "./absence.ts";

/** A decimal number as the text it was written in: `1.50` stays `1.50`. */
export const decimalSchema = z
  .string()
  .regex(/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/)
  .meta({
    id: "Decimal",
    title: "Decimal",
    description: "A decimal number as its source wrote it, trailing zeros kept.",
    examples: ["1.50", "120"],
  });
export type Decimal = z.infer<typeof decimalSchema>;

export const comparatorSchema = z.enum(["<", "<=", ">=", ">", "~"]).meta({
  id: "Comparator",
  title: "Comparator",
  description: "How the true value relates to the number given.",
});
export type Comparator = z.infer<typeof comparatorSchema>;

const unitShape = {
  unit: z.string().min(1).optional().meta({ description: "The unit as the source gave it." }),
  unitCode: z.string().min(1).optional().meta({ description: "The unit in UCUM, where known." }),
};

const quantityTranslationSchema = z.strictObject({
  value: decimalSchema.optional(),
  ...unitShape,
  unitSystem: z.string().min(1).optional(),
  unitText: z.string().min(1).optional(),
});

/** A measured amount: decimal text, unit as given and in UCUM. A number is never dropped because its unit is unknown. */
export const quantitySchema = z
  .strictObject({
    value: decimalSchema.optional(),
    comparator: comparatorSchema.optional(),
    ...unitShape,
    absent: absenceReasonSchema.optional(),
    translations: z.array(quantityTranslationSchema).optional(),
  })
  .meta({ id: "Quantity", title: "Quantity", description: "A measured amount with its unit." });
export type Quantity = DeepReadonly<z.infer<typeof quantitySchema>>;

/** A range of amounts; whether an end belongs to it is stated only where the source states it. */
export const quantityRangeSchema = z
  .strictObject({
    low: quantitySchema.optional(),
    high: quantitySchema.optional(),
    lowInclusive: z.boolean().optional(),
    highInclusive: z.boolean().optional(),
  })
  .meta({
    id: "QuantityRange",
    title: "Quantity range",
    description: "A range between two amounts, either of which may be open.",
  });
export type QuantityRange = DeepReadonly<z.infer<typeof quantityRangeSchema>>;
