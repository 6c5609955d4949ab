/** One attribute, as written: the prefix stands in `name`, what it means in `namespace`. Declarations (`xmlns`) are attributes too. */
export interface XmlAttribute {
  readonly name: string;
  /** The name without its prefix. */
  readonly local: string;
  /** `''` where the attribute has none (an attribute never takes the default namespace). */
  readonly namespace: string;
  /** Decoded, with line breaks and tabs that stood raw turned into spaces (XML 1.0, section 3.3.3). */
  readonly value: string;
}

/** Character data: text and CDATA that stand together are one, decoded, with line ends turned to `\n` (XML 1.0, section 2.11). */
export interface XmlText {
  readonly text: string;
  /** Where it begins, 1-based. */
  readonly line: number;
  readonly column: number;
  /** Set where the text was long and the `longText` reader of `parseXml` took it: what that reader returned. `text` is then `''`. */
  readonly external?: NonNullable<unknown>;
}

/** One element. The position is that of its start tag, 1-based; columns count UTF-16 code units. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  /** The name without its prefix. */
  readonly local: string;
  /** `''` where it has none. */
  readonly namespace: string;
  /** In document order, `xmlns` declarations among them. */
  readonly attributes: readonly XmlAttribute[];
  /** In document order. Comments and processing instructions are not kept. */
  readonly children: readonly (XmlElement | XmlText)[];
  readonly line: number;
  readonly column: number;
  /** Absent on the root. */
  readonly parent?: XmlElement;
}

/** Tells an element from a text among an element's children. */
export function isXmlElement(node: XmlElement | XmlText): node is XmlElement {
  return "children" in node;
}
