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
import { canonicalEntry } from "./canonical-entry.ts";

/** Facts that XML cannot hold as they are cannot be taken, so that they are carried escaped. */
class WritableFacts extends EntryFacts {
  readonly #held = new Set<string>();
  readonly #isWritable: boolean;

  constructor(section: EntrySection, index: number, entry: AnyEntry) {
    super(section, index, entry);
    this.#isWritable = factsOf(entry).every(isWritable);
  }

  override take(...path: readonly (string | number)[]): void {
    if (this.#isWritable) return super.take(...path);
    for (const fact of factsOf(this.entry)) {
      const within = path.every((step, at) => fact.path[at] === step);
      if (within && isWritable(fact)) super.take(...fact.path);
    }
  }

  /** Marks an item of a list as one the target has, though it may hold no fact of it as it is. */
  hold(list: string, index: number): void {
    this.#held.add(`${list}/${index}`);
  }

  holds([list, index]: Fact["path"]): boolean {
    return this.#held.has(`${list}/${index}`);
  }
}

function isWritable({ value }: Fact): boolean {
  return typeof value !== "string" || xmlSafe(value).replaced === 0;
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
  const entry = canonicalEntry(whole);
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
