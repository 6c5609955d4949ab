import { entityDeterminers, participationTypes } from "../vocabulary/participation-types.ts";

/** The lexical types of attributes, named as in the data type schema. */
export type Lexical =
  | "bin"
  | "bl"
  | "cs"
  | "cs-set"
  | "int"
  | "oid-set"
  | "real"
  | "st"
  | "ts"
  | "uid"
  | "uuid"
  | "url"
  | "null-flavor"
  | "update-mode";

/** One attribute of a class or data type. Its value is always kept as the text that was written. */
export interface AttributeSpec {
  readonly lexical: Lexical;
  readonly required: boolean;
  /** The only value the class allows; what the attribute means where it is absent. */
  readonly fixed?: string;
  /** What the attribute means where it is absent (the default of the schema), where other values are allowed too. */
  readonly absent?: string;
  /** The values the data type schema allows, where it lists them. */
  readonly values?: readonly string[];
  /** Whether `withDefaults` writes `fixed` or `absent` into a value that lacks it: so for class, mood and type codes. */
  readonly filled: boolean;
  /** Set where the base type has the attribute and this restriction forbids it. */
  readonly prohibited?: boolean;
}

/** The attributes of a class or data type by name, in the order in which they are written. */
export type AttributeTable = Readonly<Record<string, AttributeSpec>>;

/** An optional attribute of a lexical type. */
export function attribute(
  lexical: Lexical,
  options: { readonly absent?: string; readonly values?: readonly string[] } = {},
): AttributeSpec {
  return { lexical, required: false, filled: false, ...options };
}

/** A class, mood, type or determiner code that has one value only. The schema gives it as a default: it may be absent. */
export function fixed(value: string): AttributeSpec {
  return { lexical: "cs", required: false, fixed: value, filled: true };
}

/** The code of a participation that has one meaning in its class; the vocabulary has others too. */
export const participation = (value: (typeof participationTypes)[number]): AttributeSpec => ({
  ...fixed(value),
  values: participationTypes,
});

/** The determiner of an entity, which means the very one; the vocabulary has others too. */
export const instance: AttributeSpec = { ...fixed("INSTANCE"), values: entityDeterminers };

/** A code or indicator that may have other values than the one it means where it is absent. */
export function defaulted(value: string, lexical: Lexical = "cs"): AttributeSpec {
  return { lexical, required: false, absent: value, filled: true };
}

/** A code that must be given, of those in the vocabulary where it is closed. */
export function required(values?: readonly string[]): AttributeSpec {
  return {
    lexical: "cs",
    required: true,
    filled: false,
    ...(values === undefined ? {} : { values }),
  };
}

/** An attribute that the base type has and this restriction forbids. It is kept where it is there, and found fault with. */
export function prohibited(lexical: Lexical): AttributeSpec {
  return { lexical, required: false, filled: false, prohibited: true };
}
