import { XmlError } from "./xml-error.ts";

const messages = {
  "character-not-allowed":
    "A text or attribute to be written holds a character that XML 1.0 cannot hold, such as a control character: expected xmlSafe to have been asked first. Writing stopped.",
  "name-invalid":
    "An element or attribute to be written has a name that XML does not allow. Writing stopped.",
  "attribute-repeated": "An element to be written has the same attribute twice. Writing stopped.",
  "depth-exceeded": "The elements to be written are nested deeper than 256. Writing stopped.",
  "content-not-text":
    "Content that is streamed cannot be put into a string: expected writeXml to be used. Writing stopped.",
  "content-encoding-invalid":
    "Content that is to be written as text is not valid UTF-8. Writing stopped.",
} as const;

/** Why a tree could not be written. */
export type XmlWriteErrorCode = keyof typeof messages;

/** A tree that is refused, and the place in it. */
export class XmlWriteError extends XmlError {
  override readonly name = "XmlWriteError";
  readonly code: XmlWriteErrorCode;
  /** By names and 1-based counts among siblings of that name: `/a[1]/b[2]/@c`, `/a[1]/b[2]/text()`. */
  readonly path: string;

  constructor(code: XmlWriteErrorCode, path: string) {
    super(messages[code]);
    this.code = code;
    this.path = path;
  }
}
