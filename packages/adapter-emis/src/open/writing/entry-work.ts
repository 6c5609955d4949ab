import { carriedLines, EntryFacts, factsOf, pointerOf } from "@gp2gp/core";
import type {
  AnyEntry,
  CarriedLine,
  EntryId,
  EntryOf,
  EntrySection,
  Fact,
  NameOf,
} from "@gp2gp/core";
import { xmlSafe } from "@gp2gp/xml";
import { withoutEmptyItems } from "./without-empty-items.ts";

/**
 * Facts that XML cannot hold as they are count as not taken, so that they are carried escaped. What is
 * left stands in one order, whatever order the members of the entry have.
 */
class WritableFacts extends EntryFacts {
  readonly #held = new Set<string>();

  /** Marks an item of a list as one the target has, though it may hold no fact of it as it is. */
  hold(list: string, index: number): void {
    this.#held.add(`${list}/${index}`);
  }

  holds([list, index]: Fact["path"]): boolean {
    return this.#held.has(`${list}/${index}`);
  }

  override rest(): Fact[] {
    const rest = new Set(super.rest().map(({ path }) => path.join("/")));
    return factsOf(this.entry)
      .filter(
        ({ path, value }) =>
          rest.has(path.join("/")) || (typeof value === "string" && xmlSafe(value).replaced > 0),
      )
      .toSorted((left, right) => comparePaths(left.path, right.path));
  }
}

function comparePaths(left: Fact["path"], right: Fact["path"]): number {
  for (const [at, step] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    if (step !== other) return step < other ? -1 : 1;
  }
  return left.length - right.length;
}

/** The lines that carry what nobody took; those of an item the target has add to it. */
export function linesOf({ facts }: EntryWork, nameOf?: NameOf): CarriedLine[] {
  return carriedLines(facts, nameOf).map(({ path, line }) => ({
    path,
    line: facts.holds(path) ? line.replace(/^(\[[A-Z][a-z ]* \d+) \//, "$1* /") : line,
  }));
}

/** Where an entry is written: what reading takes from there needs no words. */
export interface Position {
  readonly consultation?: EntryId | undefined;
  readonly within?: EntryId | undefined;
}

/** One entry while it is written. */
export interface EntryWork<Section extends EntrySection = EntrySection> {
  readonly section: Section;
  readonly entry: EntryOf<Section>;
  readonly facts: WritableFacts;
  /** Where the entry stands in the record. */
  readonly pointer: string;
}

export function workOn<Section extends EntrySection>(
  section: Section,
  index: number,
  { entry: whole, position }: { entry: EntryOf<Section>; position: Position },
): EntryWork<Section> {
  const entry = withoutEmptyItems(whole);
  const facts = new WritableFacts(section, index, entry as AnyEntry);
  const { consultation, within } = entry as AnyEntry;
  if (consultation !== undefined && consultation === position.consultation)
    facts.take("consultation");
  if (within !== undefined && within === position.within) facts.take("within");
  return { section, entry, facts, pointer: facts.pointer };
}

/** A value of a composite, with its place in the record. */
export function workOnComponent(
  composite: EntryWork<"observations">,
  at: number,
  component: EntryOf<"observations">,
): EntryWork<"observations"> {
  const facts = new WritableFacts("observations", 0, component);
  return {
    section: "observations",
    entry: component,
    facts,
    pointer: `${composite.pointer}${pointerOf("components", at)}`,
  };
}
