import type { FormatId, SupplierAdapterV1 } from "@gp2gp/core";

export interface FormatAnswer {
  readonly format: FormatId;
  readonly answer: "yes" | "maybe" | "no";
}

/** What the known formats said of a source. `answers` are all of theirs, in the order of the registry. */
export type Detection = { readonly answers: readonly FormatAnswer[] } & (
  | {
      readonly outcome: "found";
      readonly adapter: SupplierAdapterV1;
      /** `given`: the caller named the format and nobody was asked. */
      readonly certainty: "yes" | "maybe" | "given";
    }
  | { readonly outcome: "ambiguous"; readonly candidates: readonly FormatId[] }
  | { readonly outcome: "none" }
);
