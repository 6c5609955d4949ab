import type { StoredContent } from "@gp2gp/core";

/** What the text of an element may look like; `any` for elements the schema leaves open. */
export type Lexical = "string" | "integer" | "short" | "byte" | "decimal" | "dateTime";

export interface LeafSpec {
  readonly kind: "leaf";
  readonly lexical: Lexical;
  readonly values?: readonly string[];
  readonly required?: boolean;
}
export interface AttributeSpec {
  readonly kind: "attribute";
  readonly lexical: Lexical;
  readonly values?: readonly string[];
}
/** Base64 that may be too long to stand in memory. */
export interface ContentSpec {
  readonly kind: "content";
}
export interface NodeSpec<Fields extends WireFields = WireFields> {
  readonly kind: "node";
  readonly fields: Fields;
  readonly required?: boolean;
}
/** Elements of one name, any number of them. */
export interface ListSpec<Fields extends WireFields = WireFields> {
  readonly kind: "list";
  readonly fields: Fields;
}
export type FieldSpec = LeafSpec | AttributeSpec | ContentSpec | NodeSpec | ListSpec;

/** The content of a type of the schema: by element name (attributes by `@name`), in the order of the schema. */
export interface WireFields {
  readonly [name: string]: FieldSpec;
}

/** The bytes of an attachment: stored, or the text as it stands where it is no base64. */
export type WireContent = { readonly stored: StoredContent } | { readonly text: string };

/** A node of a type: leaves are text as the source wrote it, absent members are absent elements. */
export type WireOf<Fields extends WireFields> = {
  readonly [Name in keyof Fields]?: WireValueOf<Fields[Name]> | undefined;
};
type WireValueOf<Spec extends FieldSpec> =
  Spec extends NodeSpec<infer Fields>
    ? WireOf<Fields>
    : Spec extends ListSpec<infer Fields>
      ? readonly WireOf<Fields>[]
      : Spec extends ContentSpec
        ? WireContent
        : string;

/** Any node, for what works on the tables alone. */
export interface AnyWire {
  readonly [name: string]: AnyWireValue | undefined;
}
export type AnyWireValue = string | WireContent | AnyWire | readonly AnyWire[];

export const string = { kind: "leaf", lexical: "string" } as const satisfies LeafSpec;
export const integer = { kind: "leaf", lexical: "integer" } as const satisfies LeafSpec;
export const short = { kind: "leaf", lexical: "short" } as const satisfies LeafSpec;
export const byte = { kind: "leaf", lexical: "byte" } as const satisfies LeafSpec;
export const decimal = { kind: "leaf", lexical: "decimal" } as const satisfies LeafSpec;
export const dateTime = { kind: "leaf", lexical: "dateTime" } as const satisfies LeafSpec;
export const content = { kind: "content" } as const satisfies ContentSpec;

/** A leaf with one of these values only. */
export function oneOf(lexical: Lexical, ...values: readonly string[]): LeafSpec {
  return { kind: "leaf", lexical, values };
}

export function attribute(lexical: Lexical, ...values: readonly string[]): AttributeSpec {
  return { kind: "attribute", lexical, ...(values.length > 0 && { values }) };
}

export function node<const Fields extends WireFields>(fields: Fields): NodeSpec<Fields> {
  return { kind: "node", fields };
}

export function list<const Fields extends WireFields>(fields: Fields): ListSpec<Fields> {
  return { kind: "list", fields };
}

/** A member whose content is written apart: only that it is there and empty is of its node. */
export const apart = { kind: "node", fields: {} } as const satisfies NodeSpec;

/** The same, mandatory in the schema. */
export function required<Spec extends LeafSpec | NodeSpec>(spec: Spec): Spec {
  return { ...spec, required: true };
}

const forms: Readonly<Record<Exclude<Lexical, "string">, RegExp>> = {
  integer: /^[+-]?\d+$/,
  short: /^[+-]?\d+$/,
  byte: /^[+-]?\d+$/,
  decimal: /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/,
  dateTime:
    /^-?\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/,
};
const bounds = { short: 32_767, byte: 127 } as const;

/** Whether the schema allows a text for a leaf. White space around numbers is allowed there. */
export function isAllowed(spec: LeafSpec | AttributeSpec, value: string): boolean {
  if (spec.values) return spec.values.includes(spec.lexical === "string" ? value : value.trim());
  const { lexical } = spec;
  if (lexical === "string") return true;
  const text = value.trim();
  if (!forms[lexical].test(text)) return false;
  if (lexical !== "short" && lexical !== "byte") return true;
  const number = Number(text);
  return number <= bounds[lexical] && number >= -bounds[lexical] - 1;
}

export function isWireContent(value: AnyWireValue): value is WireContent {
  return (
    typeof value === "object" &&
    !Array.isArray(value) &&
    (("stored" in value && typeof value["stored"] === "object") ||
      ("text" in value && typeof value["text"] === "string"))
  );
}
