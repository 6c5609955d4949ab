import { codedItemTypes } from "./coded-item-types.ts";
import type { FlagField, NodeField, TextField, WireType } from "./field.ts";
import { recordTypes } from "./record-types.ts";
import { valueTypes } from "./value-types.ts";
import { wordedItemTypes } from "./worded-item-types.ts";

/**
 * Every class of both versions: names, order, cardinality, forms and lists of values, as
 * TppPatientRecord.xsd has them, and beside them what the published grammar of GetPatientRecord adds.
 * Reading accepts every field in either version; writing keeps to one.
 */
export const wireTypes = {
  ...valueTypes,
  ...codedItemTypes,
  ...wordedItemTypes,
  ...recordTypes,
} as const;

type Types = typeof wireTypes;
export type WireTypeName = keyof Types;
type Elements<Name extends WireTypeName> = Types[Name]["elements"];
type FieldNames<Name extends WireTypeName, Kind> = {
  [Key in keyof Elements<Name> & string]: Elements<Name>[Key] extends Kind ? Key : never;
}[keyof Elements<Name> & string];

export type AttributeName<Name extends WireTypeName> = keyof Types[Name]["attributes"] & string;
export type TextName<Name extends WireTypeName> = FieldNames<Name, TextField>;
export type FlagName<Name extends WireTypeName> = FieldNames<Name, FlagField>;
export type NodeName<Name extends WireTypeName> = FieldNames<Name, NodeField>;
/** The class of the element that a field of a class holds. */
export type TypeIn<Name extends WireTypeName, Field> = Field extends keyof Elements<Name>
  ? Elements<Name>[Field] extends { readonly type: infer Type extends WireTypeName }
    ? Type
    : never
  : never;

type Many<Value> = Value | readonly Value[] | undefined;
/** What an element of a class is written from: attributes by `@name`, elements by name. */
export type WireInput<Name extends WireTypeName> = {
  [Key in AttributeName<Name> as `@${Key}`]?: string | undefined;
} & { [Key in TextName<Name>]?: Many<string> } & {
  [Key in FlagName<Name>]?: boolean | undefined;
} & { [Key in NodeName<Name>]?: Many<WireInput<TypeIn<Name, Key>>> };

/** The elements an event holds. */
export type ItemName = NodeName<"Event">;
/** The elements beside the clinical record. */
export type PracticeItemName = NodeName<"NonClinical">;

/** The rules of a class, for code that goes through its fields. */
export function rulesOf(name: WireTypeName): WireType {
  return wireTypes[name];
}
