import fc from "fast-check";
import type { AttributeSpec, Lexical } from "../table/attribute-spec.ts";
import {
  compile,
  type CompiledElement,
  type CompiledField,
  type CompiledType,
} from "../table/compiled-type.ts";
import type { WireType } from "../table/wire-type.ts";

type Node = Record<string, unknown>;

const uuid = fc.uuid().map((value) => value.toUpperCase());
const oid = fc
  .array(fc.nat({ max: 99_999 }), { minLength: 1, maxLength: 8 })
  .map((arcs) => arcs.join("."));
/** Text with the characters that mark-up needs escaped, with line breaks, and from beyond the basic plane. */
export const arbitraryText = fc
  .string({
    unit: fc.constantFrom(..."aZ0 .,-<>&'\"]\n\t£é–≥\u{1F489}"),
    minLength: 1,
    maxLength: 24,
  })
  .filter((value) => /[^ \t\n]/u.test(value));
const token = fc.string({
  unit: fc.constantFrom(..."aZ09.-_+/%<&'\""),
  minLength: 1,
  maxLength: 12,
});
const decimal = fc.stringMatching(/^[+-]?[0-9]{1,6}(?:\.[0-9]{1,4})?$/u);

const byLexical: Readonly<Record<Lexical, fc.Arbitrary<string>>> = {
  bin: fc
    .uint8Array({ minLength: 1, maxLength: 12 })
    .map((bytes) => btoa(String.fromCharCode(...bytes))),
  bl: fc.constantFrom("true", "false"),
  cs: token,
  "cs-set": fc.constantFrom("A", "A B"),
  int: fc.stringMatching(/^[+-]?[0-9]{1,6}$/u),
  "null-flavor": fc.constantFrom("NI", "NA", "UNK", "NASK", "ASKU", "NAV", "OTH", "PINF", "NINF"),
  "oid-set": oid,
  real: decimal,
  st: arbitraryText,
  ts: fc.constantFrom("2009", "200911", "20091124", "200911241030", "20091124103000.1234+0100"),
  uid: fc.oneof(uuid, oid),
  uuid,
  url: fc.constantFrom("tel:01632960000", "file://localhost/a.tif", "cid:1@spine.nhs.uk"),
  "update-mode": fc.constantFrom("added", "altered", "removed"),
};

function attributeValue(spec: AttributeSpec): fc.Arbitrary<string> {
  if (spec.fixed !== undefined) return fc.constant(spec.fixed);
  if (spec.values !== undefined) return fc.constantFrom(...spec.values);
  return byLexical[spec.lexical];
}

const intervals = [
  [],
  ["low"],
  ["high"],
  ["low", "high"],
  ["low", "width"],
  ["width"],
  ["width", "high"],
  ["center"],
  ["center", "width"],
];

/** How the values of a table are made. */
export interface ArbitraryWireOptions {
  /** Parts of later versions are left out. */
  readonly version?: string;
  /** How deep classes go before only what they must have is made. */
  readonly depth?: number;
}

/** Wire values of a class that break none of its rules: made from its table, as everything else is. */
export function arbitraryWire<Value>(
  type: WireType<Value>,
  options: ArbitraryWireOptions = {},
): fc.Arbitrary<Value> {
  const maker = new WireMaker(options.version);
  return maker.node(compile(type), options.depth ?? 12) as fc.Arbitrary<Value>;
}

/** How deep data types go before only what they must have is made. */
const dataDepth = 3;

class WireMaker {
  readonly #version: string | undefined;
  readonly #made = new Map<CompiledType, Map<number, fc.Arbitrary<Node>>>();

  constructor(version: string | undefined) {
    this.#version = version;
  }

