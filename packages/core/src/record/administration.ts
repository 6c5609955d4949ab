import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import { codedSchema } from "../values/coded.ts";
import { partialDateTimeSchema } from "../values/partial-date-time.ts";
import { addressSchema, personNameSchema, telecomSchema } from "../values/person.ts";
import { entryIdSchema, entryShape } from "./entry.ts";

const words = z.string().min(1);

/** A stretch of being registered with a practice. */
export const registrationSchema = z
  .strictObject({
    ...entryShape,
    type: codedSchema.optional().meta({ description: "Regular, temporary, private, emergency …" }),
    start: partialDateTimeSchema.optional(),
    end: partialDateTimeSchema.optional(),
    practice: entryIdSchema.optional(),
    gp: entryIdSchema.optional(),
    responsible: entryIdSchema.optional(),
  })
  .meta({
    id: "Registration",
    title: "Registration",
    description: "A stretch of being registered with a practice.",
  });
export type Registration = DeepReadonly<z.infer<typeof registrationSchema>>;

/** A relative, carer, next of kin or professional the patient has named. */
export const contactSchema = z
  .strictObject({
    ...entryShape,
    name: personNameSchema.optional(),
    relationship: codedSchema.optional(),
    organisation: words.optional(),
    telecoms: z.array(telecomSchema).optional(),
    addresses: z.array(addressSchema).optional(),
    birthDate: partialDateTimeSchema.optional(),
    ended: partialDateTimeSchema.optional(),
    description: words.optional(),
  })
  .meta({
    id: "Contact",
    title: "Contact",
    description: "Someone to reach on behalf of the patient.",
  });
export type Contact = DeepReadonly<z.infer<typeof contactSchema>>;

/** An appointment, visit, task or note between staff: practice business beside the clinical record. */
export const appointmentOrTaskSchema = z
  .strictObject({
    ...entryShape,
    kind: z.enum(["appointment", "visit", "task", "note", "activity"]),
    when: partialDateTimeSchema.optional(),
    due: partialDateTimeSchema.optional(),
    durationMinutes: words.optional(),
    state: words.optional(),
    site: words.optional(),
    type: words.optional(),
    holder: entryIdSchema.optional(),
    assignedTo: words.optional(),
    flags: z.array(words).optional(),
    referral: entryIdSchema.optional(),
  })
  .meta({
    id: "AppointmentOrTask",
    title: "Appointment or task",
    description: "Practice business beside the clinical record.",
  });
export type AppointmentOrTask = DeepReadonly<z.infer<typeof appointmentOrTaskSchema>>;

/** A relation between two entries that neither of them holds itself. */
export const linkSchema = z
  .strictObject({
    ...entryShape,
    kind: z.enum(["reason", "sequel-to", "replaces", "refers-to", "referral-document", "related"]),
    from: entryIdSchema.optional().meta({ description: "The entry that has the relation." }),
    targets: z
      .array(entryIdSchema)
      .default([])
      .meta({ description: "May name entries that are not in the record." }),
  })
  .meta({ id: "Link", title: "Link", description: "A relation between entries." });
export type Link = DeepReadonly<z.infer<typeof linkSchema>>;
