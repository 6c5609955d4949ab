import type { Coverage } from "@gp2gp/core";
import type { Category } from "./wire/attributes.ts";
import type { CodeSet } from "./wire/code-set.ts";

/**
 * How one supplier's system answers MIQUEST enquiries, as far as the specification leaves it open. No
 * supplier's own is public: each profile is this project's choice among what the specification allows.
 */
export interface MiquestProfile {
  /** The format id, `<supplier>-miquest`. */
  readonly id: string;
  readonly supplier: string;
  /** As people name the format. */
  readonly name: string;
  /** The code set it answers in unless told otherwise. */
  readonly codeSet: CodeSet;
  /** The attributes each query prints, in order. TEXT comes last, so that no reader mistakes a comma in it. */
  readonly columns: Readonly<Record<Category, readonly string[]>>;
  /** What the query set is called, at most 8 characters, and titled. */
  readonly set: { readonly name: string; readonly title: string };
  /** Lines of comment at the head of each response, behind the one that names the profile. */
  readonly comments: readonly string[];
  readonly coverage: Coverage;
}
