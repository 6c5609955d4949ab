import type { Address } from "@gp2gp/core";
import type { Row, RowDraft } from "@gp2gp/tabular";
import { addressColumns } from "../wire/address-columns.ts";
import type { ExtractWriting } from "../writing/extract-writing.ts";

type AddressTable = keyof typeof addressColumns;

/** The parts of the address in a row; undefined where it has none. */
export function readAddress(table: AddressTable, { cells }: Row): Address | undefined {
  const parts = addressColumns[table].flatMap(([member, column]) => {
    const cell = cells[column];
    return cell === undefined ? [] : [[member, cell] as const];
  });
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

/** Writes the parts of an address; one of lines alone as they would stand on an envelope, so far as there are columns. */
export function writeAddress(
  table: AddressTable,
  row: RowDraft,
  address: Address | undefined,
  writing: ExtractWriting,
): void {
  if (!address) return;
  for (const [member, column] of addressColumns[table]) writing.put(row, column, address[member]);
}
