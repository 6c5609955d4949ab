import type { Assurance } from "../pack/row-flags.ts";
import type { SetKind } from "../pack/pack-header.ts";

/** One row of a map set. Codes are in the form their tables are keyed by. */
export interface MapRow {
  readonly source: string;
  /** The term of the source code the row is about. */
  readonly sourceTermId?: string;
  /** The same, by its words. */
  readonly sourceText?: string;
  /** Whether that term is the code's preferred one. */
  readonly preferred?: boolean;
  /** The code it leads to, or why to none: there is none, or the map leaves drugs out. */
  readonly target: { readonly code: string; readonly termId?: string } | "none" | "drug";
  readonly status: "active" | "retired" | "ambiguous";
  readonly assurance: Assurance;
  /** The target is broader than the source: the way back does not exist. */
  readonly oneWay?: boolean;
  readonly mapId?: string;
  /** The day it takes effect, YYYYMMDD. */
  readonly date?: string;
  /** The publisher's own kind of map, verbatim. */
  readonly mapType?: string;
}

/** What a map set is. */
export interface MapSet {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly kind: SetKind;
  readonly release: string;
}
