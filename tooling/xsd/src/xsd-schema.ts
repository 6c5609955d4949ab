import {
  closeBuffer,
  openBuffer,
  ParseOption,
  readBuffer,
  xmlCleanupInputProvider,
  XmlDocument,
  XmlError,
  XmlLibError,
  xmlRegisterInputProvider,
  XsdValidator,
} from "libxml2-wasm";
import { SchemaFiles } from "./schema-files.ts";
import { toFinding, type XsdFinding } from "./xsd-finding.ts";

/** No network, no external entity, no limit on text but memory, line numbers beyond 65,535. */
const options =
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_HUGE |
  ParseOption.XML_PARSE_BIG_LINES;

/** A compiled schema. It holds memory outside the JavaScript heap until it is disposed of. */
export class XsdSchema implements Disposable {
  readonly #validator: XsdValidator;

  private constructor(validator: XsdValidator) {
    this.#validator = validator;
  }

  /**
   * Compiles the schema of a file, with the schemas it includes from its folder and the folders beside it.
   *
   * @throws Error where the file cannot be read or is no valid schema.
   */
  static load(path: string): XsdSchema {
    const files = new SchemaFiles(path);
    const root = files.read(files.rootAddress);
    if (root === undefined) throw new Error("The schema file cannot be read.");
    xmlRegisterInputProvider({
      match: (address) => files.has(address),
      open: (address) => {
        const bytes = files.read(address);
        return bytes === undefined ? undefined : openBuffer(bytes);
      },
      read: readBuffer,
      close: (handle) => {
        closeBuffer(handle);
        return true;
      },
    });
    try {
      using document = XmlDocument.fromBuffer(root, { url: files.rootAddress, option: options });
      return new XsdSchema(XsdValidator.fromDoc(document));
    } finally {
      xmlCleanupInputProvider();
    }
  }

  /** What the schema forbids in a document; nothing where it is valid. A document that is not XML is a finding too. */
  validate(xml: Uint8Array): readonly XsdFinding[] {
    try {
      using document = XmlDocument.fromBuffer(xml, { option: options });
      this.#validator.validate(document);
      return [];
    } catch (error) {
      if (error instanceof XmlLibError)
        return error.details.map(({ line, message }) => toFinding(line, message));
      // What the validator gives up on, such as an entity that is not read, is not valid.
      if (error instanceof XmlError) return [toFinding(1, "The document cannot be validated.")];
      throw error;
    }
  }

  [Symbol.dispose](): void {
    this.#validator.dispose();
  }
}
