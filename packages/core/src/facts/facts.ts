import type { AnyEntry, EntrySection } from "../record/patient-record.ts";
import type { RecordPath } from "../record/residue.ts";

/** One leaf of an entry: its path within the entry, as the keys and indexes to it, and its value. */
export interface Fact {
  readonly path: readonly (string | number)[];
  readonly value: string | number | boolean;
}

/** Members of an entry, or of a component in it, that say where it was read and what only its source understands: not facts. */
const notFacts = new Set(["order", "source", "supplierData"]);

/** Every fact of an entry, in the order the entry holds them. */
export function factsOf(entry: AnyEntry): Fact[] {
  const facts: Fact[] = [];
  for (const [key, value] of Object.entries(entry)) {
    if (!notFacts.has(key)) collect(value, [key], facts);
  }
  return facts;
}

function collect(value: unknown, path: readonly (string | number)[], facts: Fact[]): void {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    facts.push({ path, value });
  else if (Array.isArray(value))
    value.forEach((item, index) => collect(item, [...path, index], facts));
  else if (typeof value === "object" && value !== null) {
    const isComponent = path.length === 2 && path[0] === "components";
    for (const [key, item] of Object.entries(value))
      if (!isComponent || !notFacts.has(key)) collect(item, [...path, key], facts);
  }
}

/** A JSON Pointer (RFC 6901) of keys and indexes. */
export function pointerOf(...path: readonly (string | number)[]): RecordPath {
  return path
    .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

/**
 * What a writer remembers of one entry: which facts it has put into the target's own structure.
 * Whatever is left when it has done is to be carried as text and reported: nothing is forgotten by
 * not being thought of.
 */
export class EntryFacts {
  readonly section: EntrySection;
  readonly entry: AnyEntry;
  /** Where the entry stands in its record. */
  readonly pointer: RecordPath;
  readonly #taken = new Set<string>();

  constructor(section: EntrySection, index: number, entry: AnyEntry) {
    this.section = section;
    this.entry = entry;
    this.pointer = pointerOf(section, index);
  }

  /** Marks the fact or subtree at a path as held by the target: `take('concept', 'codings', 0)`. */
  take(...path: readonly (string | number)[]): void {
    this.#taken.add(path.join("/"));
  }

  /** The facts nobody took, in the order the entry holds them. */
  rest(): Fact[] {
    return factsOf(this.entry).filter((fact) => !this.#isTaken(fact.path));
  }

  #isTaken(path: readonly (string | number)[]): boolean {
    let prefix = "";
    return path.some((step, index) => {
      prefix = index === 0 ? String(step) : `${prefix}/${step}`;
      return this.#taken.has(prefix);
    });
  }
}
