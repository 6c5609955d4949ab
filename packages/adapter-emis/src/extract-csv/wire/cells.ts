import { dateFromParts, decimalSchema, partsOfDate } from "@gp2gp/core";

/** What a cell says, or two that belong together. */
export type CellValue<Value> =
  | { readonly state: "known"; readonly value: Value }
  | { readonly state: "unknown" | "missing" | "malformed" };

const missing = { state: "missing" } as const;
const malformed = { state: "malformed" } as const;
const known = <Value>(value: Value) => ({ state: "known", value }) as const;

const dateAndTime = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?)?$/;

/**
 * A date with the column that says how much of it is known: `U` nothing, `Y`, `YM`, `YMD`; `YMDT` says that
 * a time of day is known too, which the date does not have.
 */
export function readPartialDate(
  date: string | undefined,
  precision: string | undefined,
): CellValue<string> {
  const fine = precision?.trim().toUpperCase() ?? "";
  if (fine === "U") return { state: "unknown" };
  if (date === undefined) return missing;
  const whole = readDateTime(date);
  if (whole.state !== "known") return whole;
  const { value } = whole;
  switch (fine) {
    case "Y":
      return known(value.slice(0, 4));
    case "YM":
      return known(value.slice(0, 7));
    case "":
    case "YMD":
      return known(value.slice(0, 10));
    case "YMDT":
      return whole;
    default:
      return malformed;
  }
}

export interface PartialDateCells {
  readonly date: string;
  readonly precision: "Y" | "YM" | "YMD" | "YMDT";
}

/** The cells of a partial date: filled up with ones, as the extract has it; a time of day is only said to be known. */
export function writePartialDate(at: string): PartialDateCells | undefined {
  const parts = partsOfDate(at);
  if (!parts) return undefined;
  const { year, month, day, hour } = parts;
  const date = dateFromParts({ year, month: month ?? 1, day: day ?? 1 });
  if (month === undefined) return { date, precision: "Y" };
  if (day === undefined) return { date, precision: "YM" };
  return { date, precision: hour === undefined ? "YMD" : "YMDT" };
}

/** A date in a column of its own, or a date and time; midnight is how the extract fills up a day. */
export function readDateTime(cell: string | undefined): CellValue<string> {
  if (cell === undefined) return missing;
  const [, day, time] = dateAndTime.exec(cell.trim()) ?? [];
  if (day === undefined) return malformed;
  const value = time === undefined || time === "00:00:00" ? day : `${day}T${time}`;
  return partsOfDate(value) ? known(value) : malformed;
}

/** A day as a cell; undefined for what is less or more than a day. */
export function writeDate(at: string | undefined): string | undefined {
  const parts = at === undefined ? undefined : partsOfDate(at);
  return parts?.day !== undefined && parts.hour === undefined ? at : undefined;
}

/** A day or a moment as a cell of both; undefined for what is less than a day, and for a time that is not whole or has a zone. */
export function writeDateTime(at: string | undefined): string | undefined {
  const day = writeDate(at);
  if (day !== undefined) return `${day} 00:00:00`;
  const match = /^(.{10})T(\d{2}:\d{2}:\d{2})$/.exec(at ?? "");
  return match && match[2] !== "00:00:00" ? `${match[1]} ${match[2]}` : undefined;
}

/** A moment in two columns; the time of day may be missing. */
export function readMoment(date: string | undefined, time: string | undefined): CellValue<string> {
  const day = readDateTime(date);
  if (day.state !== "known" || time === undefined) return day;
  const clock = time.trim();
  const value = `${day.value.slice(0, 10)}T${clock}`;
  return /^\d{2}:\d{2}(:\d{2})?$/.test(clock) && partsOfDate(value) ? known(value) : malformed;
}

/** The columns of a moment, as much of it as they can say; nothing of what is less than a day. */
export function writeMoment(at: string | undefined): { date?: string; time?: string } {
  const parts = at === undefined ? undefined : partsOfDate(at);
  if (at === undefined || parts?.day === undefined) return {};
  const date = at.slice(0, 10);
  return parts.second === undefined ? { date } : { date, time: at.slice(11, 19) };
}

/** True and false in any case, as the versions of the extract write them. */
export function readBoolean(cell: string | undefined): CellValue<boolean> {
  switch (cell?.trim().toLowerCase()) {
    case undefined:
      return missing;
    case "true":
    case "1":
      return known(true);
    case "false":
    case "0":
      return known(false);
    default:
      return malformed;
  }
}

/** Whether a cell says that it is so. */
export function isTrue(cell: string | undefined): boolean {
  const read = readBoolean(cell);
  return read.state === "known" && read.value;
}

/** A number as its text. */
export function readDecimal(cell: string | undefined): CellValue<string> {
  if (cell === undefined) return missing;
  return decimalSchema.safeParse(cell).success ? known(cell) : malformed;
}

/** A number a column of decimals holds: digits with a point, no exponent. */
export function writeDecimal(value: string | undefined): string | undefined {
  return value !== undefined && /^-?\d+(\.\d+)?$/.test(value) ? value : undefined;
}

/** A whole number a column holds. */
export function writeWhole(value: string | undefined): string | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? value : undefined;
}
