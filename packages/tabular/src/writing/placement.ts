import type { AnyEntry, EntrySection, LossReason } from "@gp2gp/core";
import type { RowDraft } from "../row.ts";

/** A cell that can hold words. */
export interface TextPlace {
  readonly row: RowDraft;
  readonly column: string;
}

/** The rows an entry is written as. */
export interface Placed {
  /** The first names the entry. */
  readonly rows: readonly RowDraft[];
  /** The rows of the measurements of a composite, one each. */
  readonly componentRows?: readonly RowDraft[];
  /** Where its words stand, and its own; without it what is carried stands in a row of further details. */
  readonly text?: TextPlace & { readonly own?: string | undefined };
  /** Whether the rows alone would be read as an entry of another section. */
  readonly isPlain?: boolean;
  /** Why facts of single members do not stand in the rows. */
  readonly reasons?: Readonly<Record<string, LossReason>> | undefined;
  /** The line that says that a map found the code shown. */
  readonly mapped?: string | undefined;
  /** The code shown stands in for a drug allergy. */
  readonly blocksPrescribing?: boolean | undefined;
}

/** An entry and the rows it is written as. */
export interface Placement extends Placed {
  readonly section: EntrySection;
  readonly index: number;
  readonly entry: AnyEntry;
}
