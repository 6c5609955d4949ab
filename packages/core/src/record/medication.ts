import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import { codedSchema } from "../values/coded.ts";
import { effectiveSchema } from "../values/effective.ts";
import { partialDateTimeSchema } from "../values/partial-date-time.ts";
import { quantitySchema } from "../values/quantity.ts";
import { entryIdSchema, entryShape } from "./entry.ts";

const words = z.string().min(1);

export const medicationCourseSchema = z
  .strictObject({
    id: entryIdSchema.meta({
      description: "The authorisation this belongs to; may name one that is not in the record.",
    }),
    link: z.enum(["source", "inferred"]),
  })
  .meta({
    id: "MedicationCourse",
    title: "Medication course",
    description: "The course a supply belongs to, and whether the source said so.",
  });

/**
 * What the four kinds of supply share. `concept` is the drug; status, effective, recorded and
 * participants are those of the medication statement (`statement`), which may hold several supplies;
 * what the supply itself states apart from its statement is in `supply`.
 */
const supplyShape = {
  ...entryShape,
  statement: entryIdSchema.meta({ description: "The medication statement it stands in." }),
  course: medicationCourseSchema.optional(),
  dosages: z
    .array(words)
    .default([])
    .meta({ description: "Dose instructions verbatim, in order." }),
  quantity: quantitySchema.optional(),
  quantityText: words
    .optional()
    .meta({ description: "Quantity in words where the source has only words: 28 tablet(s)." }),
  expires: partialDateTimeSchema.optional().meta({ description: "Expiry date of the material." }),
  strengths: z
    .array(z.strictObject({ ingredient: codedSchema, strength: words.optional() }))
    .optional()
    .meta({ description: "Constituents of a mixture." }),
  supply: z
    .strictObject({
      status: codedSchema.optional(),
      effective: effectiveSchema.optional(),
      recorded: partialDateTimeSchema.optional(),
      product: codedSchema.optional(),
    })
    .optional(),
  type: codedSchema
    .optional()
    .meta({ description: "Prescription type: NHS, private, by another organisation …" }),
} as const;

/** A decision to treat: an acute or repeat course, with how often it may be issued. */
export const authorisationSchema = z
  .strictObject({
    ...supplyShape,
    kind: z.enum(["acute", "repeat", "repeat-dispensing", "automatic", "unspecified"]),
    state: z.enum(["current", "past", "not-yet", "suspended", "unspecified"]).optional(),
    repeatNumber: words
      .optional()
      .meta({ description: "Issues authorised, as the source wrote it." }),
    issued: words.optional().meta({ description: "Issues made so far." }),
    lastIssued: partialDateTimeSchema.optional(),
    reviewDate: partialDateTimeSchema.optional(),
    lapses: partialDateTimeSchema
      .optional()
      .meta({ description: "When the authorisation lapses." }),
    issueDurationDays: words.optional(),
    endReason: codedSchema.optional(),
    predecessors: z
      .array(entryIdSchema)
      .optional()
      .meta({ description: "Authorisations this one takes the place of." }),
  })
  .meta({
    id: "MedicationAuthorisation",
    title: "Medication authorisation",
    description: "A decision to treat: an acute or repeat course.",
  });
export type Authorisation = DeepReadonly<z.infer<typeof authorisationSchema>>;

/** One prescription issued. */
export const medicationIssueSchema = z
  .strictObject({
    ...supplyShape,
    method: z
      .enum([
        "printed",
        "handwritten",
        "without-prescription",
        "private",
        "outside",
        "stored",
        "dispensed",
        "electronic",
        "other",
      ])
      .optional(),
    repeat: z
      .boolean()
      .optional()
      .meta({ description: "Whether it is an issue of a repeat, where the source says so." }),
    endReason: codedSchema.optional(),
    issueNumber: words.optional(),
  })
  .meta({
    id: "MedicationIssue",
    title: "Medication issue",
    description: "One prescription issued.",
  });
export type MedicationIssue = DeepReadonly<z.infer<typeof medicationIssueSchema>>;

/** One dispensing. */
export const dispenseSchema = z.strictObject(supplyShape).meta({
  id: "MedicationDispense",
  title: "Medication dispense",
  description: "One dispensing of a medicine.",
});
export type Dispense = DeepReadonly<z.infer<typeof dispenseSchema>>;

/** The stopping of a course. */
export const discontinuationSchema = z
  .strictObject({
    ...supplyShape,
    reason: codedSchema.optional(),
    reverses: z
      .array(entryIdSchema)
      .default([])
      .meta({ description: "The authorisations it stops." }),
  })
  .meta({
    id: "MedicationDiscontinuation",
    title: "Medication discontinuation",
    description: "The stopping of a course.",
  });
export type Discontinuation = DeepReadonly<z.infer<typeof discontinuationSchema>>;

export type Supply = Authorisation | MedicationIssue | Dispense | Discontinuation;
