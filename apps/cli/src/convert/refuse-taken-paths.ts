import { lstat } from "node:fs/promises";
import type { SupplierAdapterV1 } from "@gp2gp/core";
import { UsageError } from "../usage-error.ts";
import type { ConvertOptions } from "./convert-options.ts";

/** Refuses paths that are taken before any work is done for them. A folder may be there: many patients go into it. */
export async function refuseTakenPaths(
  { out, report, overwrite }: ConvertOptions,
  { format }: SupplierAdapterV1,
): Promise<void> {
  if (overwrite) return;
  const taken = await lstat(out).catch(() => undefined);
  if (taken && (!taken.isDirectory() || format.extension === undefined))
    throw new UsageError(
      "There is already something at --out. Name another path, or say --overwrite.",
    );
  if (report !== undefined && (await lstat(report).catch(() => undefined)))
    throw new UsageError(
      "There is already something at --report. Name another path, or say --overwrite.",
    );
}
