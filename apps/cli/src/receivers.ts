import type { ReceiverProfile } from "@gp2gp/core";

/**
 * Systems that need a detail written differently from how a record has it, as the release notes of the
 * national adaptors tell. Data: a new quirk is a new row.
 */
export const receivers: readonly ReceiverProfile[] = [
  { id: "emis", name: "EMIS Web", instants: "centre", topics: "with-category" },
  { id: "tpp", name: "TPP SystmOne", agents: "flat", topics: "with-category" },
  { id: "vision", name: "INPS Vision", topics: "with-category" },
];
