import { z } from "zod";
import type { DeepReadonly } from "./deep-readonly.ts";
import { absenceReasonSchema } from "./absence.ts";
import type { AbsenceReason } from "./absence.ts";

/** Where a mapped coding comes from: map set, release, row, method and assurance. */
export const codeMapSchema = z
  .strictObject({
    set: z.string().min(1),
    release: z.string().min(1),
    mapId: z.string().min(1).optional(),
    method: z.string().min(1),
    assured: z.union([z.boolean(), z.literal("unknown")]),
  })
  .meta({ id: "CodeMap", title: "Code map", description: "The map row that produced a coding." });
export type CodeMap = DeepReadonly<z.infer<typeof codeMapSchema>>;

/** One code of one code system; bytes kept as the source wrote them, case and dots included. */
export const codingSchema = z
  .strictObject({
    system: z.string().min(1).optional().meta({
      description:
        "Code system: a known name (snomed, read-v2, ctv3 …) or urn:oid:…; absent where the source names none.",
    }),
    code: z.string().min(1),
    display: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "The term the source showed for this code." }),
    termId: z.string().min(1).optional().meta({
      description:
        "Read v2 two-character term code where kept apart, CTV3 term id, or SNOMED CT description id.",
    }),
    systemName: z.string().min(1).optional(),
    systemVersion: z.string().min(1).optional(),
    text: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "Original text given with this very coding." }),
    asserted: z.enum(["source", "mapped"]),
    map: codeMapSchema.optional(),
  })
  .meta({ id: "Coding", title: "Coding", description: "One code of one code system." });
export type Coding = DeepReadonly<z.infer<typeof codingSchema>>;

/** The GP2GP degrade kinds: what a code is replaced by where the target has none (terminology: degrade rules). */
export const degradeKindSchema = z
  .enum([
    "record-entry",
    "medication",
    "referral",
    "request",
    "plan",
    "drug-allergy",
    "non-drug-allergy",
  ])
  .meta({
    id: "DegradeKind",
    title: "Degrade kind",
    description: "Which kind of entry a degraded code stands for.",
  });
export type DegradeKind = z.infer<typeof degradeKindSchema>;

export const degradeSchema = z
  .strictObject({
    kind: degradeKindSchema,
    reason: z.enum([
      "no-map",
      "ambiguous",
      "unassured-policy",
      "unknown-system",
      "invalid-code",
      "received",
    ]),
  })
  .meta({
    id: "Degrade",
    title: "Degrade",
    description:
      "That, and why, the leading code is a stand-in for one that could not be translated.",
  });
export type Degrade = DeepReadonly<z.infer<typeof degradeSchema>>;

/**
 * A coded concept: codings in source order with the source's own first, original text verbatim,
 * qualifiers with both halves. Translation adds codings and never replaces one.
 */
export const codedSchema: z.ZodType<Coded> = z
  .strictObject({
    text: z.string().min(1).optional().meta({ description: "Original text, verbatim." }),
    absent: absenceReasonSchema.optional(),
    codings: z.array(codingSchema).default([]),
    get qualifiers() {
      return z.array(qualifierSchema).optional();
    },
    degrade: degradeSchema.optional(),
  })
  .meta({
    id: "CodedConcept",
    title: "Coded concept",
    description: "A clinical idea as codes and the words it was recorded in.",
  });
export interface Coded {
  readonly text?: string | undefined;
  readonly absent?: AbsenceReason | undefined;
  readonly codings: readonly Coding[];
  readonly qualifiers?: readonly Qualifier[] | undefined;
  readonly degrade?: Degrade | undefined;
}

export const qualifierSchema: z.ZodType<Qualifier> = z
  .strictObject({
    get name() {
      return codedSchema.optional();
    },
    get value() {
      return codedSchema.optional();
    },
    inverted: z.boolean().optional(),
  })
  .meta({
    id: "Qualifier",
    title: "Qualifier",
    description: "A refinement of a coded concept: what is refined, and its value.",
  });
export interface Qualifier {
  readonly name?: Coded | undefined;
  readonly value?: Coded | undefined;
  readonly inverted?: boolean | undefined;
}

/** The words a person would read for a concept: its original text, else the first term a coding shows. */
export function labelOf(coded: Coded | undefined): string | undefined {
  return coded?.text ?? coded?.codings.find((coding) => coding.display !== undefined)?.display;
}

/** A concept whose codes were not recorded, but found by a map. */
export function asMapped({ codings, ...concept }: Coded): Coded {
  return { ...concept, codings: codings.map((coding) => ({ ...coding, asserted: "mapped" })) };
}
