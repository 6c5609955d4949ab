import { z } from "zod";
import type { DeepReadonly } from "./deep-readonly.ts";
import { codedSchema } from "./coded.ts";
import { identifierSchema } from "./identifier.ts";
import { periodSchema } from "./effective.ts";
import { partialDateTimeSchema } from "./partial-date-time.ts";

const words = z.string().min(1);

/** A person's name in parts as the source gives them; `text` is a name given whole. */
export const personNameSchema = z
  .strictObject({
    text: words.optional(),
    prefixes: z.array(words).optional(),
    given: z.array(words).optional(),
    family: z.array(words).optional(),
    suffixes: z.array(words).optional(),
    use: words
      .optional()
      .meta({ description: "usual, official, previous, known-as … or the code of the source." }),
    period: periodSchema.optional(),
  })
  .meta({ id: "PersonName", title: "Person name", description: "A person's name." });
export type PersonName = DeepReadonly<z.infer<typeof personNameSchema>>;

/** A postal address: named parts where the source names them, plain lines otherwise, in source order. */
export const addressSchema = z
  .strictObject({
    use: words.optional(),
    lines: z.array(words).optional(),
    houseName: words.optional(),
    houseNumber: words.optional(),
    street: words.optional(),
    locality: words.optional(),
    town: words.optional(),
    county: words.optional(),
    postcode: words.optional(),
    country: words.optional(),
    period: periodSchema.optional(),
  })
  .meta({ id: "Address", title: "Address", description: "A postal address." });
export type Address = DeepReadonly<z.infer<typeof addressSchema>>;

/** A way to reach someone. */
export const telecomSchema = z
  .strictObject({
    value: words,
    kind: z.enum(["phone", "mobile", "fax", "email", "pager", "url", "other"]).optional(),
    use: words.optional(),
    period: periodSchema.optional(),
  })
  .meta({
    id: "Telecom",
    title: "Telecom",
    description: "A telephone number, e-mail or other address.",
  });
export type Telecom = DeepReadonly<z.infer<typeof telecomSchema>>;

/** Someone an entry names who is not in the agent directory: a relative, an informant. */
export const relatedPersonSchema = z
  .strictObject({
    relationship: codedSchema.optional(),
    names: z.array(personNameSchema).optional(),
    identifiers: z.array(identifierSchema).optional(),
    deceased: z.boolean().optional(),
    birthDate: partialDateTimeSchema.optional(),
  })
  .meta({
    id: "RelatedPerson",
    title: "Related person",
    description: "A person named by an entry, such as the relative a family history is about.",
  });
export type RelatedPerson = DeepReadonly<z.infer<typeof relatedPersonSchema>>;
