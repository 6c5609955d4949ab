import { entrySections } from "@gp2gp/core";
import type { AnyEntry, EntryOf, EntrySection, PatientRecord } from "@gp2gp/core";

/** An entry and where it stands in its record. */
export interface PlacedEntry<Section extends EntrySection = EntrySection> {
  readonly section: Section;
  readonly index: number;
  readonly entry: EntryOf<Section>;
}

/**
 * The entries of a record in the order people read them: each consultation followed by what stands in
 * it, siblings by their order, each followed by what stands within it; then what stands in none.
 * Written in that order, rows read back in it.
 */
export function inReadingOrder(
  record: PatientRecord,
  withheld: ReadonlySet<string>,
): readonly PlacedEntry[] {
  const all = entrySections.flatMap((section) =>
    [...record[section].entries()].flatMap(([index, entry]) =>
      withheld.has(entry.id) ? [] : [{ section, index, entry }],
    ),
  );
  const ids = new Set(all.map(({ entry }) => entry.id));
  const children = new Map<string, PlacedEntry[]>();
  for (const placed of all) {
    const parent = parentOf(placed, ids);
    const siblings = children.get(parent);
    if (siblings) siblings.push(placed);
    else children.set(parent, [placed]);
  }
  for (const siblings of children.values())
    siblings.sort((left, right) => left.entry.order - right.entry.order);
  const ordered = new Set<PlacedEntry>();
  const visit = (roots: readonly PlacedEntry[]): void => {
    const waiting = roots.toReversed();
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (ordered.has(next)) continue;
      ordered.add(next);
      waiting.push(...(children.get(next.entry.id) ?? []).toReversed());
    }
  };
  const roots = children.get("") ?? [];
  visit(roots.filter(({ section }) => section === "consultations"));
  visit(roots);
  // Entries that stand in one another have no place of their own.
  visit(all);
  return [...ordered];
}

/** What an entry stands in: a group or entry, else its consultation. */
function parentOf({ entry }: PlacedEntry, ids: ReadonlySet<string>): string {
  return (
    [entry.within, entry.consultation].find(
      (id) => id !== undefined && id !== entry.id && ids.has(id),
    ) ?? ""
  );
}

/** What is shown beside one another in a record: entries by what they stand in, problems left out. */
export function siblingsOf(
  entries: readonly (readonly [EntrySection, AnyEntry])[],
): Map<string, AnyEntry[]> {
  const siblings = new Map<string, AnyEntry[]>();
  for (const [section, entry] of entries) {
    const parent = entry.within ?? entry.consultation;
    if (section === "problems" || parent === undefined) continue;
    const known = siblings.get(parent);
    if (known) known.push(entry);
    else siblings.set(parent, [entry]);
  }
  return siblings;
}
