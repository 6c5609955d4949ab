import type { AnyEntry, Json } from "@gp2gp/core";
import { formatId } from "../format.ts";

/** What the record has no place for of the statement of an entry: how the source wrote it beyond the plain form. */
export interface StatementHint {
  readonly component?: Json;
  /** The how-manieth use of its id in the source this was, where an id was used again. */
  readonly repeat?: number;
}

export function hintOf(
  entry: Pick<AnyEntry, "supplierData"> | undefined,
): StatementHint | undefined {
  const component = detailOf(entry, "component");
  const repeat = detailOf(entry, "repeat");
  if (component === undefined && repeat === undefined) return undefined;
  return {
    ...(component !== undefined && { component }),
    ...(typeof repeat === "number" && { repeat }),
  };
}

/** One member of what this format keeps with an entry. */
export function detailOf(
  entry: Pick<AnyEntry, "supplierData"> | undefined,
  member: "component" | "repeat" | "part" | "composition",
): Json | undefined {
  const data = entry?.supplierData?.[formatId];
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  return (data as Readonly<Record<string, Json>>)[member];
}

/** From what the entry id of a statement is made whose own id was used before. */
export const repeatSeed = (id: string, repeat: number): string =>
  `gp2gp-ehr-extract:repeat:${id}:${repeat}`;
