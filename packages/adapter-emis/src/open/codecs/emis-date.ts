import { dateFromParts, partsOfDate } from "@gp2gp/core";
import type { PartialDateTime } from "@gp2gp/core";

/** A date of EMIS: `dd/MM/yyyy`, how much of it counts (DatePart), and the time where it stands apart. */
export interface EmisDate {
  readonly date?: string | undefined;
  /** 0 day, 1 month, 2 year, 3 not known, 4 day and time. */
  readonly part?: string | undefined;
  readonly time?: string | undefined;
}

export type ReadDate =
  | { readonly state: "known"; readonly at: PartialDateTime }
  | { readonly state: "unknown" }
  | { readonly state: "missing" }
  | { readonly state: "malformed" };

const datePattern = /^(?:(?:(\d{1,2})\/)?(\d{1,2})\/)?(\d{4})$/;
const timePattern = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const midnight = "00:00:00";

/**
 * The date an entry is assigned to. Midnight without DatePart 4 is EMIS's way to say that no time was
 * recorded, so no time is read there.
 */
export function readEmisDate({ date, part, time }: EmisDate): ReadDate {
  if (part === "3") return { state: "unknown" };
  const text = date?.trim() ?? "";
  if (text === "") return { state: "missing" };
  const [day = "", ownTime, ...more] = text.split(/\s+/);
  const match = datePattern.exec(day);
  if (!match || more.length > 0) return { state: "malformed" };
  const [, dayOfMonth, month, year] = match;
  const parts = {
    year: Number(year),
    ...(month !== undefined && part !== "2" && { month: Number(month) }),
    ...(dayOfMonth !== undefined && part !== "2" && part !== "1" && { day: Number(dayOfMonth) }),
  };
  const wholeDay = "day" in parts;
  const clock = timeParts(ownTime ?? time);
  if (clock === "malformed") return { state: "malformed" };
  const timed = wholeDay && clock && (ownTime !== undefined || part === "4" || time !== midnight);
  const at = dateFromParts({ ...parts, ...(timed && clock) });
  return partsOfDate(at) ? { state: "known", at } : { state: "malformed" };
}

function timeParts(
  time: string | undefined,
): { hour: number; minute: number; second?: number } | "malformed" | undefined {
  const text = time?.trim() ?? "";
  if (text === "") return undefined;
  const match = timePattern.exec(text);
  if (!match) return "malformed";
  return {
    hour: Number(match[1]),
    minute: Number(match[2]),
    ...(match[3] !== undefined && { second: Number(match[3]) }),
  };
}

export interface WrittenDate {
  readonly date: string;
  readonly part: string;
  readonly time?: string;
  /** False where EMIS cannot say all of it: a zone, a fraction of a second, an hour without minutes. */
  readonly exact: boolean;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** A partial date as EMIS writes it. Days and months that are not known stand as 01, which DatePart says. */
export function writeEmisDate(at: PartialDateTime): WrittenDate {
  const parts = partsOfDate(at);
  if (!parts) return { date: "", part: "3", exact: false };
  const { year, month, day, hour, minute, second, fraction, zone } = parts;
  const date = `${two(day ?? 1)}/${two(month ?? 1)}/${String(year).padStart(4, "0")}`;
  if (month === undefined) return { date, part: "2", exact: true };
  if (day === undefined) return { date, part: "1", exact: true };
  if (hour === undefined || minute === undefined)
    return { date, part: "0", exact: hour === undefined };
  const time = `${two(hour)}:${two(minute)}${second === undefined ? "" : `:${two(second)}`}`;
  return { date, part: "4", time, exact: fraction === undefined && zone === undefined };
}

/** A date in one element without DatePart: `dd/MM/yyyy`, `dd/MM/yyyy HH:mm:ss`, also `MM/yyyy` and `yyyy`. */
export function readPlainDate(text: string): PartialDateTime | undefined {
  const read = readEmisDate({ date: text });
  return read.state === "known" ? read.at : undefined;
}

export function writePlainDate(at: PartialDateTime): {
  readonly text: string;
  readonly exact: boolean;
} {
  const { date, part, time, exact } = writeEmisDate(at);
  const text = part === "2" ? date.slice(6) : part === "1" ? date.slice(3) : date;
  return { text: time === undefined ? text : `${text} ${time}`, exact };
}

/** `xs:dateTime`, which needs date and time to the second. */
export function readSchemaDate(text: string): PartialDateTime | undefined {
  const trimmed = text.trim();
  return partsOfDate(trimmed) ? trimmed : undefined;
}

export function writeSchemaDate(at: PartialDateTime): string | undefined {
  return partsOfDate(at)?.second === undefined ? undefined : at;
}
