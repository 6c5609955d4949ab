import { dateFromParts, partsOfDate } from "@gp2gp/core";
import type { DateParts, PartialDateTime } from "@gp2gp/core";

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const pattern = /^(\d{1,2}) ([A-Za-z]{3}) (\d{4})(?: (\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * A date of the extract, `29 Sep 2011 14:53:28`, as the record has it. There are no dates without a time:
 * midnight says that the time is not known. Undefined when it is no date.
 */
export function dateFromCell(cell: string): PartialDateTime | undefined {
  const [, day, name = "", year, hour, minute, second] = pattern.exec(cell.trim()) ?? [];
  const month = months.findIndex((known) => known.toLowerCase() === name.toLowerCase()) + 1;
  if (month === 0) return undefined;
  const isMidnight = Number(hour ?? 0) + Number(minute ?? 0) + Number(second ?? 0) === 0;
  const parts: DateParts = {
    year: Number(year),
    month,
    day: Number(day),
    ...(!isMidnight && { hour: Number(hour), minute: Number(minute) }),
    ...(!isMidnight && second !== undefined && { second: Number(second) }),
  };
  const date = dateFromParts(parts);
  return partsOfDate(date) ? date : undefined;
}

/**
 * The cell that shows a date of the record: to the second, or to the minute in the columns that stop there.
 * Undefined where less than the day is known. What it does not hold exactly reads back as another date:
 * a time without seconds gets none but zero, one with a time zone is shown as its day.
 */
export function dateToCell(
  date: PartialDateTime,
  precision: "second" | "minute" = "second",
): string | undefined {
  const parts = partsOfDate(date);
  const { year, month, day, hour, minute, zone } = parts ?? {};
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const isTimed = zone === undefined && hour !== undefined && minute !== undefined;
  const seconds = Math.min(parts?.second ?? 0, 59);
  const time = (isTimed ? [hour, minute, seconds] : [0, 0, 0])
    .slice(0, precision === "minute" ? 2 : 3)
    .map(twoDigits)
    .join(":");
  return `${twoDigits(day)} ${months[month - 1] ?? ""} ${String(year).padStart(4, "0")} ${time}`;
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** The two forms of a boolean in the extract, in any case: `TRUE` and `1`; undefined for neither. */
export function flagFromCell(cell: string | undefined): boolean | undefined {
  switch (cell?.toUpperCase()) {
    case "TRUE":
    case "1":
      return true;
    case "FALSE":
    case "0":
      return false;
    default:
      return undefined;
  }
}

/** What a reference names; undefined where it names nothing. */
export function referenceIn(cell: string | undefined): string | undefined {
  return cell === undefined || cell === "-1" ? undefined : cell;
}
