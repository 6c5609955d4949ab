import { dateFromParts, partsOfDate } from "@gp2gp/core";
import type { PartialDateTime } from "@gp2gp/core";

const TS = /^(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:\.(\d{1,9}))?([+-]\d{1,4})?$/;

/**
 * The date an HL7 `TS` text says, with its precision; undefined where it is none. A zone of one or
 * two digits is hours; `+00` is read as `Z`, `+0000` as `+00:00`.
 */
export function readDateTime(text: string | undefined): PartialDateTime | undefined {
  const match = text === undefined ? null : TS.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  if (fraction !== undefined && second === undefined) return undefined;
  if (zone !== undefined && hour === undefined) return undefined;
  let date = year ?? "";
  if (month !== undefined) date += `-${month}`;
  if (day !== undefined) date += `-${day}`;
  if (hour !== undefined) date += `T${hour}`;
  if (minute !== undefined) date += `:${minute}`;
  if (second !== undefined) date += `:${second}`;
  if (fraction !== undefined) date += `.${fraction}`;
  if (zone !== undefined) date += readZone(zone);
  return partsOfDate(date) === undefined ? undefined : date;
}

function readZone(zone: string): string {
  if (zone === "+00") return "Z";
  const digits =
    zone.length <= 3 ? `${zone.slice(1).padStart(2, "0")}00` : zone.slice(1).padStart(4, "0");
  return `${zone.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** The HL7 `TS` text of a date; undefined where the text is no date. */
export function writeDateTime(date: PartialDateTime | undefined): string | undefined {
  const parts = date === undefined ? undefined : partsOfDate(date);
  if (!parts) return undefined;
  const { zone, ...local } = parts;
  const text = dateFromParts(local).replaceAll(/[-T:]/g, "");
  if (zone === undefined) return text;
  return text + (zone === "Z" ? "+00" : zone.replace(":", ""));
}
