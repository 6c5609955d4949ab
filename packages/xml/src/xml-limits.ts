/** What a document may not exceed. Characters are UTF-16 code units. */
export interface XmlLimits {
  /** Elements nested in one another, the root included. */
  readonly depth: number;
  /** Attributes of one element, declarations included. */
  readonly attributes: number;
  /** Characters of one name. */
  readonly name: number;
  /** Characters of one attribute value. */
  readonly attributeValue: number;
  /** Characters of one tag, comment or processing instruction. */
  readonly markup: number;
  /** Characters of all text and attribute values that `parseXml` holds in memory; text handed on to `longText` does not count. */
  readonly text: number;
  /** Elements, attributes, texts, CDATA sections, comments and processing instructions that `parseXml` reads. */
  readonly nodes: number;
}

/** What holds where a caller says nothing: room for a record of 50 MB, an end for what is none. */
export const defaultXmlLimits: XmlLimits = {
  depth: 256,
  attributes: 1000,
  name: 1024,
  attributeValue: 1_048_576,
  markup: 8_388_608,
  text: 67_108_864,
  nodes: 4_000_000,
};
