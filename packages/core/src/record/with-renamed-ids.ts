import type { EntryId } from "./entry.ts";

/** A copy with every string that is a renamed id replaced; the same value where there is none. */
export function withRenamedIds<Value>(value: Value, renamed: ReadonlyMap<EntryId, EntryId>): Value {
  return renamed.size === 0 ? value : (renameIn(value, renamed) as Value);
}

function renameIn(value: unknown, renamed: ReadonlyMap<EntryId, EntryId>): unknown {
  if (typeof value === "string") return renamed.get(value) ?? value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => renameIn(item, renamed));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  let copy: Record<string, unknown> | undefined;
  for (const [key, item] of Object.entries(value)) {
    const one = renameIn(item, renamed);
    if (one !== item) (copy ??= { ...value })[key] = one;
  }
  return copy ?? value;
}
