import { z } from "zod";
import type { DeepReadonly } from "./deep-readonly.ts";

const about = { name: z.string().min(1).optional(), mediaType: z.string().min(1).optional() };

/** Why the bytes of a document are not there. */
export const contentAbsenceSchema = z
  .enum(["not-included", "not-found", "withheld", "not-supported", "damaged", "unknown"])
  .meta({
    id: "ContentAbsence",
    title: "Content absence",
    description: "Why the bytes of a document are not there.",
  });
export type ContentAbsence = z.infer<typeof contentAbsenceSchema>;

const storedContentSchema = z.strictObject({
  state: z.literal("stored"),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().nonnegative(),
  ...about,
});

/** The bytes of a document: stored in the content store, somewhere else, or absent with the reason. */
export const contentSchema = z
  .discriminatedUnion("state", [
    storedContentSchema,
    z.strictObject({ state: z.literal("elsewhere"), uri: z.string().min(1), ...about }),
    z.strictObject({ state: z.literal("absent"), reason: contentAbsenceSchema, ...about }),
  ])
  .meta({ id: "Content", title: "Content", description: "Where the bytes of a document are." });
export type Content = DeepReadonly<z.infer<typeof contentSchema>>;
export type StoredContent = DeepReadonly<z.infer<typeof storedContentSchema>>;
