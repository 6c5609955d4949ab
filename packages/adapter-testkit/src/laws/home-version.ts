import type { PatientRecord } from "@gp2gp/core";
import type { Bench } from "../kit/bench.ts";

/** The version a record came in, where the adapter can write it: to go home is to go home in that. */
export function homeVersion(
  bench: Bench,
  { extraction }: PatientRecord,
): { readonly formatVersion?: string } {
  const { formatVersion } = extraction;
  return extraction.format === bench.adapter.id &&
    formatVersion !== undefined &&
    bench.versions.includes(formatVersion)
    ? { formatVersion }
    : {};
}
