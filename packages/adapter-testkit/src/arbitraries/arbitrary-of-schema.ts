import fc from "fast-check";
import { checksOf, nodeOfSchema, titleOf } from "./schema-node.ts";
import type { SchemaNode } from "./schema-node.ts";
import {
  arbitraryCode,
  arbitraryDate,
  arbitraryStored,
  arbitrarySystem,
  arbitraryWords,
  entryIds,
} from "./values.ts";

/** Schemas whose values mean more than their type says, by title. */
const byTitle: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  "Entry id": fc.constantFrom(...entryIds),
  "Partial date and time": arbitraryDate,
  "Format id": fc.constantFrom("testkit-generated", "testkit-other"),
  "Record path": fc.constantFrom("", "/patient", "/observations/0/texts"),
  Decimal: fc.constantFrom("0", "1.50", "120", "-3", "+.5", "6.02e23", "007", "1."),
  JSON: fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value))),
};

/** Members that are plain words to the schema and hold something narrower, by name. */
const byName: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  code: arbitraryCode,
  system: arbitrarySystem,
  mediaType: fc.constantFrom("text/plain", "application/pdf", "image/tiff"),
};

/**
 * Values of a schema, derived from the schema itself: every member of every object is sometimes there,
 * every option of every union sometimes taken, so that a new member is covered by being declared.
 */
export function arbitraryOfSchema<Value>(schema: object): fc.Arbitrary<Value> {
  const arbitrary = new Derivation().arbitraryOf(nodeOfSchema(schema), new Ancestry());
  if (!arbitrary) throw new TypeError("a schema that always holds itself has no values");
  return arbitrary as fc.Arbitrary<Value>;
}

/** How often a part may hold its like: coded concepts have qualifiers, which have coded concepts. */
const deepest = 2;

/** The parts a walk is inside of, with how often. */
class Ancestry {
  readonly #within: ReadonlyMap<unknown, number>;

  constructor(within: ReadonlyMap<unknown, number> = new Map()) {
    this.#within = within;
  }

  timesWithin(schema: SchemaNode): number {
    return this.#within.get(titleOf(schema) ?? schema) ?? 0;
  }

  isTooDeepFor(schema: SchemaNode): boolean {
    return this.timesWithin(schema) >= deepest;
  }

  inside(schema: SchemaNode): Ancestry {
    const key = titleOf(schema) ?? schema;
    return new Ancestry(new Map(this.#within).set(key, this.timesWithin(schema) + 1));
  }
}

class Derivation {
  readonly #known = new Map<SchemaNode, (fc.Arbitrary<unknown> | undefined)[]>();

  /** Undefined where the walk is too deep. */
  arbitraryOf(schema: SchemaNode, ancestry: Ancestry): fc.Arbitrary<unknown> | undefined {
    const depth = ancestry.timesWithin(schema);
    let atDepth = this.#known.get(schema);
    if (!atDepth) this.#known.set(schema, (atDepth = []));
    if (!(depth in atDepth)) atDepth[depth] = this.#derive(schema, ancestry);
    return atDepth[depth];
  }

  #derive(schema: SchemaNode, ancestry: Ancestry): fc.Arbitrary<unknown> | undefined {
    const { def } = schema;
    const titled = byTitle[titleOf(schema) ?? ""];
    if (titled && def.type !== "optional") return titled;
    switch (def.type) {
      case "object":
        return ancestry.isTooDeepFor(schema) ? undefined : this.#object(schema, ancestry);
      case "array": {
        const item = def.element && this.arbitraryOf(def.element, ancestry);
        return item ? fc.array(item, { maxLength: 2 }) : fc.constant([]);
      }
      case "default":
        return def.innerType && this.arbitraryOf(def.innerType, ancestry);
      case "union": {
        const options = (def.options ?? []).flatMap(
          (option) => this.arbitraryOf(option, ancestry) ?? [],
        );
        return options.length > 0 ? fc.oneof(...options) : undefined;
      }
      case "record": {
        const value = def.valueType && this.arbitraryOf(def.valueType, ancestry);
        return value && fc.dictionary(fc.constantFrom("testkit-other"), value, { minKeys: 1 });
      }
      case "enum":
        return fc.constantFrom(...Object.values(def.entries ?? {}));
      case "literal":
        return fc.constantFrom(...(def.values ?? []));
      case "boolean":
        return fc.boolean();
      case "number":
        return fc.integer({ min: 1, max: 99 });
      case "string":
        return this.#string(schema);
      default:
        throw new TypeError(`no arbitrary is known for schemas of type ${def.type}`);
    }
  }

  #object(schema: SchemaNode, ancestry: Ancestry): fc.Arbitrary<unknown> {
    const inner = ancestry.inside(schema);
    const members = Object.entries(schema.def.shape ?? {}).flatMap(([name, member]) => {
      const optional = member.def.type === "optional";
      const type = optional ? member.def.innerType : member;
      const plain = type?.def.type === "string" && titleOf(type) === undefined;
      const arbitrary =
        plain && checksOf(type).every(({ check }) => check === "min_length")
          ? (byName[name] ?? arbitraryWords)
          : type && this.arbitraryOf(type, inner);
      if (!arbitrary) return [];
      return [{ name, arbitrary: optional ? sometimes(arbitrary) : arbitrary }];
    });
    const object = fc
      .tuple(...members.map(({ arbitrary }) => arbitrary))
      .map((values) =>
        Object.fromEntries(
          members.flatMap(({ name }, index) =>
            values[index] === undefined ? [] : [[name, values[index]]],
          ),
        ),
      )
      .filter(saysSomething);
    return isStoredContent(schema)
      ? fc.tuple(object, arbitraryStored).map(([content, stored]) => ({ ...content, ...stored }))
      : object;
  }

  #string(schema: SchemaNode): fc.Arbitrary<string> {
    for (const { check, pattern } of checksOf(schema)) {
      if (pattern) return fc.stringMatching(pattern);
      if (check === "custom")
        throw new TypeError("a refined string needs an arbitrary by its title");
    }
    return arbitraryWords;
  }
}

/** A part that holds no value at all says nothing, and no format can hold nothing. */
function saysSomething(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).some(saysSomething);
}

/** There two times in five, and gone when a failure is made small. */
function sometimes(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary, weight: 2 });
}

/** Documents that are stored must have bytes that a content store can hold. */
function isStoredContent(schema: SchemaNode): boolean {
  const shape = schema.def.shape ?? {};
  return "sha256" in shape && shape["state"]?.def.values?.[0] === "stored";
}
