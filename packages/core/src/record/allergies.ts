import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import { codedSchema } from "../values/coded.ts";
import { partialDateTimeSchema } from "../values/partial-date-time.ts";
import { entryShape } from "./entry.ts";

export const allergyReactionSchema = z
  .strictObject({
    manifestation: codedSchema.optional(),
    text: z.string().min(1).optional(),
    severity: codedSchema.optional(),
  })
  .meta({
    id: "AllergyReaction",
    title: "Allergy reaction",
    description: "What happened, and how badly.",
  });
export type AllergyReaction = DeepReadonly<z.infer<typeof allergyReactionSchema>>;

/** An allergy, intolerance or sensitivity, or the statement that none is known. */
export const allergySchema = z
  .strictObject({
    ...entryShape,
    kind: z
      .enum([
        "drug",
        "drug-group",
        "ingredient",
        "drug-and-ingredient",
        "non-drug",
        "none-known",
        "unspecified",
      ])
      .meta({
        description:
          "What the allergy is to, as the source classed it; unspecified where it did not.",
      }),
    substances: z.array(codedSchema).default([]).meta({ description: "The causative agents." }),
    exclusions: z
      .array(z.string().min(1))
      .optional()
      .meta({ description: "Drugs of the group the allergy does not apply to." }),
    reactions: z.array(allergyReactionSchema).optional(),
    certainty: codedSchema.optional(),
    severity: codedSchema.optional(),
    ended: partialDateTimeSchema.optional(),
    endedUnknown: z.boolean().optional().meta({ description: "Ended, on a date nobody recorded." }),
    formulationSpecific: z.boolean().optional(),
    episodicity: z
      .enum(["none", "first", "new", "review", "flare", "end", "changed", "evolved", "ongoing"])
      .optional(),
  })
  .meta({
    id: "Allergy",
    title: "Allergy",
    description: "An allergy, intolerance or sensitivity, or that none is known.",
  });
export type Allergy = DeepReadonly<z.infer<typeof allergySchema>>;
