import { dateOfEffective } from "@gp2gp/core";
import type { Effective, Entry } from "@gp2gp/core";
import type { IVL_TS, TS } from "@gp2gp/hl7v3";
import { readDateTime, writeDateTime } from "./date-time.ts";
import { readEffective, writeEffective } from "./effective.ts";
import { addedMark } from "./local-system.ts";

/** When something was, and when it reached its system. */
export type Times = Pick<Entry, "effective" | "recorded">;

/**
 * The times of a statement. Real messages say when something was in `availabilityTime` and leave
 * `effectiveTime` without information, or say the same in both (gp2gp-messages 2.4: 1,526 times):
 * only an availability that differs from a stated effective time, or is marked, is when it was recorded.
 */
export function readTimes(
  effectiveTime: IVL_TS | undefined,
  availabilityTime: TS | undefined,
): Times {
  const effective = readEffective(effectiveTime);
  const available = readDateTime(availabilityTime?.value);
  const isRecorded = availabilityTime?.updateMode === addedMark;
  if (available === undefined || (available === dateOfEffective(effective) && !isRecorded))
    return effective ? { effective } : {};
  if (effective) return { effective, recorded: available };
  if (isRecordedOnly(effectiveTime)) return { recorded: available };
  const shown = { effective: { kind: "point" as const, at: available } };
  return isRecorded ? { ...shown, recorded: available } : shown;
}

/** An interval with no information as a whole says that only the time of recording is known. */
function isRecordedOnly(effectiveTime: IVL_TS | undefined): boolean {
  return effectiveTime?.nullFlavor === "NI";
}

/** The date a statement is shown with, which is what real messages put into `availabilityTime`. */
export function shownDate({ effective, recorded }: Times): string | undefined {
  return recorded ?? dateOfEffective(effective);
}

interface Written {
  readonly effectiveTime: IVL_TS;
  readonly availabilityTime: TS;
}

/** The two times of a statement of a class that has both. */
export function writeTimes(times: Times): Written {
  const availabilityTime = writeAvailability(shownDate(times));
  const isBoth =
    times.recorded !== undefined && times.recorded === dateOfEffective(times.effective);
  return {
    effectiveTime: writeEffectiveOf(times),
    availabilityTime: isBoth ? { ...availabilityTime, updateMode: addedMark } : availabilityTime,
  };
}

function writeEffectiveOf({ effective, recorded }: Times): IVL_TS {
  if (recorded === undefined && effective?.kind === "point")
    return { center: { nullFlavor: "NI" } };
  if (recorded !== undefined && effective === undefined) return { nullFlavor: "NI" };
  return writeEffective(effective);
}

/**
 * The times of a statement that began when something else is shown to have been, where its own beginning is not known:
 * receivers look for one.
 */
export function writeTimesFrom(times: Times, began: string | undefined): Written {
  const written = writeTimes(times);
  const value = writeDateTime(began);
  const isMarked = written.availabilityTime.updateMode !== undefined;
  if (value === undefined || isMarked || !isOpenBefore(times.effective, began)) return written;
  const low = { value, updateMode: addedMark };
  const { high } = written.effectiveTime;
  return {
    effectiveTime: { low, ...(high && { high }) },
    availabilityTime: times.recorded === undefined ? low : written.availabilityTime,
  };
}

/** Whether of a time nothing is known, or nothing but that it ended after a date. */
function isOpenBefore(effective: Effective | undefined, date = ""): boolean {
  if (effective?.kind !== "period") return effective === undefined;
  const { kind: _kind, end = "", ...others } = effective;
  return end >= date && Object.keys(others).length === 0;
}

/** A statement without the beginning that is not its own (`writeTimesFrom`). */
export function withOwnTimes<
  Timed extends { readonly [Key in keyof Written]?: Written[Key] | undefined },
>(timed: Timed): Timed {
  const { effectiveTime, availabilityTime } = timed;
  if (effectiveTime?.low?.updateMode !== addedMark) return timed;
  const { low: _low, ...rest } = effectiveTime;
  return {
    ...timed,
    effectiveTime: rest.high ? rest : { nullFlavor: "NI" },
    availabilityTime: availabilityTime?.updateMode === addedMark ? undefined : availabilityTime,
  };
}

/** The date of a statement of a class that has no effective time. */
export function writeShownDate({ effective, recorded }: Times): TS {
  const date = dateOfEffective(effective);
  const availabilityTime = writeAvailability(date);
  return date !== undefined && date === recorded
    ? { ...availabilityTime, updateMode: addedMark }
    : availabilityTime;
}

/** A time of availability; real messages say `UNK` where it is not known. */
export function writeAvailability(date: string | undefined): TS {
  const value = writeDateTime(date);
  return value === undefined ? { nullFlavor: "UNK" } : { value };
}
