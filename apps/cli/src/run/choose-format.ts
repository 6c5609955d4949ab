import type { SupplierAdapterV1 } from "@gp2gp/core";
import type { FormatRegistry } from "@gp2gp/files";
import { UsageError } from "../usage-error.ts";
import { nearest } from "./nearest.ts";

/** The adapter of a format the caller named, or a UsageError that says which there are. */
export function chooseFormat(registry: FormatRegistry, format: string): SupplierAdapterV1 {
  const adapter = registry.get(format);
  if (adapter) return adapter;
  const known = registry.adapters.map(({ id }) => id);
  throw new UsageError(`There is no format ${format}.${suggestion(format, known)}`);
}

/** ` Did you mean X?` where something is near, then what there is. */
export function suggestion(given: string, known: readonly string[]): string {
  const near = nearest(given, known);
  const asked = near === undefined ? "" : ` Did you mean ${near}?`;
  return `${asked} There are: ${known.join(", ")}.`;
}
