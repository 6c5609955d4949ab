import type { Random } from "@gp2gp/adapter-testkit";
import type { DonorPool } from "./donor-pool.ts";
import { elementsOf, find, walk } from "./extract-tree.ts";
import type { ExtractNode } from "./extract-tree.ts";
import { addedAttributes, oddTexts, oddValues } from "./odd-values.ts";

/** What a change may use: chance, and what real extracts are made of. */
export interface ChangeContext {
  readonly random: Random;
  readonly pool: DonorPool;
}

/** One change of an extract; it says what it did, or nothing where it found no place. */
type Change = (root: ExtractNode, context: ChangeContext) => string | undefined;

interface Place {
  readonly node: ExtractNode;
  readonly parent: ExtractNode;
}

const uuid = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i;
const holders = new Set(["ehrComposition", "agentDirectory"]);

const isStatement = ({ name }: ExtractNode): boolean =>
  name.endsWith("Statement") || name === "LinkSet" || name === "EhrEmpty";

/** What stands in the compositions and the agent directory. */
function places(root: ExtractNode, is: (place: Place) => boolean = () => true): Place[] {
  return [...walk(root)]
    .filter(({ node }) => holders.has(node.name))
    .flatMap(({ node: holder }) =>
      [...walk(holder)].flatMap(({ node, parent }) =>
        parent !== undefined && is({ node, parent }) ? [{ node, parent }] : [],
      ),
    );
}

function pick<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items[Math.floor(random.next() * items.length)];
}

const takeAway = ({ node, parent }: Place): void => {
  parent.children.splice(parent.children.indexOf(node), 1);
};
const putInstead = ({ node, parent }: Place, other: ExtractNode): void => {
  parent.children[parent.children.indexOf(node)] = other;
};

/** A copy with other ids of its own; what refers to them within it is led along. */
function withFreshIds(node: ExtractNode, random: Random): ExtractNode {
  const copy = structuredClone(node);
  const ids = new Map<string, string>();
  for (const { node: one, parent } of walk(copy)) {
    const root = one.attributes.get("root") ?? "";
    if (one.name === "id" && uuid.test(root) && parent?.name.endsWith("Ref") === false)
      ids.set(root, random.uuid());
  }
  for (const { node: one } of walk(copy)) {
    const root = one.attributes.get("root");
    if (root !== undefined) one.attributes.set("root", ids.get(root) ?? root);
  }
  return copy;
}

/** Puts a part where the schema has it: after those that stand before it in the extract it comes from. */
function insert(into: ExtractNode, part: ExtractNode, before: ReadonlySet<string>): void {
  const at = into.children.findLastIndex(
    (child) => typeof child !== "string" && (before.has(child.name) || child.name === part.name),
  );
  into.children.splice(at + 1, 0, part);
}

