import { partsOfDate } from "@gp2gp/core";
import type { PartialDateTime } from "@gp2gp/core";
import type { Lexical, Version } from "./field.ts";

const midnight = "T00:00:00";

/**
 * A date or time of the format as the record has it. The format has no dates without time: midnight to
 * the second and without zone says that the time is not known. Undefined when it is no date.
 */
export function dateFromWire(
  text: string,
  lexical: "date" | "dateTime",
): PartialDateTime | undefined {
  const trimmed = text.trim();
  const parts = partsOfDate(trimmed);
  if (parts?.day === undefined) return undefined;
  return lexical === "dateTime" && trimmed.endsWith(midnight)
    ? trimmed.slice(0, -midnight.length)
    : trimmed;
}

/** A date of the record as the format writes it, when it can hold it exactly. */
export function dateToWire(
  date: PartialDateTime,
  lexical: "date" | "dateTime",
  version: Version,
): string | undefined {
  const parts = partsOfDate(date);
  if (parts?.day === undefined) return undefined;
  if (lexical === "date")
    return parts.hour === undefined || version === "client-integration" ? date : undefined;
  if (parts.hour === undefined) return `${date}${midnight}`;
  if (date.endsWith(midnight)) return undefined;
  if (version === "client-integration") return date;
  return parts.second === undefined || parts.second > 59 ? undefined : date;
}

/**
 * The nearest time of the format for a date of the record: what it shows beside the date as recorded,
 * which is carried as text. Undefined when less than the day is known.
 */
export function nearestDateTime(date: PartialDateTime): string | undefined {
  const parts = partsOfDate(date);
  if (parts?.day === undefined) return undefined;
  if (parts.hour === undefined) return `${date}${midnight}`;
  const [, day = "", time = "", zone = ""] = /^(.{10})T([\d:.]+)(.*)$/.exec(date) ?? [];
  const full =
    parts.minute === undefined ? `${time}:00:00` : parts.second === undefined ? `${time}:00` : time;
  return `${day}T${full.replace(/:60(\.\d+)?$/, ":59")}${zone}`;
}

/** Whether text has the form a version demands. */
export function hasForm(text: string, lexical: Lexical, version: Version): boolean {
  switch (lexical) {
    case "string":
      return true;
    case "decimal":
      return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text);
    case "integer":
      return /^[+-]?\d+$/.test(text);
    case "date":
      return (
        partsOfDate(text)?.day !== undefined &&
        (version === "client-integration" || !text.includes("T"))
      );
    case "dateTime": {
      const parts = partsOfDate(text);
      if (version === "client-integration") return parts?.day !== undefined;
      return parts?.second !== undefined && parts.second < 60;
    }
  }
}

/** Whether text that was read has the form of its field; leading and trailing white space is no part of a form. */
export function isReadable(text: string, lexical: Lexical): boolean {
  return hasForm(text.trim(), lexical, "client-integration");
}
