import type { EntryOf } from "@gp2gp/core";

/** The four sections a medication statement can hold, in the order they are written. */
export const supplySections = [
  "authorisations",
  "issues",
  "dispenses",
  "discontinuations",
] as const;
export type SupplySection = (typeof supplySections)[number];
export type SupplyEntry = EntryOf<SupplySection>;

export interface SupplyKind {
  readonly element:
    | "ehrSupplyAuthorise"
    | "ehrSupplyPrescribe"
    | "ehrSupplyDispense"
    | "ehrSupplyDiscontinue";
  readonly moodCode: string;
  /** The mood of a statement that holds nothing else (gp2gp-messages 2.4). */
  readonly statementMood: string;
}

export const supplyKinds: Readonly<Record<SupplySection, SupplyKind>> = {
  authorisations: { element: "ehrSupplyAuthorise", moodCode: "INT", statementMood: "INT" },
  issues: { element: "ehrSupplyPrescribe", moodCode: "RQO", statementMood: "ORD" },
  dispenses: { element: "ehrSupplyDispense", moodCode: "EVN", statementMood: "EVN" },
  discontinuations: { element: "ehrSupplyDiscontinue", moodCode: "RQO", statementMood: "RMD" },
};

/** From what the id of a medication statement is made where the record has none. */
export const statementSeed = (supplyId: string): string =>
  `gp2gp-ehr-extract:medication-statement:${supplyId}`;

/** From what the id of a medication statement is made that shares its id with another part of the record. */
export const sharedStatementSeed = (supplyId: string): string =>
  `gp2gp-ehr-extract:shared-statement-of:${supplyId}`;
