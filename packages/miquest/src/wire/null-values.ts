import { dateAttributes, reference } from "./attributes.ts";
import { nullDate } from "./day.ts";

/** How an id that is not known is written. */
export const nullId = "Invalid Id";

/** Whether a cell says that there is no value. That an id is not known is kept, but for the one that says whose the row is. */
export function isNull(cell: string, column: string): boolean {
  return dateAttributes.has(column) ? cell === nullDate : column === reference && cell === nullId;
}
