import { readDateTime } from "../values/date-time.ts";
import type { CompositionComponent, IVL_TS } from "@gp2gp/hl7v3";

/** From the earliest to the latest time of a folder's compositions, as far as they say any. */
export function folderTime(compositions: readonly CompositionComponent[]): IVL_TS {
  let low: string | undefined;
  let high: string | undefined;
  for (const { ehrComposition } of compositions) {
    const time = ehrComposition?.effectiveTime;
    for (const value of [time?.value, time?.center?.value, time?.low?.value, time?.high?.value]) {
      if (value === undefined || readDateTime(value) === undefined) continue;
      if (low === undefined || value < low) low = value;
      if (high === undefined || value > high) high = value;
    }
  }
  if (low === undefined || high === undefined) return { center: { nullFlavor: "NI" } };
  return { low: { value: low }, high: { value: high } };
}
