import { newEntry } from "@gp2gp/core";
import type { InpsReading } from "../../reading/inps-reading.ts";
import type { EntryRow } from "../journal/entry-row.ts";

/** Compound vaccines: one row for each thing they are against, told to be one by IMMS_COMPOUND on one day. */
export class Compounds {
  readonly #inps: InpsReading;
  readonly #groups = new Map<string, string>();

  constructor(inps: InpsReading) {
    this.#inps = inps;
  }

  /** The group the rows of a compound stand in; the first of them is where it is told. */
  groupOf({ row, cells }: EntryRow, consultation: string | undefined): string | undefined {
    const { IMMS_COMPOUND: name, DATE = "", ID = "" } = cells;
    if (name === undefined) return undefined;
    const key = compoundKey(name, DATE, consultation);
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const { reading } = this.#inps;
    const id = reading.idOf("journal", `${ID} compound`);
    this.#groups.set(key, id);
    reading.add(
      "groups",
      {
        ...newEntry(id, reading.nextOrder(), row.source),
        ...(consultation !== undefined && { consultation }),
        kind: "cluster",
        concept: { text: name, codings: [] },
      },
      { rows: [row] },
    );
    return id;
  }
}

/** What rows of one compound have in common. */
export function compoundKey(name: string, day: string, consultation: string | undefined): string {
  return [name, day, consultation ?? ""].join("\n");
}
