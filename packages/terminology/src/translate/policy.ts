import { degradeKindSchema } from "@gp2gp/core";
import type { DegradeKind } from "@gp2gp/core";
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

const kinds = degradeKindSchema.options;

/** How a policy is written, for people. */
export const policyForm = `ASSURANCE for every kind of entry or KIND=ASSURANCE for one, parted by commas, where ASSURANCE is ${listed(assurances)}, and KIND is ${listed(kinds)}`;

/**
 * The policy an operator wrote: `assured`, `medication=unknown,plan=assured`. Later words win over
 * earlier ones, kinds that are not named keep their default. Undefined where it is not of that form.
 */
export function parsePolicy(text: string): TranslationPolicy | undefined {
  let policy = defaultPolicy;
  for (const word of text.split(",")) {
    const [first = "", ...rest] = word.split("=").map((part) => part.trim());
    const level = assurances.find((known) => known === (rest[0] ?? first));
    const named = rest.length === 0 ? kinds : kinds.filter((kind) => kind === first);
    if (level === undefined || named.length === 0 || rest.length > 1) return undefined;
    policy = { ...policy, ...Object.fromEntries(named.map((kind) => [kind, level])) };
  }
  return policy;
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
