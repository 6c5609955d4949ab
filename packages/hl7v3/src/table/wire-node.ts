/** Where in the source document a wire node began: 1-based, columns in UTF-16 code units. */
export interface WirePosition {
  readonly line: number;
  readonly column: number;
}

/**
 * The key under which a parsed wire node carries its position. A symbol, so that a wire value stays plain data: it does
 * not show in JSON, and `structuredClone` leaves it out.
 */
export const wirePosition: unique symbol = Symbol.for("gp2gp.hl7v3.position");

/** An attribute that no class table knows, as it was written. */
export interface RawAttribute {
  /** The name without its prefix. */
  readonly name: string;
  /** `''` where it has none. */
  readonly namespace: string;
  readonly value: string;
}

/** An element that no class table knows, as it was written but for comments, prefixes and white space between elements. */
export interface RawElement {
  /** The name without its prefix. */
  readonly name: string;
  /** `''` where it has none. */
  readonly namespace: string;
  readonly attributes: readonly RawAttribute[];
  readonly children: readonly RawContent[];
}

/** Text that the reader of the XML was told to put elsewhere (`longText` of `parseXml`): what that reader returned. */
export interface ExternalText {
  readonly external: unknown;
}

/** What can stand in an element: an element, text, or text that was put elsewhere. */
export type RawContent = RawElement | string | ExternalText;

/** A child that has no place in the class: an element, or text where the class has none. */
export interface ExtraChild {
  /** How many children (elements, and texts that are not white space) stood before it in the source. */
  readonly index: number;
  readonly node: RawContent;
}

/**
 * What stood in the XML of a node and has no place in its class: an unknown attribute, an unknown or excess element,
 * stray text. It is kept so that nothing is lost; the serialiser writes it back where it stood unless told not to.
 */
export interface WireExtras {
  readonly attributes?: readonly RawAttribute[] | undefined;
  readonly children?: readonly ExtraChild[] | undefined;
}

/** What every wire value may carry beside the fields of its class. */
export interface WireNode {
  /** The `xsi:type` attribute as written. On an `ANY` it is only set where it differs from `dataType` (a prefix). */
  readonly xsiType?: string | undefined;
  readonly extras?: WireExtras | undefined;
  readonly [wirePosition]?: WirePosition | undefined;
}

/** Where a wire value stood in the document it was parsed from; `undefined` for one that was made. */
export function positionOf(node: WireNode): WirePosition | undefined {
  return node[wirePosition];
}