  node(type: CompiledType, depth: number): fc.Arbitrary<Node> {
    const level = type.category === "data" ? Math.min(depth, dataDepth) : depth;
    const byLevel = this.#made.get(type) ?? new Map<number, fc.Arbitrary<Node>>();
    this.#made.set(type, byLevel);
    const known = byLevel.get(level) ?? this.#make(type, level);
    byLevel.set(level, known);
    return known;
  }

  #make(type: CompiledType, depth: number): fc.Arbitrary<Node> {
    if (type.variants !== undefined)
      return fc.oneof(
        ...[...type.variants].map(([dataType, variant]) =>
          this.node(variant(), depth).map((value) => ({ ...value, dataType })),
        ),
      );
    const record: Record<string, fc.Arbitrary<unknown>> = {};
    for (const [name, spec] of type.attributes)
      if (spec.prohibited !== true)
        record[name] = spec.required ? attributeValue(spec) : sometimes(attributeValue(spec), 0.3);
    if (type.text) record["content"] = sometimes(arbitraryText, 0.8);
    for (const field of type.fields) record[field.property] = this.#field(field, depth);
    if (!type.name.startsWith("IVL_"))
      return fc.record(record).map((value) => withoutExcluded(value, type));
    return fc
      .tuple(fc.record(record), fc.constantFrom(...intervals))
      .map(([value, bounds]) => withBounds(value, bounds));
  }

  #field(field: CompiledField, depth: number): fc.Arbitrary<unknown> {
    const isLater =
      this.#version !== undefined && field.since !== undefined && this.#version < field.since;
    if (field.max === 0 || isLater || (depth <= 0 && field.min === 0))
      return fc.constant(undefined);
    const item = this.#item(field, depth);
    if (!field.many) return field.min > 0 ? item : sometimes(item, 0.4);
    const minLength = Math.max(field.min, 1);
    const maxLength = Math.min(field.max, Math.max(minLength, 2));
    const items = fc.array(item, { minLength, maxLength });
    return field.min > 0 ? items : sometimes(items, 0.3);
  }

  #item(field: CompiledField, depth: number): fc.Arbitrary<unknown> {
    const child = (element: CompiledElement): fc.Arbitrary<Node> =>
      this.node(element.type, depth - 1);
    const elements = [...field.elements.values()];
    if (field.kind === "element") return fc.oneof(...elements.map(child));
    const kinds = elements
      .filter(({ name }) => depth > 0 || name !== "CompoundStatement")
      .map((element) => child(element).map((value) => ({ ...value, kind: element.name })));
    if (field.kind === "choice") return fc.oneof(...kinds);
    return fc.oneof(
      ...kinds,
      arbitraryText.map((content) => ({ kind: "text", content })),
    );
  }
}

function withBounds(value: Node, bounds: readonly string[]): Node {
  const kept = Object.entries(value).filter(
    ([name, item]) =>
      item !== undefined &&
      (bounds.includes(name) || !["low", "high", "center", "width"].includes(name)),
  );
  return Object.fromEntries(kept);
}

/** Keeps one field of each group of fields that exclude each other, and makes texts that stand together one. */
function withoutExcluded(value: Node, type: CompiledType): Node {
  const kept = { ...value };
  for (const group of type.exclusiveMasks) {
    const present = type.fields.filter(
      ({ bit, property }) => (bit & group) !== 0 && kept[property] !== undefined,
    );
    for (const { property } of present.slice(1)) delete kept[property];
  }
  if (type.parts !== undefined && Array.isArray(kept[type.parts.property]))
    kept[type.parts.property] = (kept[type.parts.property] as Node[]).filter(
      (part, index, parts) => part["kind"] !== "text" || parts[index - 1]?.["kind"] !== "text",
    );
  return Object.fromEntries(Object.entries(kept).filter(([, item]) => item !== undefined));
}

function sometimes<T>(arbitrary: fc.Arbitrary<T>, share: number): fc.Arbitrary<T | undefined> {
  const weight = Math.round(share * 10);
  return fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 10 - weight },
    { arbitrary, weight },
  );
}
