const marker = Symbol.for("gp2gp.xml.error");

/**
 * What reading or writing XML refuses. The message is fixed text per `code` and never holds anything of the document;
 * where it was stands in the fields of the subclass: `line` and `column` (`XmlReadError`), `path` (`XmlWriteError`).
 */
export abstract class XmlError extends Error {
  readonly [marker] = true;
  abstract readonly code: string;
  /** 1-based, of a document that was read. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units, of a document that was read. */
  readonly column?: number;

  /** True for every XmlError, also one made by another copy of this package. */
  static isInstance(error: unknown): error is XmlError {
    return typeof error === "object" && error !== null && marker in error;
  }
}
