import type {
  CarriedText,
  Coded,
  Effective,
  EntryOf,
  EntrySection,
  EntryText,
  Json,
  newEntry,
} from "@gp2gp/core";
import type { WireNode } from "../wire/wire-node.ts";
import type { WireTypeName } from "../wire/wire-types.ts";
import { nativeData } from "../native-data.ts";
import type { NativeData } from "../native-data.ts";
import type { ClientReading } from "./client-reading.ts";
import type { ProblemHeader } from "./problem-links.ts";
import type { StandIns } from "./restore-carried.ts";

/** What every item's entry starts from, found before its own reader is asked. */
export interface ItemStart {
  /** Members every entry has, with the consultation it stands in. */
  readonly shape: ReturnType<typeof newEntry> & { readonly consultation?: string };
  /** The date of the event, for entries that have none of their own. */
  readonly dated: { readonly effective?: Effective };
  /** The free text without what it carried. */
  readonly text: string | undefined;
  /** The free text as the note of the entry. */
  readonly texts: readonly EntryText[];
  readonly carried: CarriedText;
  /** Further facts of the problem this is the header of. */
  readonly problem: Pick<ProblemHeader, "carried" | "narrative">;
  readonly native: NativeData;
}

/** What a reader made of an item. */
export interface ItemReading<Section extends EntrySection = EntrySection> {
  readonly section: Section;
  readonly entry: EntryOf<Section>;
  readonly standIns?: StandIns;
  /** The problem this is the header of. */
  readonly header?: ProblemHeader;
  /** The concept as the item shows it, where that only stands in for the one that is carried. */
  readonly shown?: Coded;
}

/** Reads one item of an event into the entry it is. */
export type ReadItem<Name extends WireTypeName> = (
  node: WireNode<Name>,
  start: ItemStart,
  reading: ClientReading,
) => ItemReading;

/** The reading of an item as an entry of a section; a function, so that the section's type is checked. */
export function readAs<Section extends EntrySection>(
  section: Section,
  entry: EntryOf<Section>,
  more: Pick<ItemReading, "standIns" | "header" | "shown"> = {},
): ItemReading {
  return { section, entry, ...more };
}

/** The format's own data of an item: what stood blank, and what its reader adds. */
export function nativeOf(
  node: Pick<WireNode<WireTypeName>, "blanks" | "oddities">,
  start: ItemStart,
  more: NativeData = {},
): { supplierData?: { [format: string]: Json } } {
  return nativeData({ ...start.native, ...node.oddities, blank: [...node.blanks], ...more });
}
