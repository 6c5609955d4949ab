import type { Address, Telecom } from "@gp2gp/core";
import type { RowDraft, RowWriting } from "@gp2gp/tabular";

export const addressColumns = [
  "ADDRESS_1",
  "ADDRESS_2",
  "ADDRESS_3",
  "ADDRESS_4",
  "ADDRESS_5",
] as const;

/** Writes the first address, whole and by its lines. */
export function writeAddress(
  row: RowDraft,
  addresses: readonly Address[] | undefined,
  writing: RowWriting,
): void {
  const [address] = addresses ?? [];
  if (!address) return;
  const lines = linesOf(address);
  writing.set(row, "POSTCODE", address.postcode);
  writing.set(row, "ADDRESS", lines.join(", "));
  const last = addressColumns.length - 1;
  for (const [at, column] of addressColumns.entries())
    writing.set(row, column, at < last ? lines[at] : lines.slice(last).join(", "));
}

function linesOf({ lines, houseName, houseNumber, street, ...place }: Address): string[] {
  const road = [houseNumber, street].filter((part) => part !== undefined).join(" ");
  const parts = [houseName, road, place.locality, place.town, place.county, place.country];
  return [...(lines ?? []), ...parts.flatMap((part) => part || [])];
}

/** Writes the first number or address of each kind. */
export function writeTelecoms(
  row: RowDraft,
  telecoms: readonly Telecom[] | undefined,
  columns: readonly (readonly [column: string, kind: NonNullable<Telecom["kind"]>])[],
  writing: RowWriting,
): void {
  for (const [column, kind] of columns)
    writing.set(row, column, telecoms?.find((telecom) => telecom.kind === kind)?.value);
}
