import type { AnyEntry, EntryId, EntrySection, PatientRecord } from "@gp2gp/core";
import { entrySections } from "@gp2gp/core";

export interface IndexedEntry<Section extends EntrySection = EntrySection> {
  readonly section: Section;
  readonly index: number;
  readonly entry: PatientRecord[Section][number];
}

/** The entries of a record by id and by the entry they stand in, made once. */
export class RecordIndex {
  readonly record: PatientRecord;
  readonly #byId = new Map<EntryId, IndexedEntry>();
  readonly #composites = new Map<EntryId, IndexedEntry>();
  readonly #children = new Map<EntryId, IndexedEntry[]>();

  constructor(record: PatientRecord) {
    this.record = record;
    for (const indexed of this.all()) {
      if (!this.#byId.has(indexed.entry.id)) this.#byId.set(indexed.entry.id, indexed);
      const values = "components" in indexed.entry ? (indexed.entry.components ?? []) : [];
      for (const { id } of values) this.#composites.set(id, indexed);
    }
    for (const indexed of this.all()) {
      const parent = this.parentOf(indexed.entry) ?? "";
      const siblings = this.#children.get(parent);
      if (siblings) siblings.push(indexed);
      else this.#children.set(parent, [indexed]);
    }
    for (const siblings of this.#children.values())
      siblings.sort((left, right) => left.entry.order - right.entry.order);
  }

  *all(): Iterable<IndexedEntry> {
    for (const section of entrySections) {
      for (const [index, entry] of this.record[section].entries())
        yield { section, index, entry } as IndexedEntry;
    }
  }

  find(id: EntryId | undefined): IndexedEntry | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  /** The composite that a value with this id belongs to. */
  findComposite(id: EntryId): IndexedEntry | undefined {
    return this.#composites.get(id);
  }

  /** The entry it stands in, where that is in the record. */
  parentOf(entry: AnyEntry): EntryId | undefined {
    if (entry.within !== undefined && this.#byId.has(entry.within)) return entry.within;
    const { consultation } = entry;
    return consultation !== undefined && this.#byId.has(consultation) ? consultation : undefined;
  }

  /** What stands in an entry, in order; without an id, what stands in none. */
  children(id?: EntryId): readonly IndexedEntry[] {
    return this.#children.get(id ?? "") ?? [];
  }
}
