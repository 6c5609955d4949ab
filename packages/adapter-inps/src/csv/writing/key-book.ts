import type { AnyEntry } from "@gp2gp/core";
import type { RowWriting } from "@gp2gp/tabular";
import { formatId, inpsSystems } from "../inps-systems.ts";
import type { KeyedTable } from "../reading/row-ids.ts";
import type { ProblemFacets } from "./problem-facets.ts";
import { isKey, markedKey } from "../wire/row-keys.ts";

/** The keys of rows: what the format knew an entry by, else its id. No two rows of a table have one. */
export class KeyBook {
  readonly #writing: RowWriting;
  readonly #problems: ProblemFacets;
  readonly #keys = new Map<string, string>();
  readonly #used = new Set<string>();

  constructor(writing: RowWriting, problems: ProblemFacets) {
    this.#writing = writing;
    this.#problems = problems;
  }

  keyOf(table: KeyedTable, { id, identifiers }: Pick<AnyEntry, "id" | "identifiers">): string {
    const name = `${table} ${id}`;
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const own = identifiers.find(({ system }) => system === inpsSystems[table])?.value;
    const key =
      own !== undefined && isPlain(own) && !this.#used.has(`${table} ${own}`)
        ? own
        : this.#keyOfId(table, id);
    this.#keys.set(name, key);
    this.#used.add(`${table} ${key}`);
    return key;
  }

  #keyOfId(table: KeyedTable, id: string): string {
    const key = this.idAsKey(id);
    return table === "journal" && this.#problems.of(id) ? markedKey(key) : key;
  }

  /** An id in the form of a key: one that is no UUID is carried, and another made of it. */
  idAsKey(id: string): string {
    return isKey(id) ? id : this.#writing.context.newId(`${formatId} ${id}`);
  }
}

/** Whether a key can stand in LINKS as it is. */
function isPlain(key: string): boolean {
  return /^[!-{}~]+$/.test(key);
}
