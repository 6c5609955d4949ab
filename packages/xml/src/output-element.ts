/** Content that is read while the document is written and never stands in memory whole. */
export interface XmlContent {
  /** Opened once for each time the document is written. */
  readonly stream: () => AsyncIterable<Uint8Array>;
  /** `base64`: any bytes, written as base64 without line breaks. `text`: UTF-8, escaped as it comes. */
  readonly encoding: "base64" | "text";
}

/** An element to be written. Names are written as they are, prefix included; declare namespaces as attributes. */
export interface OutputElement {
  readonly name: string;
  /** In the order they are written. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** A string is text; text and elements may be mixed. */
  readonly children: readonly OutputNode[];
}

/** What may stand in an element. */
export type OutputNode = OutputElement | XmlContent | string;

type Attributes =
  | readonly (readonly [name: string, value: string | undefined])[]
  | Readonly<Record<string, string | undefined>>;

/** An element to be written; attributes and children that are `undefined` are left out. */
export function element(
  name: string,
  attributes: Attributes = [],
  children: readonly (OutputNode | undefined)[] = [],
): OutputElement {
  const given: readonly (readonly [string, string | undefined])[] = isList(attributes)
    ? attributes
    : Object.entries(attributes);
  return {
    name,
    attributes: given.filter(hasValue),
    children: children.filter((child) => child !== undefined),
  };
}

function isList(
  attributes: Attributes,
): attributes is readonly (readonly [string, string | undefined])[] {
  return Array.isArray(attributes);
}

function hasValue(
  attribute: readonly [string, string | undefined],
): attribute is readonly [string, string] {
  return attribute[1] !== undefined;
}
