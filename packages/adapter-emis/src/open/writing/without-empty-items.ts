/**
 * A value without list items that hold no fact at all, such as a restriction without a code: text could
 * not say that they were there. The same object where there are none.
 */
export function withoutEmptyItems<Value>(value: Value): Value {
  return prune(value) as Value;
}

function prune(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = value.filter(holdsFact).map(prune);
    const same = items.length === value.length && items.every((item, at) => item === value[at]);
    return same ? value : items;
  }
  let changed: Record<string, unknown> | undefined;
  for (const [key, member] of Object.entries(value)) {
    const kept = prune(member);
    if (kept === member) continue;
    changed ??= { ...value };
    changed[key] = kept;
  }
  return changed ?? value;
}

function holdsFact(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).some(holdsFact);
}
