import { attribute, type AttributeTable } from "./attribute-spec.ts";
import type { FieldTable, FieldValue } from "./field-spec.ts";
import type { FindingCode } from "./finding.ts";
import type { WireNode } from "./wire-node.ts";

declare const wireValue: unique symbol;

/** A rule on the content of one node that cardinalities cannot say; answers the code of the finding, if any. */
export type WireRule = (node: Readonly<Record<string, unknown>>) => FindingCode | undefined;

/**
 * One HL7 class or data type: the single source of its TypeScript type, its parser, its serialiser and its checks.
 * `Value` is the type of its wire values.
 */
export interface WireType<Value> {
  /** A class has class, mood and type codes with one meaning; a data type has none. */
  readonly category: "class" | "data";
  /** The name in HL7's schemas, without the prefix of the message type. */
  readonly name: string;
  readonly attributes: AttributeTable;
  /** The child elements, in schema order. */
  readonly fields: FieldTable;
  /** Whether the element holds character data, which is kept verbatim as `content`. */
  readonly text: boolean;
  readonly rules: readonly WireRule[];
  /** The types that `xsi:type` may name: only the table of `ANY` has them. */
  readonly variants?: Readonly<Record<string, () => WireType<unknown>>>;
  readonly [wireValue]?: Value;
}

/** The character data of a text type. */
export interface TextValue {
  /** Verbatim, with its line breaks and spaces; base64 where `representation` is `B64`. */
  readonly content?: string | undefined;
  /** Set, and `content` absent, where the reader of the XML put the text elsewhere (`longText` of `parseXml`). */
  readonly external?: unknown;
}

type Flat<T> = { [K in keyof T]: T[K] };

/** The wire value of a table: every part optional, because a parsed message may lack any of them. */
export type WireValue<A, F, Text extends boolean> = WireNode &
  Flat<
    { readonly [K in keyof A]?: string | undefined } & {
      readonly [K in keyof F]?: FieldValue<F[K]> | undefined;
    } & (Text extends true ? TextValue : unknown)
  >;

/** The type of a table's wire values. */
export type Infer<T> = T extends WireType<infer Value> ? Value : never;

const commonToClasses = {
  type: attribute("cs"),
  typeID: attribute("oid-set"),
  realmCode: attribute("cs-set"),
  nullFlavor: attribute("cs"),
};
const commonToDataTypes = {
  nullFlavor: attribute("null-flavor"),
  updateMode: attribute("update-mode"),
};

/** A class of a message model: it has class and mood codes, and child elements. */
export function hl7Class<const A extends AttributeTable, const F extends FieldTable>(
  name: string,
  attributes: A,
  fields: F,
): WireType<WireValue<A & typeof commonToClasses, F, false>> {
  return {
    category: "class",
    name,
    attributes: { ...attributes, ...commonToClasses },
    fields,
    text: false,
    rules: [],
  };
}

/** A data type without character data. */
export function dataType<const A extends AttributeTable, const F extends FieldTable>(
  name: string,
  attributes: A,
  fields: F,
  rules: readonly WireRule[] = [],
): WireType<WireValue<A & typeof commonToDataTypes, F, false>> {
  return {
    category: "data",
    name,
    attributes: { ...attributes, ...commonToDataTypes },
    fields,
    text: false,
    rules,
  };
}

/** A data type that holds character data. */
export function textType<const A extends AttributeTable, const F extends FieldTable>(
  name: string,
  attributes: A,
  fields: F,
  rules: readonly WireRule[] = [],
): WireType<WireValue<A & typeof commonToDataTypes, F, true>> {
  return {
    category: "data",
    name,
    attributes: { ...attributes, ...commonToDataTypes },
    fields,
    text: true,
    rules,
  };
}
