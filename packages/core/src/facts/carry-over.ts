import { isReadCodeWithTerm } from "../codes/read-code.ts";
import type { AnyEntry } from "../record/patient-record.ts";
import { unorderedMembers } from "../record/unordered-members.ts";
import type { Coding } from "../values/coded.ts";
import type { NameOf } from "./carried-forms.ts";
import { absenceLine, carriedLines } from "./carried-lines.ts";
import type { CarriedLine } from "./carried-lines.ts";
import { comparePaths } from "./compare-paths.ts";
import { factMembers } from "./facts.ts";
import type { EntryFacts } from "./facts.ts";

type Path = readonly (string | number)[];

/** How a target's reading of an entry is compared with the entry. */
export interface CarryOver {
  /** The id in the record of an entry that the reading knows by another id. */
  readonly recordIdOf?: (id: string) => string | undefined;
  readonly nameOf?: NameOf;
}

/**
 * What must be carried beside an entry so that reading gives the entry again: given what a target's own
 * structure reads back as (`held`), takes every fact it holds and answers a line for each fact it lacks
 * or has otherwise, and for each it shows though the entry has none. `restoreEntry` of `held` and these
 * lines is the entry, but for members that hold no fact.
 */
export function carryOver(
  facts: EntryFacts,
  held: object,
  { recordIdOf = () => undefined, nameOf }: CarryOver = {},
): CarriedLine[] {
  const comparison = new Comparison(facts, recordIdOf);
  comparison.compare(facts.entry, held, []);
  const lines = carriedLines(facts, nameOf);
  const replaced = new Set(lines.filter(isOfWholePart(facts.entry)).map(({ path }) => keyOf(path)));
  const absences = comparison.absences.filter(
    (path) => !path.some((_, at) => replaced.has(keyOf(path.slice(0, at + 1)))),
  );
  return [...absences.map(absenceLine), ...lines].toSorted((left, right) =>
    comparePaths(left.path, right.path),
  );
}

/** A line that says that a fact of the target's reading is none of the entry's. */
export function isAbsence({ path }: CarriedLine, entry: AnyEntry): boolean {
  const own = valueAt(entry, path);
  // Of a list that is carried, each item has a line of its own.
  return Array.isArray(own) || !saysAny(own);
}

/** How often what a target's own structure reads back as says something else of an entry than the entry does. */
export function contradictions(
  facts: EntryFacts,
  held: object,
  { recordIdOf = () => undefined }: CarryOver = {},
): number {
  const comparison = new Comparison(facts, recordIdOf);
  comparison.compare(facts.entry, held, []);
  return comparison.contrary + comparison.absences.length;
}

/** Walks an entry and its reading side by side, takes what both say, and gathers what only the reading says. */
class Comparison {
  readonly absences: Path[] = [];
  /** How many facts read as others. */
  contrary = 0;
  readonly #facts: EntryFacts;
  readonly #recordIdOf: (id: string) => string | undefined;

  constructor(facts: EntryFacts, recordIdOf: (id: string) => string | undefined) {
    this.#facts = facts;
    this.#recordIdOf = recordIdOf;
  }

  compare(own: unknown, held: unknown, path: Path): void {
    if (held === undefined) return;
    if (own === undefined) this.#notThere(held, path);
    else if (Array.isArray(own) && Array.isArray(held)) this.#compareLists(own, held, path);
    else if (isObject(own) && isObject(held)) this.#compareMembers(own, held, path);
    else if (isObject(own)) this.#notThere(held, path);
    else if (this.#isSame(own, held, path)) this.#facts.take(...path);
    else if (!isFree(path.slice(0, -1), path.at(-1) ?? "")) this.contrary += 1;
  }

  #compareMembers(own: object, held: object, path: Path): void {
    const members = new Map(factMembers(own, path));
    const others = new Map(factMembers(held, path));
    if (keyOf(path) === "concept" && this.#isStandIn(members, others)) {
      this.absences.push([...path, "codings"]);
      for (const step of ["codings", "degrade"]) others.delete(step);
    }
    for (const [step, value] of others) this.compare(members.get(step), value, [...path, step]);
  }

