import type { EntryOf, Group, Immunisation } from "@gp2gp/core";
import type { PlacedEntry, RowDraft, RowWriting } from "@gp2gp/tabular";
import { writeDay } from "../../wire/cells.ts";
import { isImmunisationRow } from "./immunisation-row.ts";
import { compoundKey } from "./read-compound.ts";

/** Groups that are nothing but the name of a compound vaccine: they stand in the rows of what it is against. */
export class WrittenCompounds {
  readonly #writing: RowWriting;
  readonly #groups = new Map<string, PlacedEntry<"groups">>();
  readonly #placed = new Set<string>();

  constructor(writing: RowWriting) {
    this.#writing = writing;
    const entries = writing.entries();
    const members = new Map<string, PlacedEntry[]>();
    for (const placed of entries) {
      const { within } = placed.entry;
      if (within === undefined) continue;
      const known = members.get(within);
      if (known) known.push(placed);
      else members.set(within, [placed]);
    }
    const keys = new Set<string>();
    for (const placed of entries) {
      if (placed.section !== "groups") continue;
      const group = placed as PlacedEntry<"groups">;
      const key = keyOf(group.entry, members.get(group.entry.id) ?? []);
      if (key === undefined || keys.has(key)) continue;
      keys.add(key);
      this.#groups.set(group.entry.id, group);
    }
  }

  has(group: string): boolean {
    return this.#groups.has(group);
  }

  /** Writes the compound an immunisation is part of; the first of its rows is where the group stands. */
  write(row: RowDraft, { within }: Immunisation): void {
    const group = within === undefined ? undefined : this.#groups.get(within);
    if (!group) return;
    this.#writing.set(row, "IMMS_COMPOUND", group.entry.concept?.text);
    if (this.#placed.has(group.entry.id)) return;
    this.#placed.add(group.entry.id);
    this.#writing.place(group, { rows: [row] });
  }
}

/** What tells the compound from others; undefined for a group that is none, or whose rows would be read apart. */
function keyOf(group: Group, members: readonly PlacedEntry[]): string | undefined {
  const { kind, concept, consultation } = group;
  const isNamed = concept?.text !== undefined && concept.codings.length === 0;
  if (kind !== "cluster" || !isNamed || members.length === 0) return undefined;
  const keys = new Set(
    members.map(({ section, entry }) => {
      const { effective } = entry;
      const isRow =
        section === "immunisations" && isImmunisationRow(entry as EntryOf<"immunisations">);
      const isHere = isRow && entry.consultation === consultation && effective?.kind === "point";
      const day = isHere ? writeDay(effective.at) : undefined;
      return day && compoundKey(concept.text ?? "", day, consultation);
    }),
  );
  const [key] = keys;
  return keys.size === 1 ? key : undefined;
}
