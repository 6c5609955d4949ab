import type { SaxesParser, XMLDecl } from "saxes";

/** Namespaces are resolved by `NamespaceScope`, which is faster; a document that says XML 1.1 is held to the rules of 1.0. */
export const saxesOptions = {
  xmlns: false,
  forceXMLVersion: true,
  defaultXMLVersion: "1.0",
} as const;

/** The states of saxes 6.0.0 in which its `text` holds character data of an element. */
const textState = 13;
const entityState = 14;
const cdataStates: ReadonlySet<number> = new Set([20, 21, 22]);

/**
 * What saxes 6.0.0 keeps between two chunks, by its private names; it bounds none of it itself. The handlers are set by
 * name too: its own `on` writes them by key, and from the eighth on V8 makes the parser a dictionary, six times slower.
 */
interface SaxesInternals {
  errorHandler?: (error: Error) => void;
  xmldeclHandler?: (declaration: XMLDecl) => void;
  textHandler?: (text: string) => void;
  cdataHandler?: (text: string) => void;
  commentHandler?: () => void;
  piHandler?: (instruction: { readonly target: string }) => void;
  openTagStartHandler?: (tag: { readonly name: string }) => void;
  attributeHandler?: (attribute: { readonly name: string; readonly value: string }) => void;
  openTagHandler?: (tag: { readonly name: string }) => void;
  closeTagHandler?: () => void;
  text: string;
  name: string;
  entity: string;
  piTarget: string;
  doctype: boolean;
  state: number;
  i: number;
  entityReturnState?: number;
}

/** Where saxes stands in the grammar, as far as the limits need it. */
export type SaxesPlace = "text" | "markup";

/**
 * The accumulators of a parser. The dependency is pinned to 6.0.0; another version whose private members differ is
 * refused here, because the limits would silently stop to hold.
 */
export function saxesInternals(parser: SaxesParser<typeof saxesOptions>): SaxesInternals {
  const internals = parser as unknown as SaxesInternals;
  const { text, name, entity, piTarget, doctype, state, i } = internals;
  const strings = [text, name, entity, piTarget].every((value) => typeof value === "string");
  const numbers = typeof state === "number" && typeof i === "number";
  if (!strings || !numbers || typeof doctype !== "boolean") {
    throw new Error(
      "saxes is not the version whose memory this package can bound: expected 6.0.0.",
    );
  }
  return internals;
}

/** Tells whether `text` is character data that may be handed on, or part of a tag, comment or instruction. */
export function saxesPlace(internals: SaxesInternals): SaxesPlace {
  const { state, entityReturnState } = internals;
  const effective = state === entityState ? entityReturnState : state;
  return effective === textState || (effective !== undefined && cdataStates.has(effective))
    ? "text"
    : "markup";
}
