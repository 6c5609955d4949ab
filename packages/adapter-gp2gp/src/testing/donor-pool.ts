import { elementsOf, walk } from "./extract-tree.ts";
import type { ExtractNode } from "./extract-tree.ts";

/** A part that stands in real extracts, with the names of those that stand before it there. */
export interface Donor {
  readonly part: ExtractNode;
  readonly before: ReadonlySet<string>;
}

/** What real extracts are made of: parts by the element they stand in, values by the attribute they are of. */
export class DonorPool {
  readonly #parts = new Map<string, Map<string, Donor[]>>();
  readonly #values = new Map<string, Set<string>>();
  readonly #texts = new Map<string, Set<string>>();

  constructor(roots: readonly ExtractNode[]) {
    for (const root of roots) for (const { node } of walk(root)) this.#collect(node);
  }

  #collect(node: ExtractNode): void {
    const names = new Set<string>();
    for (const part of elementsOf(node)) {
      const byName = getOr(this.#parts, node.name, () => new Map<string, Donor[]>());
      const donors = getOr(byName, part.name, () => []);
      // A few of each kind show all forms, because extracts repeat themselves; later ones replace none.
      if (donors.length < 40) donors.push({ part, before: new Set(names) });
      names.add(part.name);
    }
    for (const [name, value] of node.attributes)
      getOr(this.#values, `${node.name}@${name}`, () => new Set<string>()).add(value);
    for (const text of node.children)
      if (typeof text === "string")
        getOr(this.#texts, node.name, () => new Set<string>()).add(text);
  }

  /** Parts that stand in elements of a name, those of each name together. */
  partsIn(name: string): readonly (readonly Donor[])[] {
    return [...(this.#parts.get(name)?.values() ?? [])];
  }

  valuesOf(element: string, attribute: string): readonly string[] {
    return [...(this.#values.get(`${element}@${attribute}`) ?? [])];
  }

  attributesOf(element: string): readonly string[] {
    const prefix = `${element}@`;
    return [...this.#values.keys()].flatMap((key) =>
      key.startsWith(prefix) ? key.slice(prefix.length) : [],
    );
  }

  textsOf(element: string): readonly string[] {
    return [...(this.#texts.get(element) ?? [])];
  }
}

function getOr<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
