import { dateFromParts, partsOfDate } from "@gp2gp/core";

/** How a date that is not known is written. */
export const nullDate = "99999999";

/** The day in a date cell, yyyyMMdd; undefined where it names none. */
export function parseDay(cell: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(cell) ?? [];
  const text = `${year}-${month}-${day}`;
  return cell !== nullDate && partsOfDate(text) ? text : undefined;
}

/** The date cell of a date whose day is known; undefined for one that is coarser. */
export function serialiseDay(date: string | undefined): string | undefined {
  const parts = date === undefined ? undefined : partsOfDate(date);
  if (parts?.day === undefined) return undefined;
  const { year, month, day } = parts;
  const cell = dateFromParts({ year, ...(month !== undefined && { month }), day });
  const digits = cell.replaceAll("-", "");
  return digits === nullDate ? undefined : digits;
}

/** The date cell of a date with nothing finer than its day: without its time it would be another. */
export function dayAlone(date: string | undefined): string | undefined {
  return date?.includes("T") === true ? undefined : serialiseDay(date);
}

/** The time of day in a cell, HHmm, as `HH:mm`. */
export function parseTime(cell: string): string | undefined {
  const [, hour, minute] = /^([01]\d|2[0-3])([0-5]\d)$/.exec(cell) ?? [];
  return hour === undefined ? undefined : `${hour}:${minute}`;
}

/** The time cell of a date that is known to the minute and no finer, without a zone. */
export function serialiseTime(date: string | undefined): string | undefined {
  const [, hour, minute] = /T(\d{2}):(\d{2})$/.exec(date ?? "") ?? [];
  return hour === undefined ? undefined : `${hour}${minute}`;
}
