import type { EntryId } from "@gp2gp/core";
import { isUuid } from "../values/identifier.ts";

/**
 * The ids under which entries stand in a message: a UUID in upper case is its own, any other id gets
 * one made of it. What was made is remembered, so that references can be read back.
 */
export class WrittenIds {
  readonly #made = new Map<EntryId, string>();
  readonly #entries = new Map<string, EntryId>();
  readonly #newId: (seed: string) => string;

  constructor(newId: (seed: string) => string) {
    this.#newId = newId;
  }

  of(entryId: EntryId): string {
    if (isUuid(entryId)) return entryId.toUpperCase();
    const known = this.#made.get(entryId);
    if (known !== undefined) return known;
    const made = this.#newId(`gp2gp-ehr-extract:id:${entryId}`);
    this.#made.set(entryId, made);
    this.#entries.set(made, entryId);
    return made;
  }

  /** The entry that was written under an id. */
  entryOf(written: string): EntryId {
    return this.#entries.get(written) ?? written;
  }

  /** The ids that had to be made, with what they were made of. */
  get made(): ReadonlyMap<EntryId, string> {
    return this.#made;
  }
}
