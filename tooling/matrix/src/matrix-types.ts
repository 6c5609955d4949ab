import type { FormatId, RecordSection } from "@gp2gp/core";

/** How many facts (leaves of entries) of a record a format holds, and how. */
export interface Tally {
  facts: number;
  /** In the format's own structure, as they were or as a translated code. */
  structured: number;
  /** As text beside it, read back from there. */
  asText: number;
  dropped: number;
}

/** What one pair of formats keeps, over all records. */
export interface PairOutcome {
  readonly from: FormatId;
  readonly to: FormatId;
  readonly records: number;
  readonly total: Tally;
  readonly sections: Partial<Record<RecordSection, Tally>>;
  /** Dropped facts of sections for which the target's coverage table gives no reason. */
  readonly unexplained: number;
  /** Records that come home with every fact, those that do as the very bytes they left as, and the facts that came home otherwise. */
  readonly home: { readonly whole: number; readonly exact: number; readonly differences: number };
}

export interface Matrix {
  readonly formats: readonly FormatId[];
  /** The records the matrix is made of. */
  readonly sources: readonly string[];
  readonly pairs: readonly PairOutcome[];
}

export const emptyTally = (): Tally => ({ facts: 0, structured: 0, asText: 0, dropped: 0 });

export function addTally(sum: Tally, more: Tally): void {
  sum.facts += more.facts;
  sum.structured += more.structured;
  sum.asText += more.asText;
  sum.dropped += more.dropped;
}
