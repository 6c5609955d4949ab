import { entrySections } from "@gp2gp/core";
import type { AnyEntry, Link } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { isKey, markedKey } from "../wire/row-keys.ts";
import type { InpsWriting } from "./inps-writing.ts";

/** Relations that stand in LINKS of the entry that has them: to further encounters, and to what is not in the record. */
export class FurtherLinks {
  readonly #inps: InpsWriting;
  readonly #byEntry = new Map<string, PlacedEntry<"links">>();
  readonly #placed = new Set<string>();

  constructor(inps: InpsWriting) {
    this.#inps = inps;
    const { writing } = inps;
    const links = writing.entries().filter(({ section }) => section === "links");
    if (links.length === 0) return;
    const ids = new Set(
      entrySections.flatMap((section) => writing.record[section].map(({ id }) => id)),
    );
    for (const placed of links as readonly PlacedEntry<"links">[]) {
      const { kind, from, targets } = placed.entry;
      if (kind !== "related" || from === undefined || targets.length === 0) continue;
      const isHeld = targets.every((id) => inps.consultation(id) ?? (isKey(id) && !ids.has(id)));
      if (isHeld && !this.#byEntry.has(from)) this.#byEntry.set(from, placed);
    }
  }

  /** What LINKS says of the relation of an entry, which then stands in its row. */
  tokensOf(entry: AnyEntry, row: RowDraft): readonly string[] {
    const placed = this.#byEntry.get(entry.id);
    if (!placed || !isWritable(placed.entry, entry, this.#inps)) return [];
    this.#placed.add(placed.entry.id);
    this.#inps.writing.place(placed, { rows: [row] });
    return placed.entry.targets.map((id) => {
      const encounter = this.#inps.consultation(id);
      return encounter ? `E${this.#inps.keys.keyOf("encounter", encounter)}` : markedKey(id);
    });
  }

  isPlaced(link: string): boolean {
    return this.#placed.has(link);
  }
}

/** The first encounter in LINKS is the one an entry stands in: others need one before them. */
function isWritable({ targets }: Link, entry: AnyEntry, inps: InpsWriting): boolean {
  return (
    inps.consultation(entry.consultation) !== undefined ||
    targets.every((id) => inps.consultation(id) === undefined)
  );
}
