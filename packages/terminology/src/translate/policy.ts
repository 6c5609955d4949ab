import { degradeKindSchema } from "@gp2gp/core";
import type { DegradeKind } from "@gp2gp/core";
import { z } from "zod";
import { assurances } from "../pack/row-flags.ts";
import type { Assurance } from "../pack/row-flags.ts";

/** The least sure map that is used, for each kind of entry: `unassured` takes any, `assured` only those their publisher assured. */
export type TranslationPolicy = Readonly<Record<DegradeKind, Assurance>>;

/**
 * Where a wrong code could hurt at once, allergies and medication, an assured map is needed; elsewhere
 * any map that is not ambiguous serves, for the original stays beside it.
 */
export const defaultPolicy: TranslationPolicy = {
  "record-entry": "unassured",
  medication: "assured",
  referral: "unassured",
  request: "unassured",
  plan: "unassured",
  "drug-allergy": "assured",
  "non-drug-allergy": "assured",
};

/** What an operator says of the policy: kinds that are not named keep their default. */
export const policySchema = z
  .partialRecord(degradeKindSchema, z.enum(assurances))
  .transform((given): TranslationPolicy => ({ ...defaultPolicy, ...given }));
