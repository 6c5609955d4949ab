import type { CarriedText, EntrySection } from "@gp2gp/core";
import type { Row } from "../row.ts";

/** Where an entry, or the patient, was read: its rows, the first of which names it, and its text. */
export interface Origin {
  readonly rows: readonly Row[];
  readonly text?: TextCell | undefined;
  /** The rows of the measurements of a composite, one each. */
  readonly componentRows?: readonly Row[];
}

/** A cell of words: its author's own, and what was carried behind them. */
export interface TextCell {
  readonly row: Row;
  readonly column: string;
  readonly own: string | undefined;
  readonly carried: CarriedText;
}

/** What rows say of an entry, before what was carried is put back: not yet an entry of its section. */
export interface HeldEntry {
  readonly section: EntrySection;
  readonly entry: Readonly<Record<string, unknown>> & {
    readonly id: string;
    readonly order: number;
  };
  readonly origin: Origin;
  /** The entry as its row alone has it, where its text says that it is of another section. */
  readonly plain?: Omit<HeldEntry, "plain">;
}
