import { XmlError } from "./xml-error.ts";

const messages = {
  empty: "The input is empty: expected an XML document. Nothing was read.",
  "not-xml": 'The input is not XML: expected it to begin with "<". Nothing was read.',
  truncated: "The XML is cut off: it ends before every element is closed. Reading stopped.",
  doctype:
    "The XML has a document type declaration, which is refused because it can define entities. Reading stopped.",
  "entity-undefined":
    'The XML uses an entity other than amp, lt, gt, quot and apos, or an "&" that begins none. Reading stopped.',
  "character-reference-invalid":
    "A numeric character reference names no character that XML 1.0 allows. Reading stopped.",
  "character-not-allowed":
    "A character stands here that XML 1.0 does not allow, such as a control character. Reading stopped.",
  "tag-mismatch": "An end tag does not match the start tag it should close. Reading stopped.",
  "tag-malformed": "A tag is malformed. Reading stopped.",
  "attribute-malformed":
    'An attribute is malformed: expected name="value", white space between two. Reading stopped.',
  "attribute-repeated": "A start tag has the same attribute twice. Reading stopped.",
  "namespace-malformed":
    "A name has a prefix that is not declared, or a namespace declaration or prefixed name is malformed. Reading stopped.",
  "text-outside-root": "Text stands before or after the root element. Reading stopped.",
  "root-repeated": "The XML has more than one root element. Reading stopped.",
  "declaration-malformed":
    "The XML declaration is malformed or not at the beginning of the document. Reading stopped.",
  "markup-malformed":
    'A comment, CDATA section, processing instruction or "]]>" is malformed or misplaced. Reading stopped.',
  "encoding-unknown":
    "The XML is in an encoding that is not read here: expected UTF-8, UTF-16, ISO-8859-1, Windows-1252 or US-ASCII. Nothing was read.",
  "encoding-invalid":
    "The bytes here are not valid in the encoding of the document. Reading stopped.",
  "depth-exceeded": "Elements are nested deeper than the limit. Reading stopped.",
  "attributes-exceeded": "A start tag has more attributes than the limit. Reading stopped.",
  "name-too-long": "A name is longer than the limit. Reading stopped.",
  "attribute-too-long": "An attribute value is longer than the limit. Reading stopped.",
  "markup-too-long":
    "A tag, comment or processing instruction is longer than the limit. Reading stopped.",
  "text-exceeded": "The text to be held in memory is longer than the limit. Reading stopped.",
  "nodes-exceeded":
    "The XML has more elements, attributes, texts and comments than the limit. Reading stopped.",
  "base64-invalid": "The text is not valid base64. Reading of this content stopped.",
} as const;

/** Why a document could not be read. The codes that end in `-exceeded` or `-too-long` are the limits of `XmlLimits`. */
export type XmlReadErrorCode = keyof typeof messages;

/** Where in a document, 1-based; columns count UTF-16 code units. */
export interface XmlPosition {
  readonly line: number;
  readonly column: number;
}

/** A document that is refused, and the place where reading stopped. */
export class XmlReadError extends XmlError {
  override readonly name = "XmlReadError";
  readonly code: XmlReadErrorCode;
  override readonly line: number;
  override readonly column: number;

  constructor(code: XmlReadErrorCode, position: XmlPosition) {
    super(messages[code]);
    this.code = code;
    this.line = position.line;
    this.column = position.column;
  }
}
