import type { XmlElement } from "./xml-node.ts";

/** Something about a document that is odd but did not stop it from being read. */
export interface XmlNote {
  /**
   * - `declaration-overruled`: the byte order mark says another encoding than the declaration; the mark was followed.
   *   So it was where the bytes without a mark can only be, or cannot be, UTF-16.
   * - `white-space-before-declaration`: white space, or a second byte order mark, stood before the XML declaration.
   * - `windows-characters`: an ISO-8859-1 document has bytes 0x80-0x9F; they were read as Windows-1252.
   */
  readonly code: "declaration-overruled" | "white-space-before-declaration" | "windows-characters";
  readonly message: string;
}

/** The XML declaration, as written. */
export interface XmlDeclaration {
  readonly version?: string;
  readonly encoding?: string;
  readonly standalone?: string;
}

/** A whole document. */
export interface XmlDocument {
  readonly root: XmlElement;
  /** The encoding it was decoded from: `utf-8`, `utf-16le`, `utf-16be`, `iso-8859-1`, `windows-1252` or `us-ascii`; `text` where the source was a string. */
  readonly encoding: string;
  /** Absent where the document has none. */
  readonly declaration?: XmlDeclaration;
  readonly notes: readonly XmlNote[];
}
