import { MarkupBuilder } from "./markup-builder.ts";
import type { OutputElement } from "./output-element.ts";
import { XmlWriteError } from "./xml-write-error.ts";
import { xmlDeclaration } from "./write-xml.ts";
import type { WriteXmlOptions } from "./write-xml.ts";

/**
 * A small tree as a string; without a declaration where not told otherwise.
 *
 * @throws XmlWriteError as `writeXml`, and where content is to be streamed.
 */
export function xmlText(root: OutputElement, options: WriteXmlOptions = {}): string {
  let text = options.declaration === true ? xmlDeclaration : "";
  for (const piece of new MarkupBuilder(options.indent ?? 0).pieces(root)) {
    if (typeof piece !== "string") throw new XmlWriteError("content-not-text", piece.path);
    text += piece;
  }
  return text;
}
