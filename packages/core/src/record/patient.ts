import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import { codedSchema } from "../values/coded.ts";
import { identifierSchema } from "../values/identifier.ts";
import { partialDateTimeSchema } from "../values/partial-date-time.ts";
import { addressSchema, personNameSchema, telecomSchema } from "../values/person.ts";
import { entryIdSchema, sourceLocationSchema } from "./entry.ts";
import { jsonSchema } from "./json.ts";

/** The person the record is about. An EHR Extract gives the NHS number and nothing else. */
export const patientSchema = z
  .strictObject({
    identifiers: z
      .array(identifierSchema)
      .meta({ description: "NHS number, CHI number, Health and Care number, local numbers." }),
    names: z.array(personNameSchema).optional(),
    birthDate: partialDateTimeSchema.optional(),
    deathDate: partialDateTimeSchema.optional(),
    deceased: z.boolean().optional(),
    sex: z.enum(["male", "female", "indeterminate", "unknown"]).optional(),
    addresses: z.array(addressSchema).optional(),
    telecoms: z.array(telecomSchema).optional(),
    maritalStatus: codedSchema.optional(),
    ethnicity: codedSchema.optional(),
    language: codedSchema.optional(),
    speaksEnglish: z.boolean().optional(),
    smsConsent: z.boolean().optional(),
    usualGp: entryIdSchema.optional(),
    registeredGp: entryIdSchema.optional(),
    source: sourceLocationSchema.optional(),
    supplierData: z.record(z.string(), jsonSchema).optional(),
  })
  .meta({ id: "Patient", title: "Patient", description: "The person the record is about." });
export type Patient = DeepReadonly<z.infer<typeof patientSchema>>;
