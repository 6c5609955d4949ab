import type { PackSystem } from "../pack/terminology-pack.ts";
import type { Relation } from "../pack/relation.ts";
import type { Assurance } from "../pack/row-flags.ts";

/** How a code was found from another. */
export type MapMethod =
  | "term-exact"
  | "text-match"
  | "code-only"
  | "value-alternate"
  | "supplier-table"
  | "simple-map"
  | "inverse"
  | "history-forward"
  | "same-code";

/** A code to be translated, found in its system's table. */
export interface LegQuery {
  readonly system: PackSystem;
  readonly ordinal: number;
  /** The key of the term it was recorded with, or NONE. */
  readonly termKey: number;
  /** The words it was recorded in, folded. */
  readonly words: readonly string[];
  readonly hasValue: boolean;
}

/** One code a map row leads to. */
export interface LegHit {
  readonly ordinal: number;
  readonly termKey: number;
  readonly assurance: Assurance;
  readonly method: MapMethod;
  readonly relation: Relation;
  readonly row: number;
}

/** `stated`: the publisher says that there is no such code. */
export type LegResult =
  | { readonly outcome: "found"; readonly hit: LegHit }
  | { readonly outcome: "ambiguous"; readonly hits: readonly LegHit[] }
  | { readonly outcome: "none"; readonly stated: boolean };

export const notFound: LegResult = { outcome: "none", stated: false };
