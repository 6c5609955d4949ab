import type { XmlElement } from './xml-node.ts'

/** Something about a document that is odd but did not stop it from being read. */
export interface XmlNote {
  /**
   * - `declaration-overruled`: the byte order mark says another encoding than the declaration; the mark was followed.
   * - `white-space-before-declaration`: white space stood before the XML declaration; it was skipped.
   */
  readonly code: 'declaration-overruled' | 'white-space-before-declaration'
  readonly message: string
}

/** The XML declaration, as written. */
export interface XmlDeclaration {
  readonly version?: string
  readonly encoding?: string
  readonly standalone?: string
}

/** A whole document. */
export interface XmlDocument {
  readonly root: XmlElement
  /** The encoding it was decoded from: `utf-8`, `utf-16le`, `utf-16be`, `iso-8859-1`, `windows-1252` or `us-ascii`; `text` where the source was a string. */
  readonly encoding: string
  /** Absent where the document has none. */
  readonly declaration?: XmlDeclaration
  readonly notes: readonly XmlNote[]
}