const changes: Readonly<Record<string, Change>> = {
  removed(root, { random }) {
    const place = pick(random, places(root));
    if (!place) return undefined;
    takeAway(place);
    return `${place.node.name} taken from ${place.parent.name}`;
  },

  emptied(root, { random }) {
    const place = pick(random, places(root));
    if (!place) return undefined;
    place.node.children = [];
    return `${place.node.name} emptied`;
  },

  unreferenced(root, { random }) {
    const place = pick(
      random,
      places(root, ({ node }) => node.name === "part" || node.name === "component"),
    );
    if (!place) return undefined;
    takeAway(place);
    return `${place.node.name} gone, references to it left`;
  },

  doubled(root, { random }) {
    const place = pick(random, places(root));
    if (!place) return undefined;
    const same = random.chance(0.3);
    const copy = same ? structuredClone(place.node) : withFreshIds(place.node, random);
    place.parent.children.splice(place.parent.children.indexOf(place.node) + 1, 0, copy);
    return `${place.node.name} of ${place.parent.name} doubled${same ? ", ids too" : ""}`;
  },

  swapped(root, { random }) {
    const alike = ({ node, parent }: Place): ExtractNode[] =>
      elementsOf(parent).filter((other) => other !== node && other.name === node.name);
    const place = pick(
      random,
      places(root, (one) => alike(one).length > 0),
    );
    const other = place && pick(random, alike(place));
    if (!place || !other) return undefined;
    const { children } = place.parent;
    const [a, b] = [children.indexOf(place.node), children.indexOf(other)];
    [children[a], children[b]] = [other, place.node];
    return `two ${place.node.name} of ${place.parent.name} swapped`;
  },

  grafted(root, { random, pool }) {
    const place = pick(random, places(root));
    const donors = place && pick(random, pool.partsIn(place.node.name));
    const donor = donors && pick(random, donors);
    if (!place || !donor) return undefined;
    const part = random.chance(0.8)
      ? withFreshIds(donor.part, random)
      : structuredClone(donor.part);
    const present = elementsOf(place.node).find(({ name }) => name === part.name);
    if (present && random.chance(0.5)) putInstead({ node: present, parent: place.node }, part);
    else insert(place.node, part, donor.before);
    return `${part.name} put into ${place.node.name}`;
  },

  exchanged(root, { random, pool }) {
    const place = pick(
      random,
      places(root, ({ node }) => isStatement(node)),
    );
    const statements = pool.partsIn("component").flat();
    const donor = pick(
      random,
      statements.filter(({ part }) => isStatement(part)),
    );
    if (!place || !donor) return undefined;
    putInstead(place, withFreshIds(donor.part, random));
    return `${place.node.name} exchanged for ${donor.part.name}`;
  },

  moved(root, { random }) {
    const place = pick(
      random,
      places(root, ({ node, parent }) => node.name === "component" && parent.name !== "LinkSet"),
    );
    const target = pick(
      random,
      places(root, ({ node }) => node.name === "CompoundStatement"),
    )?.node;
    if (!place || !target || [...walk(place.node)].some(({ node }) => node === target))
      return undefined;
    takeAway(place);
    insert(target, place.node, new Set());
    return `component of ${place.parent.name} moved into a CompoundStatement`;
  },

  valueChanged(root, { random, pool }) {
    const place = pick(
      random,
      places(root, ({ node }) => node.attributes.size > 0),
    );
    const attribute = place && pick(random, [...place.node.attributes.keys()]);
    if (!place || attribute === undefined) return undefined;
    const real = pool.valuesOf(place.node.name, attribute);
    const isReal = random.chance(0.6) && real.length > 1;
    const value = pick(random, isReal ? real : (oddValues[attribute] ?? ["", "odd"])) ?? "";
    place.node.attributes.set(attribute, value);
    return `${attribute} of ${place.node.name} is ${JSON.stringify(value)}`;
  },

  attributeRemoved(root, { random }) {
    const place = pick(
      random,
      places(root, ({ node }) => node.attributes.size > 0),
    );
    const attribute = place && pick(random, [...place.node.attributes.keys()]);
    if (!place || attribute === undefined) return undefined;
    place.node.attributes.delete(attribute);
    return `${place.node.name} without ${attribute}`;
  },

  attributeAdded(root, { random, pool }) {
    const place = pick(random, places(root));
    if (!place) return undefined;
    const { name, attributes } = place.node;
    const known = pool.attributesOf(name).filter((one) => !attributes.has(one));
    const isKnown = random.chance(0.6) && known.length > 0;
    const attribute = pick(random, isKnown ? known : addedAttributes) ?? "nullFlavor";
    const real = pool.valuesOf(name, attribute);
    const value = pick(random, real.length > 0 ? real : (oddValues[attribute] ?? ["x"])) ?? "x";
    attributes.set(attribute, value);
    return `${name} with ${attribute} ${JSON.stringify(value)}`;
  },

  toldUnknown(root, { random }) {
    const place = pick(random, places(root));
    if (!place) return undefined;
    const flavour = pick(random, oddValues["nullFlavor"] ?? []) ?? "UNK";
    if (random.chance(0.5)) {
      place.node.attributes = new Map();
      place.node.children = [];
    }
    place.node.attributes.set("nullFlavor", flavour);
    return `${place.node.name} is ${flavour}`;
  },

  reworded(root, { random, pool }) {
    const place = pick(
      random,
      places(root, ({ node }) => node.children.some((child) => typeof child === "string")),
    );
    if (!place) return undefined;
    const real = pool.textsOf(place.node.name);
    const isReal = random.chance(0.3) && real.length > 0;
    const text = pick(random, isReal ? real : oddTexts) ?? "";
    const parts = elementsOf(place.node);
    place.node.children = random.chance(0.9) ? [text, ...parts] : [...parts, text];
    return `${place.node.name} says ${JSON.stringify(text.slice(0, 30))}`;
  },

  strayed(root, { random }) {
    const place = pick(random, places(root));
    if (!place) return undefined;
    const odd = { name: "odd", attributes: new Map([["a", "1"]]), children: ["odd words"] };
    const at = random.whole(0, place.node.children.length);
    place.node.children.splice(at, 0, random.chance(0.5) ? "stray words" : odd);
    return `something astray in ${place.node.name}`;
  },

  reidentified(root, { random }) {
    const ids = places(root, ({ node }) => uuid.test(node.attributes.get("root") ?? ""));
    const [place, other] = [pick(random, ids), pick(random, ids)];
    if (!place || !other) return undefined;
    const root2 = other.node.attributes.get("root") ?? "";
    const fresh = random.chance(0.2) ? random.uuid() : root2;
    place.node.attributes.set("root", random.chance(0.2) ? fresh.toLowerCase() : fresh);
    return `id of ${place.parent.name} is that of ${other.parent.name}`;
  },

  namedOtherwise(root, { random }) {
    const place = pick(
      random,
      places(root, ({ node }) => node.name === "id"),
    );
    if (!place) return undefined;
    if (random.chance(0.7)) place.node.attributes.set("root", "1.2.826.0.1");
    place.node.attributes.set("extension", `X-${random.whole(1, 9)}`);
    return `id of ${place.parent.name} by extension`;
  },
};

/** Changes an extract in so many ways, and says which. */
export function change(root: ExtractNode, count: number, context: ChangeContext): string[] {
  const kinds = Object.values(changes);
  return Array.from({ length: count }).flatMap(
    () => pick(context.random, kinds)?.(root, context) ?? [],
  );
}

/** An extract of some of the compositions of a real one, that stand together, and its agents. */
export function partOf(root: ExtractNode, most: number, random: Random): ExtractNode {
  const copy = structuredClone(root);
  const folder = find(copy, /^ehrFolder$/);
  if (!folder) return copy;
  const compositions = elementsOf(folder).filter(({ name }) => name === "component");
  const from = random.whole(0, Math.max(0, compositions.length - most));
  const kept = new Set<unknown>(compositions.slice(from, from + most));
  folder.children = folder.children.filter(
    (child) => typeof child === "string" || child.name !== "component" || kept.has(child),
  );
  return copy;
}
