import { partsOfDate } from "@gp2gp/core";
import { dateFromCell, dateToCell } from "../../wire/cells.ts";

/** The minutes from one date of the extract to another, where both have a time and it is whole minutes. */
export function minutesBetween(
  from: string | undefined,
  to: string | undefined,
): string | undefined {
  const [start, end] = [from, to].map(instantOf);
  if (start === undefined || end === undefined || end < start) return undefined;
  const minutes = (end - start) / 60_000;
  return Number.isInteger(minutes) ? String(minutes) : undefined;
}

/** The date of the extract that is so many minutes after another; undefined where that does not read back. */
export function minutesAfter(
  from: string | undefined,
  minutes: string | undefined,
): string | undefined {
  const start = instantOf(from);
  if (start === undefined || minutes === undefined || !/^\d{1,6}$/.test(minutes)) return undefined;
  const end = new Date(start + Number(minutes) * 60_000);
  const cell = dateToCell(end.toISOString().slice(0, 19));
  return minutesBetween(from, cell) === minutes ? cell : undefined;
}

/** A date with a time as a moment on one calendar; which one does not matter between two of the same. */
function instantOf(cell: string | undefined): number | undefined {
  const date = cell === undefined ? undefined : dateFromCell(cell);
  const parts = date === undefined ? undefined : partsOfDate(date);
  if (parts?.hour === undefined) return undefined;
  const { year, month = 1, day, hour, minute, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
