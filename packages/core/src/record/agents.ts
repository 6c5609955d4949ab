import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import { codedSchema } from "../values/coded.ts";
import { identifierSchema } from "../values/identifier.ts";
import { partialDateTimeSchema } from "../values/partial-date-time.ts";
import { addressSchema, personNameSchema, telecomSchema } from "../values/person.ts";
import { entryIdSchema, entryShape } from "./entry.ts";

const words = z.string().min(1);
const reachable = {
  telecoms: z.array(telecomSchema).optional(),
  addresses: z.array(addressSchema).optional(),
};

export const representedOrganisationSchema = z
  .strictObject({
    identifiers: z.array(identifierSchema).optional(),
    code: codedSchema.optional(),
    name: words.optional(),
    description: words.optional(),
    ...reachable,
  })
  .meta({
    id: "RepresentedOrganisation",
    title: "Represented organisation",
    description: "On whose behalf an agent acts.",
  });

/**
 * Whoever or whatever did something: a person, an organisation, a place, a team or a device.
 * `concept` is the job role of a person or the type of an organisation or place.
 */
export const agentSchema = z
  .strictObject({
    ...entryShape,
    kind: z.enum(["person", "organisation", "place", "team", "device"]),
    person: personNameSchema.optional(),
    gender: words.optional(),
    name: words.optional().meta({ description: "Of an organisation, place, team or device." }),
    description: words.optional(),
    model: words.optional(),
    software: words.optional(),
    ...reachable,
    represents: z.union([entryIdSchema, representedOrganisationSchema]).optional(),
    start: partialDateTimeSchema.optional(),
    end: partialDateTimeSchema.optional(),
  })
  .meta({
    id: "Agent",
    title: "Agent",
    description: "A person, organisation, place, team or device with a part in the record.",
  });
export type Agent = DeepReadonly<z.infer<typeof agentSchema>>;
