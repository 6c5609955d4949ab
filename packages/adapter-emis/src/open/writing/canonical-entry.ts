/** Members of an entry that hold no facts. */
const notFacts = new Set(["source", "supplierData"]);

/**
 * An entry with its members in one order, so that what is written does not hang on the order in which
 * they were put together, and without list items that hold no fact at all, such as a restriction
 * without a code: text could not say that they were there.
 */
export function canonicalEntry<Entry extends object>(entry: Entry): Entry {
  const members: Record<string, unknown> = {};
  for (const [key, member] of sortedMembers(entry))
    members[key] = notFacts.has(key) ? member : canonical(member);
  return members as Entry;
}

function canonical(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.filter(holdsFact).map(canonical);
  const members: Record<string, unknown> = {};
  for (const [key, member] of sortedMembers(value)) members[key] = canonical(member);
  return members;
}

function sortedMembers(value: object): [string, unknown][] {
  return Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
}

function holdsFact(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).some(holdsFact);
}
