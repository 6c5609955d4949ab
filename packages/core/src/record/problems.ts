import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import { entryIdSchema, entryShape } from "./entry.ts";

export const problemLinkSchema = z
  .strictObject({
    target: entryIdSchema.meta({
      description: "The linked entry; may name one that is not in the record.",
    }),
    kind: z.enum(["associated", "review", "part-of"]),
  })
  .meta({
    id: "ProblemLink",
    title: "Problem link",
    description: "An entry that belongs to a problem.",
  });
export type ProblemLink = DeepReadonly<z.infer<typeof problemLinkSchema>>;

/** A problem: a header over the entry that names the condition, with its state and the entries linked to it. */
export const problemSchema = z
  .strictObject({
    ...entryShape,
    names: entryIdSchema.optional().meta({ description: "The entry that names the condition." }),
    activity: z
      .enum(["active", "inactive", "past", "potential", "health-administration", "unspecified"])
      .optional(),
    significance: z.enum(["major", "minor", "unspecified"]).optional(),
    episodicity: z
      .enum(["none", "first", "new", "review", "flare", "end", "changed", "evolved", "ongoing"])
      .optional(),
    expectedDuration: z.string().min(1).optional(),
    parent: entryIdSchema.optional().meta({
      description: "The problem this one is grouped under, combined with or evolved into.",
    }),
    parentRelation: z.enum(["grouped", "combined", "evolved", "replaced"]).optional(),
    links: z.array(problemLinkSchema).default([]),
  })
  .meta({ id: "Problem", title: "Problem", description: "A condition followed over time." });
export type Problem = DeepReadonly<z.infer<typeof problemSchema>>;
