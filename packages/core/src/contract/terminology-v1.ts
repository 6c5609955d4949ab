import type { Coded, Coding, DegradeKind } from "../values/coded.ts";

/** What is asked of a terminology: this concept in one of these code systems. */
export interface TranslationRequest {
  readonly coded: Coded;
  /** Code systems the target understands, best first. */
  readonly targets: readonly string[];
  /** The kind of entry, which decides how sure a map must be. */
  readonly kind: DegradeKind;
  /** Whether the entry has a numeric value (chooses alternate maps). */
  readonly hasValue?: boolean;
}

/** A code a map gave, with where it comes from: set, release, row, method and assurance. */
export type MappedCoding = Coding & { readonly asserted: "mapped" };

export type TranslationAnswer =
  | {
      readonly outcome: "mapped";
      readonly coding: MappedCoding;
      /** The place, among the concept's codings, of the one that was translated. */
      readonly from?: number;
      /** Further codes for the same concept, such as the active successor of a retired one. */
      readonly also?: readonly MappedCoding[];
    }
  | {
      readonly outcome: "no-map";
      readonly reason:
        | "no-map"
        | "ambiguous"
        | "unassured-policy"
        | "unknown-system"
        | "invalid-code";
    };

/**
 * Translation between code systems. Never guesses: an ambiguous code has no map. Only what the source
 * itself coded is translated, its main code first, in the light of its term; stand-ins are not.
 */
export interface TerminologyV1 {
  readonly specificationVersion: "v1";
  translate(request: TranslationRequest): TranslationAnswer;
}

/** The terminology of an installation that has no maps: every answer is `no-map`. */
export const noMaps: TerminologyV1 = {
  specificationVersion: "v1",
  translate: () => ({ outcome: "no-map", reason: "no-map" }),
};
