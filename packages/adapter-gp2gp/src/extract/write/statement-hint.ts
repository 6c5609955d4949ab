import type { AnyEntry, EntryId, Json } from "@gp2gp/core";
import { formatId } from "../format.ts";

/** What the record has no place for of the statement of an entry: how the source wrote it beyond the plain form. */
export interface StatementHint {
  readonly component?: Json;
  /** The entries the statement stands for, in its order, where its own ids and the usual order do not tell. */
  readonly ids?: readonly EntryId[];
}

export function hintOf(
  entry: Pick<AnyEntry, "supplierData"> | undefined,
): StatementHint | undefined {
  const component = detailOf(entry, "component");
  const ids = idsOf(entry);
  if (component === undefined && ids === undefined) return undefined;
  return {
    ...(component !== undefined && { component }),
    ...(ids && { ids }),
  };
}

/** The entries that the part of a message stands for that this entry leads, where its own ids do not tell. */
export function idsOf(
  entry: Pick<AnyEntry, "supplierData"> | undefined,
): readonly EntryId[] | undefined {
  const ids = detailOf(entry, "ids");
  return Array.isArray(ids) && ids.every((id) => typeof id === "string") ? ids : undefined;
}

/** The folder of the message an entry stood in, from 0. */
export function folderOf(entry: Pick<AnyEntry, "supplierData">): number {
  const folder = detailOf(entry, "folder");
  return typeof folder === "number" && Number.isInteger(folder) && folder > 0 ? folder : 0;
}

/** One member of what this format keeps with an entry. */
export function detailOf(
  entry: Pick<AnyEntry, "supplierData"> | undefined,
  member: "component" | "ids" | "part" | "composition" | "referred" | "folder",
): Json | undefined {
  const data = entry?.supplierData?.[formatId];
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  return (data as Readonly<Record<string, Json>>)[member];
}
