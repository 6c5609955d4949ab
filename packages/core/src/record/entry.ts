import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import { codedSchema } from "../values/coded.ts";
import { effectiveSchema, periodSchema } from "../values/effective.ts";
import { identifierSchema } from "../values/identifier.ts";
import { partialDateTimeSchema } from "../values/partial-date-time.ts";
import { relatedPersonSchema } from "../values/person.ts";
import { jsonSchema } from "./json.ts";

/** Unique within one record. A UUID where the source has one, else made by `context.newId` from the source's own key. */
export const entryIdSchema = z.string().min(1).meta({
  id: "EntryId",
  title: "Entry id",
  description: "Identifies an entry within its record.",
});
export type EntryId = z.infer<typeof entryIdSchema>;

export const formatIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)+$/)
  .meta({
    id: "FormatId",
    title: "Format id",
    description: "An adapter format: <supplier>-<format>.",
  });
export type FormatId = z.infer<typeof formatIdSchema>;

/** Where in its artefact a thing was read: part name, pointer within the part (XPath-like), 1-based line. */
export const sourceLocationSchema = z
  .strictObject({
    part: z.string().optional(),
    pointer: z.string().optional(),
    line: z.number().int().positive().optional(),
  })
  .meta({
    id: "SourceLocation",
    title: "Source location",
    description: "Where in the source artefact this was read.",
  });
export type SourceLocation = DeepReadonly<z.infer<typeof sourceLocationSchema>>;

export const entryTextSchema = z
  .strictObject({
    text: z.string().min(1),
    role: z
      .enum([
        "note",
        "displayed",
        "title",
        "reason",
        "instruction",
        "pharmacy",
        "patient",
        "result",
        "comment",
      ])
      .meta({
        description:
          "note: what the clinician wrote; displayed: the line the system showed for the entry; comment: said about the entry later, as by a laboratory or when filing.",
      }),
    sequence: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "Sequence number as the source wrote it." }),
    mediaType: z.string().min(1).optional(),
  })
  .meta({
    id: "EntryText",
    title: "Entry text",
    description: "Words that belong to an entry, line breaks kept.",
  });
export type EntryText = DeepReadonly<z.infer<typeof entryTextSchema>>;

export const participantSchema = z
  .strictObject({
    role: codedSchema.meta({
      description:
        "Part played: author, performer, responsible, informant, entered-by … as a coding of system gp2gp-role, or the code of the source.",
    }),
    agent: entryIdSchema.optional(),
    person: relatedPersonSchema.optional(),
    time: periodSchema.optional(),
    mode: codedSchema.optional(),
    signature: codedSchema.optional(),
    signatureText: z.string().min(1).optional(),
  })
  .meta({
    id: "Participant",
    title: "Participant",
    description: "Who had a part in an entry, and which.",
  });
export type Participant = DeepReadonly<z.infer<typeof participantSchema>>;

export const specimenSchema = z
  .strictObject({
    identifiers: z.array(identifierSchema).optional(),
    collected: effectiveSchema.optional(),
    received: partialDateTimeSchema.optional(),
    material: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "What was taken, in words: venous blood, mid-stream urine." }),
    type: codedSchema.optional(),
    volume: z.string().min(1).optional(),
    procedure: z.string().min(1).optional(),
    site: z.string().min(1).optional(),
    fasting: z.string().min(1).optional(),
    comments: z.array(z.string().min(1)).optional(),
  })
  .meta({ id: "Specimen", title: "Specimen", description: "Material taken for a test." });
export type Specimen = DeepReadonly<z.infer<typeof specimenSchema>>;

/** What every entry of the record has. Spread into each section's strict schema. */
export const entryShape = {
  id: entryIdSchema,
  identifiers: z
    .array(identifierSchema)
    .meta({ description: "The entry's further ids: UBRN, report number, source row." }),
  consultation: entryIdSchema.optional(),
  within: entryIdSchema.optional().meta({ description: "The group or entry this stands in." }),
  order: z
    .number()
    .int()
    .nonnegative()
    .meta({ description: "Place among the siblings, as the source showed them." }),
  status: codedSchema.optional(),
  priority: codedSchema.optional(),
  uncertainty: codedSchema.optional(),
  effective: effectiveSchema.optional(),
  recorded: partialDateTimeSchema
    .optional()
    .meta({ description: "When it reached the system that recorded it." }),
  subject: relatedPersonSchema
    .optional()
    .meta({ description: "Whom it is about, when not the patient." }),
  specimens: z.array(specimenSchema).optional(),
  concept: codedSchema.optional(),
  texts: z.array(entryTextSchema),
  participants: z.array(participantSchema),
  confidentiality: z
    .array(codedSchema)
    .meta({ description: "Restrictions, such as NOPAT: not to be shown to the patient." }),
  source: sourceLocationSchema,
  supplierData: z
    .record(z.string(), jsonSchema)
    .optional()
    .meta({ description: "What only the source system understands, by format id." }),
} as const;

export const entrySchema = z
  .strictObject(entryShape)
  .meta({ id: "Entry", title: "Entry", description: "What every entry of the record has." });
export type Entry = DeepReadonly<z.infer<typeof entrySchema>>;
