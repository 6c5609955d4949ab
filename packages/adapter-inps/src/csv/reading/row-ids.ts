import type { Identifier } from "@gp2gp/core";
import type { RowReading } from "@gp2gp/tabular";
import { inpsSystems } from "../inps-systems.ts";
import { bareKey } from "../wire/row-keys.ts";

/** The tables whose rows name entries. */
export type KeyedTable = "encounter" | "journal" | "referral" | "practice" | "staff";

/** The id of what a row names, and the key as an identifier where it is another than the id. */
export function idAndIdentifiers(
  table: KeyedTable,
  key: string,
  reading: RowReading,
): { readonly id: string; readonly identifiers: Identifier[] } {
  const bare = bareKey(key);
  const id = reading.idOf(table, bare);
  if (key === "" || id === bare) return { id, identifiers: [] };
  return { id, identifiers: [{ system: inpsSystems[table], value: key }] };
}