  /** Whether the codes shown are not the entry's own: a stand-in, or what a map gave. */
  #isStandIn(own: ReadonlyMap<unknown, unknown>, held: ReadonlyMap<unknown, unknown>): boolean {
    const shown = held.get("codings");
    const path = ["concept", "codings"];
    return saysAny(shown) && !this.#isWithin(shown, own.get("codings") ?? [], path);
  }

  /** A list is held where its items stand in the entry's list in the same order; else it is not held at all. */
  #compareLists(own: readonly unknown[], held: readonly unknown[], path: Path): void {
    const places = this.#placesInOrder(own, held, path) ?? this.#placesOfWhole(own, held, path);
    if (!places) return this.#notThere(held, path);
    for (const [index, at] of places.entries()) this.compare(own[at], held[index], [...path, at]);
  }

  #placesInOrder(
    own: readonly unknown[],
    held: readonly unknown[],
    path: Path,
  ): number[] | undefined {
    const places: number[] = [];
    for (const item of held) {
      const from = (places.at(-1) ?? -1) + 1;
      const isLeft = (index: number): boolean => index >= from;
      const known = own.findIndex((one, at) => isLeft(at) && this.#isKnown(item, one, path));
      const at =
        known < 0
          ? own.findIndex((one, index) => isLeft(index) && this.#isItemWithin(item, one, path))
          : known;
      if (at < 0) return undefined;
      places.push(at);
    }
    return places;
  }

  /** Whether an item is what it is whatever else is said of it: a measurement by its id, a text by its words. */
  #isKnown(held: unknown, own: unknown, path: Path): boolean {
    const by = knownBy.get(keyOf(path));
    return by !== undefined && this.#isSame(memberOf(own, by), memberOf(held, by), path);
  }

  /** Where order means nothing, items that are held whole may stand in any. */
  #placesOfWhole(
    own: readonly unknown[],
    held: readonly unknown[],
    path: Path,
  ): number[] | undefined {
    if (path.length !== 1 || !unorderedMembers.has(path[0])) return undefined;
    const free = new Map<string, number[]>();
    for (const [at, item] of own.entries()) {
      const sayings = sayingOf(item, (id) => id);
      free.set(sayings, [...(free.get(sayings) ?? []), at]);
    }
    const places: number[] = [];
    for (const item of held) {
      const place = free.get(sayingOf(item, (id) => this.#recordIdOf(id) ?? id))?.shift();
      if (place === undefined) return undefined;
      places.push(place);
    }
    return places;
  }

  /** A code is the entry's own whatever term is shown for it, whoever asserted it, and where its system is not shown. */
  #isItemWithin(held: unknown, own: unknown, list: Path): boolean {
    if (list.at(-1) !== "codings" || !isObject(held) || !isObject(own))
      return this.#isWithin(held, own, list);
    const [shown, coding] = [held as Partial<Coding>, own as Partial<Coding>];
    const isOfSystem = shown.system === undefined || shown.system === coding.system;
    return isOfSystem && (shown.code === coding.code || isWithoutTermCode(shown, coding));
  }

  /** Whether everything a reading says of an item the item says too, and that is something. */
  #isWithin(held: unknown, own: unknown, path: Path): boolean {
    if (Array.isArray(held) || Array.isArray(own)) {
      if (!Array.isArray(held) || !Array.isArray(own)) return false;
      let from = 0;
      return held.every((item) => {
        const at = own.findIndex(
          (one, index) => index >= from && this.#isItemWithin(item, one, path),
        );
        from = at + 1;
        return at >= 0;
      });
    }
    if (!isObject(held) || !isObject(own)) return this.#isSame(own, held, path);
    const at = [...path, 0];
    const members = new Map(factMembers(own, at));
    const said = factMembers(held, at).filter(
      ([step, value]) => !isFree(at, step) && saysAny(value),
    );
    return (
      said.length > 0 &&
      said.every(([step, value]) => this.#isWithin(value, members.get(step), [...at, step]))
    );
  }

  #isSame(own: unknown, held: unknown, path: Path): boolean {
    if (own === undefined) return false;
    if (own === held) return true;
    if (isFree(path.slice(0, -1), path.at(-1) ?? "")) return false;
    return typeof held === "string" && this.#recordIdOf(held) === own;
  }

  #notThere(held: unknown, path: Path): void {
    if (saysAny(held)) this.absences.push(path);
  }
}

/** An entry's or a measurement's own id may be another one in the target: the item is the same all the same. */
function isFree(path: Path, step: string | number): boolean {
  return step === "id" && (path.length === 0 || (path.length === 2 && path[0] === "components"));
}

const knownBy = new Map([
  ["components", "id"],
  ["texts", "text"],
]);

function memberOf(item: unknown, member: string): unknown {
  return isObject(item) ? (item as Readonly<Record<string, unknown>>)[member] : undefined;
}

/**
 * Whether a Read v2 code of five bytes names the concept of one that has its term code behind it: with the
 * very term, if not the code of the term.
 */
function isWithoutTermCode(
  shown: Partial<Coding>,
  { system, code, display }: Partial<Coding>,
): boolean {
  return (
    system === "read-v2" &&
    shown.code !== undefined &&
    isReadCodeWithTerm(code ?? "") &&
    code?.slice(0, 5) === shown.code &&
    (shown.display === undefined || shown.display === display)
  );
}

/** All that an item says, in one text whatever the order of its members. */
function sayingOf(item: unknown, idOf: (text: string) => string): string {
  if (!isObject(item)) return JSON.stringify(typeof item === "string" ? idOf(item) : item) ?? "";
  return Object.entries(item)
    .map(([key, member]) => `${key}:${sayingOf(member, idOf)}`)
    .toSorted()
    .join();
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function saysAny(value: unknown): boolean {
  return isObject(value) ? Object.values(value).some(saysAny) : value !== undefined;
}

/** Whether a line carries a whole part of the entry, which takes the place of what the target shows. */
function isOfWholePart(entry: AnyEntry): (line: CarriedLine) => boolean {
  return ({ path }) => {
    return isObject(valueAt(entry, path)) && typeof path.at(-1) === "string";
  };
}

function valueAt(entry: AnyEntry, path: Path): unknown {
  let value: unknown = entry;
  for (const step of path)
    value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[step];
  return value;
}

const keyOf = (path: Path): string => path.join("/");
