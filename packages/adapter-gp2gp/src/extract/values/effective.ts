import type { Effective, Period } from "@gp2gp/core";
import type { IVL_TS } from "@gp2gp/hl7v3";
import { readAbsence, writeAbsence } from "./absence.ts";
import { readDateTime, writeDateTime } from "./date-time.ts";
import { readQuantity, writeQuantity } from "./quantity.ts";

/**
 * When something was, as an interval says it. Systems write a point in time as `center` (EMIS Web
 * knows no other form), and `center` without information (`NI`) where there is nothing to say: that
 * is read as no effective time.
 */
export function readEffective(time: IVL_TS | undefined): Effective | undefined {
  if (!time) return undefined;
  const period = readPeriod(time);
  if (period) return { kind: "period", ...period };
  const point = readDateTime(time.center?.value) ?? readDateTime(time.value);
  if (point !== undefined) return { kind: "point", at: point };
  const reason = readAbsence(time.center?.nullFlavor ?? time.nullFlavor);
  return reason === undefined || reason === "NI" ? undefined : { kind: "absent", reason };
}

/** The bounds of an interval; undefined where it has none that can be read. */
export function readPeriod(time: IVL_TS | undefined): Period | undefined {
  const start = readDateTime(time?.low?.value);
  const end = readDateTime(time?.high?.value);
  const startAbsent = start === undefined ? readAbsence(time?.low?.nullFlavor) : undefined;
  const endAbsent = end === undefined ? readAbsence(time?.high?.nullFlavor) : undefined;
  const width = time?.center === undefined ? readQuantity(time?.width) : undefined;
  if (
    start === undefined &&
    end === undefined &&
    startAbsent === undefined &&
    endAbsent === undefined &&
    width === undefined
  )
    return undefined;
  return {
    ...(start !== undefined && { start }),
    ...(startAbsent !== undefined && { startAbsent }),
    ...(end !== undefined && { end }),
    ...(endAbsent !== undefined && { endAbsent }),
    ...(width !== undefined && { width }),
  };
}

/** The interval for an effective time; without one, the `center` without information. */
export function writeEffective(effective: Effective | undefined): IVL_TS {
  switch (effective?.kind) {
    case "centre":
    case "point":
      return { center: { value: writeDateTime(effective.at) } };
    case "period":
      return writePeriod(effective) ?? { center: { nullFlavor: "NI" } };
    case "absent":
      return { center: { nullFlavor: writeAbsence(effective.reason) ?? "NI" } };
    case undefined:
      return { center: { nullFlavor: "NI" } };
  }
}

/** The interval for a period; undefined where it says nothing an interval can hold. */
export function writePeriod(period: Period | undefined): IVL_TS | undefined {
  if (!period) return undefined;
  const low = bound(period.start, period.startAbsent);
  const high = bound(period.end, period.endAbsent);
  // The schema allows a width with one bound at most.
  const width = low && high ? undefined : writeQuantity(period.width);
  if (!low && !high && !width) return undefined;
  return { ...(low && { low }), ...(width && { width }), ...(high && { high }) };
}

function bound(
  date: Period["start"],
  absent: Period["startAbsent"],
): { value: string } | { nullFlavor: string } | undefined {
  const value = writeDateTime(date);
  if (value !== undefined) return { value };
  const nullFlavor = writeAbsence(absent);
  return nullFlavor === undefined ? undefined : { nullFlavor };
}
