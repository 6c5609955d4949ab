import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import { codedSchema } from "../values/coded.ts";
import { partialDateTimeSchema } from "../values/partial-date-time.ts";
import { quantitySchema } from "../values/quantity.ts";
import { entryShape } from "./entry.ts";

const words = z.string().min(1);

/** A vaccination given, refused or advised. */
export const immunisationSchema = z
  .strictObject({
    ...entryShape,
    outcome: z.enum(["given", "refused", "advised", "not-given", "not-stated"]),
    vaccine: codedSchema
      .optional()
      .meta({ description: "The product, where the source names it apart from the procedure." }),
    contents: z
      .array(words)
      .optional()
      .meta({ description: "What a compound vaccine protects against." }),
    part: words.optional().meta({
      description: "Which dose of the course, as the source says it: 1, Booster, 2 Months.",
    }),
    batchNumber: words.optional(),
    expires: partialDateTimeSchema.optional(),
    manufacturer: words.optional(),
    site: codedSchema.optional(),
    method: codedSchema.optional(),
    dose: quantitySchema.optional(),
    doseText: words.optional(),
    reasons: z.array(codedSchema).optional(),
    episodicity: z
      .enum(["none", "first", "new", "review", "flare", "end", "changed", "evolved", "ongoing"])
      .optional(),
  })
  .meta({
    id: "Immunisation",
    title: "Immunisation",
    description: "A vaccination given, refused or advised.",
  });
export type Immunisation = DeepReadonly<z.infer<typeof immunisationSchema>>;
