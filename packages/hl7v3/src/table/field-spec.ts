import type { WireType } from "./wire-type.ts";

declare const fieldValue: unique symbol;

/** A type, or a function that gives it: for types that are defined later or hold each other. */
export type TypeReference<Value> = WireType<Value> | (() => WireType<Value>);

type References = Readonly<Record<string, TypeReference<unknown>>>;

/** The first message model that has a part. */
export type ModelVersion = "RCMR_MT030101UK04" | "RCMR_MT030101UK05";

/**
 * How the child elements of a class become one property of the wire value.
 *
 * - `element`: one element name, the property has the same name;
 * - `choice`: one of several elements; the value says in `kind` which it was;
 * - `parts`: any number of several elements and texts, in source order (names and addresses).
 */
export interface Field<Value> {
  readonly kind: "element" | "choice" | "parts";
  /** The elements by name; for `element` the one name is the property's and stands in the class table. */
  readonly types: References;
  readonly min: number;
  readonly max: number;
  /** Whether the property is an array, whatever its length. */
  readonly many: boolean;
  /** Set where the part came with a later model version. */
  readonly since?: ModelVersion;
  /** Fields of one class with the same name here stand in one place of the order, and only one of them may be there. */
  readonly exclusive?: string;
  readonly [fieldValue]?: Value;
}

/** The child elements of a class by property, in schema order. */
export type FieldTable = Readonly<Record<string, Field<unknown>>>;

/** The type of the property that a field makes. */
export type FieldValue<F> = F extends Field<infer Value> ? Value : never;

type ReferenceValue<R> = R extends TypeReference<infer Value> ? Value : never;

/** A choice: which element it was, and its value. */
export type Choice<R> = {
  [K in keyof R & string]: { readonly kind: K } & ReferenceValue<R[K]>;
}[keyof R & string];

/** Text between the parts of a name or an address. */
export interface TextPart {
  readonly kind: "text";
  readonly content: string;
}

/** The name under which an `element` field holds its one type. */
export const self = "";

function element<Value>(
  type: TypeReference<unknown>,
  min: number,
  max: number,
  many: boolean,
): Field<Value> {
  return { kind: "element", types: { [self]: type }, min, max, many };
}

/** Exactly one element. */
export function one<Value>(type: TypeReference<Value>): Field<Value> {
  return element(type, 1, 1, false);
}

/** At most one element. */
export function optional<Value>(type: TypeReference<Value>): Field<Value> {
  return element(type, 0, 1, false);
}

/** Any number of elements, or as many as `min` and `max` say. The property is an array. */
export function many<Value>(
  type: TypeReference<Value>,
  min = 0,
  max = Number.POSITIVE_INFINITY,
): Field<readonly Value[]> {
  return element(type, min, max, true);
}

/** An element that the base type has and this restriction forbids. It is kept where it is there, and found fault with. */
export function forbidden<Value>(field: Field<Value>): Field<Value> {
  return { ...field, min: 0, max: 0 };
}

/** Exactly one of several elements. */
export function choice<const R extends References>(types: R): Field<Choice<R>> {
  return { kind: "choice", types, min: 1, max: 1, many: false };
}

/** Any number of several elements, and text, in source order. */
export function parts<const R extends References>(
  types: R,
): Field<readonly (Choice<R> | TextPart)[]> {
  return { kind: "parts", types, min: 0, max: Number.POSITIVE_INFINITY, many: true };
}

/** A part that came with a later version of the model. */
export function since<Value>(version: ModelVersion, field: Field<Value>): Field<Value> {
  return { ...field, since: version };
}

/** One of several fields that exclude each other. */
export function exclusive<Value>(group: string, field: Field<Value>): Field<Value> {
  return { ...field, exclusive: group };
}
