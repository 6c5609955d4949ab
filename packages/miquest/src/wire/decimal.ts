import { decimalSchema } from "@gp2gp/core";

/** Whether a cell is a number as the format writes them. */
export function isDecimal(cell: string): boolean {
  return decimalSchema.safeParse(cell).success;
}
