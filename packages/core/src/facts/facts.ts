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
  collect(entry, [], facts);
  return facts;
}

function collect(value: unknown, path: readonly (string | number)[], facts: Fact[]): void {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    facts.push({ path, value });
  else if (typeof value === "object" && value !== null)
    for (const [step, member] of factMembers(value, path)) collect(member, [...path, step], facts);
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

  /** Whether the very fact or subtree at a path, its steps joined by `/`, was taken. */
  isTaken(path: string): boolean {
    return this.#taken.has(path);
  }

  #isTaken(path: readonly (string | number)[]): boolean {
    let prefix = "";
    return path.some((step, index) => {
      prefix = index === 0 ? String(step) : `${prefix}/${step}`;
      return this.#taken.has(prefix);
    });
  }
}

/** The members of a part of an entry that are or hold facts; `path` is its own. */
export function factMembers(
  part: object,
  path: readonly (string | number)[],
): [step: string | number, member: unknown][] {
  if (Array.isArray(part)) return part.map((item, index) => [index, item]);
  const isPlaced = path.length === 0 || (path.length === 2 && path[0] === "components");
  const members: [string, unknown][] = Object.entries(part);
  return isPlaced ? members.filter(([key]) => !notFacts.has(key)) : members;
}
