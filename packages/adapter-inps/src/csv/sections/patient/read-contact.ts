import type { Address, Telecom } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { addressColumns } from "./write-contact.ts";

/** The address in a row: by its lines, else the whole of it in one. */
export function readAddresses({ cells }: Row): Address[] | undefined {
  const { ADDRESS, POSTCODE } = cells;
  const named = addressColumns.flatMap((column) => cells[column] ?? []);
  const lines = named.length > 0 || ADDRESS === undefined ? named : [ADDRESS];
  if (lines.length === 0 && POSTCODE === undefined) return undefined;
  return [
    {
      ...(lines.length > 0 && { lines }),
      ...(POSTCODE !== undefined && { postcode: POSTCODE }),
    },
  ];
}

/** Numbers and addresses to reach someone by, each in a column of its own. */
export function readTelecoms(
  { cells }: Row,
  columns: readonly (readonly [column: string, kind: NonNullable<Telecom["kind"]>])[],
): Telecom[] | undefined {
  const telecoms = columns.flatMap(([column, kind]) => {
    const value = cells[column];
    return value === undefined ? [] : [{ value, kind }];
  });
  return telecoms.length === 0 ? undefined : telecoms;
}
