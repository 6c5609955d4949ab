import type { ReceiverProfile } from "@gp2gp/core";

/**
 * What receiving systems need to be told differently (gp2gp-messages 1.6, cases 1, 3 and 4), and the codes
 * they understand beside those they came as (terminology 1.3). Asked for by
 * name, never applied by themselves: a message without a profile is faithful to its record.
 */
export const receiverProfiles = {
  // EMIS Web does not understand an effective time with a low bound alone
  emis: {
    id: "emis",
    name: "EMIS Web",
    instants: "centre",
    agents: "as-recorded",
    topics: "with-category",
    codes: ["read-v2", "snomed"],
  },
  // SystmOne does not show agents that represent an organisation
  tpp: {
    id: "tpp",
    name: "TPP SystmOne",
    instants: "as-recorded",
    agents: "flat",
    topics: "with-category",
    codes: ["ctv3", "snomed"],
  },
  vision: {
    id: "vision",
    name: "INPS Vision",
    instants: "as-recorded",
    agents: "as-recorded",
    topics: "with-category",
    codes: ["read-v2", "snomed"],
  },
} as const satisfies Record<string, ReceiverProfile>;
