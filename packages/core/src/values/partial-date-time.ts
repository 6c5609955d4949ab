import { z } from "zod";

const PATTERN =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** The parts of a partial date, as far as they are known; digits kept as numbers, the fraction as its text. */
export interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly fraction?: string;
  /** `Z` or `+hh:mm`, exactly as given. */
  readonly zone?: string;
}

export type DatePrecision = "year" | "month" | "day" | "hour" | "minute" | "second" | "fraction";

/** Parses a partial date; undefined when the text is not one or names a day that does not exist. */
export function partsOfDate(text: string): DateParts | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const parts: DateParts = {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
    ...(hour !== undefined && { hour: Number(hour) }),
    ...(minute !== undefined && { minute: Number(minute) }),
    ...(second !== undefined && { second: Number(second) }),
    ...(fraction !== undefined && { fraction }),
    ...(zone !== undefined && { zone }),
  };
  return exists(parts) ? parts : undefined;
}

function exists({
  year,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
  zone,
}: DateParts): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return false;
  // ISO 8601 allows second 60 for a leap second.
  if (hour > 23 || minute > 59 || second > 60) return false;
  if (zone === undefined || zone === "Z") return true;
  return Number(zone.slice(1, 3)) <= 14 && Number(zone.slice(4, 6)) <= 59;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const pad = (value: number, width = 2): string => String(value).padStart(width, "0");

/** The text of a partial date from its parts, with no more precision than the parts have. */
export function dateFromParts(parts: DateParts): PartialDateTime {
  let text = pad(parts.year, 4);
  if (parts.month === undefined) return text;
  text += `-${pad(parts.month)}`;
  if (parts.day === undefined) return text;
  text += `-${pad(parts.day)}`;
  if (parts.hour === undefined) return text;
  text += `T${pad(parts.hour)}`;
  if (parts.minute !== undefined) text += `:${pad(parts.minute)}`;
  if (parts.second !== undefined) text += `:${pad(parts.second)}`;
  if (parts.fraction !== undefined) text += `.${parts.fraction}`;
  return text + (parts.zone ?? "");
}

/** How much of a partial date is known. */
export function precisionOf(date: PartialDateTime): DatePrecision {
  const parts = partsOfDate(date);
  if (parts?.month === undefined) return "year";
  if (parts.day === undefined) return "month";
  if (parts.hour === undefined) return "day";
  if (parts.minute === undefined) return "hour";
  if (parts.second === undefined) return "minute";
  return parts.fraction === undefined ? "second" : "fraction";
}

/** The day, month or year of a partial date: its text without the time of day and zone. */
export function dayOf(date: PartialDateTime): PartialDateTime {
  return date.split("T", 1)[0] ?? date;
}

/**
 * A date and time as far as it is known: `1999`, `1999-05`, `1999-05-12`, `1999-05-12T10:30`,
 * with or without seconds, fraction and zone. Never padded: `1999` is not `1999-01-01`.
 */
export const partialDateTimeSchema = z
  .string()
  .refine((text) => partsOfDate(text) !== undefined, "not a date that exists")
  .meta({
    id: "PartialDateAndTime",
    title: "Partial date and time",
    description:
      "A date and time as far as it is known, from a year alone to fractions of a second; zone only where the source gave one.",
    examples: ["1999", "1999-05", "1999-05-12T10:30:00+00:00"],
  });
export type PartialDateTime = z.infer<typeof partialDateTimeSchema>;
