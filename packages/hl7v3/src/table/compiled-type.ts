import type { AttributeSpec } from "./attribute-spec.ts";
import { self, type Field, type ModelVersion, type TypeReference } from "./field-spec.ts";
import type { WireRule, WireType } from "./wire-type.ts";

/** One field of a class, with its place in the order. */
export interface CompiledField {
  readonly property: string;
  readonly kind: Field<unknown>["kind"];
  readonly min: number;
  readonly max: number;
  readonly many: boolean;
  readonly since: ModelVersion | undefined;
  /** Fields that exclude each other have the same. */
  readonly order: number;
  /** Its bit in the masks of the class. */
  readonly bit: number;
  readonly elements: ReadonlyMap<string, CompiledElement>;
}

/** One element name of a class. */
export interface CompiledElement {
  readonly name: string;
  readonly field: CompiledField;
  /** Compiled when it is first asked for, because types hold each other. */
  readonly type: CompiledType;
}

/** A class table prepared for one pass over attributes and children: every look-up is by name. */
export interface CompiledType {
  readonly name: string;
  readonly category: "class" | "data";
  readonly text: boolean;
  readonly attributes: ReadonlyMap<string, AttributeSpec>;
  readonly requiredAttributes: readonly string[];
  readonly fields: readonly CompiledField[];
  readonly elements: ReadonlyMap<string, CompiledElement>;
  /** The field that takes texts and elements in source order (names and addresses). */
  readonly parts: CompiledField | undefined;
  readonly requiredMask: number;
  /** One mask for each group of fields that exclude each other. */
  readonly exclusiveMasks: readonly number[];
  /** The fields whose number is limited otherwise than by "one" and "at least one". */
  readonly counted: readonly CompiledField[];
  readonly rules: readonly WireRule[];
  readonly variants: ReadonlyMap<string, () => CompiledType> | undefined;
}

class LazyElement implements CompiledElement {
  readonly name: string;
  readonly field: CompiledField;
  readonly #reference: TypeReference<unknown>;
  #type: CompiledType | undefined;

  constructor(name: string, field: CompiledField, reference: TypeReference<unknown>) {
    this.name = name;
    this.field = field;
    this.#reference = reference;
  }

  get type(): CompiledType {
    this.#type ??= compile(
      typeof this.#reference === "function" ? this.#reference() : this.#reference,
    );
    return this.#type;
  }
}

const compiled = new WeakMap<WireType<unknown>, CompiledType>();
const largestMask = 30;

/** Prepares a class table, once. */
export function compile(type: WireType<unknown>): CompiledType {
  const known = compiled.get(type);
  if (known !== undefined) return known;
  const made = prepare(type);
  compiled.set(type, made);
  return made;
}

function prepare(type: WireType<unknown>): CompiledType {
  const fields = prepareFields(type);
  const elements = new Map<string, CompiledElement>();
  for (const field of fields)
    for (const [name, element] of field.elements) elements.set(name, element);
  const attributes = new Map(Object.entries(type.attributes));
  return {
    name: type.name,
    category: type.category,
    text: type.text,
    attributes,
    requiredAttributes: [...attributes].filter(([, spec]) => spec.required).map(([name]) => name),
    fields,
    elements,
    parts: fields.find((field) => field.kind === "parts"),
    requiredMask: mask(fields.filter((field) => field.min > 0)),
    exclusiveMasks: exclusiveMasks(type, fields),
    counted: fields.filter(
      (field) => field.many && (field.min > 1 || (field.max > 0 && Number.isFinite(field.max))),
    ),
    rules: type.rules,
    variants:
      type.variants === undefined
        ? undefined
        : new Map(
            Object.entries(type.variants).map(([name, variant]) => [
              name,
              () => compile(variant()),
            ]),
          ),
  };
}

function prepareFields(type: WireType<unknown>): CompiledField[] {
  const entries = Object.entries(type.fields);
  if (entries.length > largestMask)
    throw new RangeError(`The class ${type.name} has too many fields.`);
  let order = -1;
  let group: string | undefined;
  return entries.map(([property, spec], index) => {
    if (spec.exclusive === undefined || spec.exclusive !== group) order += 1;
    group = spec.exclusive;
    const elements = new Map<string, CompiledElement>();
    const field: CompiledField = {
      property,
      kind: spec.kind,
      min: spec.min,
      max: spec.max,
      many: spec.many,
      since: spec.since,
      order,
      bit: 1 << index,
      elements,
    };
    for (const [name, reference] of Object.entries(spec.types)) {
      const element = name === self ? property : name;
      elements.set(element, new LazyElement(element, field, reference));
    }
    return field;
  });
}

function mask(fields: readonly CompiledField[]): number {
  return fields.reduce((sum, field) => sum | field.bit, 0);
}

function exclusiveMasks(type: WireType<unknown>, fields: readonly CompiledField[]): number[] {
  const groups = Object.groupBy(
    fields.filter((field) => type.fields[field.property]?.exclusive !== undefined),
    (field) => type.fields[field.property]?.exclusive ?? "",
  );
  return Object.values(groups).map((group) => mask(group ?? []));
}
