/** The two shapes of the record: the published schema, and the richer GetPatientRecord response. */
export type Version = "patient-record" | "client-integration";
export const versions = ["patient-record", "client-integration"] as const;

/** The form a text must have. `anyDate`: a date, which the richer grammar may give with a time. */
export type Lexical = "string" | "date" | "dateTime" | "decimal" | "integer";
export type Occurs = "one" | "optional" | "many";

interface Rule {
  readonly occurs: Occurs;
  /** The number in the richer grammar, where it is another. */
  readonly occursInClient?: Occurs;
  /** The one version that has it. */
  readonly only?: Version;
}

/** An element or attribute that holds text. */
export interface TextField extends Rule {
  readonly kind: "text";
  readonly lexical: Lexical;
  /** The values allowed, where there is a list. */
  readonly values?: readonly string[];
  /** Values the richer grammar allows beside those. */
  readonly clientValues?: readonly string[];
  /** Whether it is the free text of its item, which also carries what has no place of its own. */
  readonly carries?: boolean;
}

/** An empty element that says yes by being there. */
export interface FlagField extends Rule {
  readonly kind: "flag";
}

/** An element that holds elements. */
export interface NodeField<Type extends string = string> extends Rule {
  readonly kind: "node";
  readonly type: Type;
}

export type Field = TextField | FlagField | NodeField;

/** One class of the format: attributes and elements in the order they are written. */
export interface WireType {
  readonly attributes: Readonly<Record<string, TextField>>;
  readonly elements: Readonly<Record<string, Field>>;
}

type Options = Pick<Rule, "occursInClient" | "only">;
type TextOptions = Options &
  Partial<Pick<TextField, "lexical" | "values" | "clientValues" | "carries">>;

/** A text that occurs so often; a string where `lexical` does not say otherwise. */
export function text<const Given extends TextOptions>(
  occurs: Occurs,
  given?: Given,
): TextField & Given {
  return { kind: "text", occurs, lexical: "string", ...given } as TextField & Given;
}

export function flag<const Given extends Options>(given?: Given): FlagField & Given {
  return { kind: "flag", occurs: "optional", ...given } as FlagField & Given;
}

export function node<const Type extends string>(
  type: Type,
  occurs: Occurs,
  given?: Options,
): NodeField<Type> {
  return { kind: "node", type, occurs, ...given };
}

/** How often a field stands in one version; undefined where that version does not have it. */
export function occursIn(field: Field, version: Version): Occurs | undefined {
  if (field.only !== undefined && field.only !== version) return undefined;
  return (version === "client-integration" ? field.occursInClient : undefined) ?? field.occurs;
}

/** The values a field takes in one version, where there is a list. */
export function valuesIn(
  field: { readonly values?: TextField["values"] | undefined } & Pick<TextField, "clientValues">,
  version: Version,
): readonly string[] | undefined {
  if (field.values === undefined) return undefined;
  return version === "client-integration"
    ? [...field.values, ...(field.clientValues ?? [])]
    : field.values;
}
