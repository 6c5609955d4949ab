import { dateFromParts, partsOfDate } from "@gp2gp/core";
import type { PartialDateTime } from "@gp2gp/core";

/** A time of the manifest, `20110930_0200`, as the record has it; undefined when it is none. */
export function dateFromManifest(cell: string | undefined): PartialDateTime | undefined {
  const [, year, month, day, hour, minute] =
    /^(\d{4})(\d{2})(\d{2})_(\d{2})(\d{2})$/.exec(cell ?? "") ?? [];
  if (year === undefined) return undefined;
  const date = dateFromParts({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
  });
  return partsOfDate(date) ? date : undefined;
}

/** A time as the manifest and the folder of an extract have it; undefined where less than the minute is known. */
export function dateToManifest(date: PartialDateTime): string | undefined {
  const parts = partsOfDate(date);
  if (parts?.minute === undefined) return undefined;
  const [day = "", time = ""] = date.split("T");
  return `${day.replaceAll("-", "")}_${time.slice(0, 5).replace(":", "")}`;
}
