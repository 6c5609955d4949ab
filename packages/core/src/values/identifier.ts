import { z } from "zod";
import type { DeepReadonly } from "./deep-readonly.ts";

/** An identifier with the system that issued it; the value is opaque and never normalised. */
export const identifierSchema = z
  .strictObject({
    system: z.string().min(1).meta({
      description:
        "Issuing system: a known name such as nhs-number, or urn:oid:…, or <supplier>:<kind>.",
    }),
    value: z.string().min(1),
    assigner: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "Name of the authority, where the source states it." }),
  })
  .meta({
    id: "Identifier",
    title: "Identifier",
    description: "An identifier and the system that issued it.",
  });
export type Identifier = DeepReadonly<z.infer<typeof identifierSchema>>;

/** The identifier systems the record knows by name; every other system is a `urn:oid:` or supplier name. */
export const identifierSystems = {
  nhsNumber: "nhs-number",
  chiNumber: "chi-number",
  healthAndCareNumber: "h-and-c-number",
  ods: "ods",
  gmc: "gmc",
  gmp: "gmp",
  sdsUser: "sds-user",
} as const;
