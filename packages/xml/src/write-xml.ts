import { encodeBase64 } from "./base64-encoder.ts";
import { MarkupBuilder } from "./markup-builder.ts";
import type { OutputElement, XmlContent } from "./output-element.ts";
import { escapeText } from "./xml-characters.ts";
import { XmlWriteError } from "./xml-write-error.ts";

/** How a tree is written. */
export interface WriteXmlOptions {
  /** Whether an XML declaration stands first. `writeXml` writes one where not told, `xmlText` does not. */
  readonly declaration?: boolean;
  /** Spaces for each level of an element that holds elements only; 0, none, where not given. */
  readonly indent?: number;
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What is gathered before it is handed out. */
const chunkLength = 65_536;

/**
 * Writes a document as UTF-8, in chunks, as fast as they are taken. Written the same every time.
 *
 * @throws XmlWriteError where XML cannot hold what the tree says; what a content stream throws.
 */
export async function* writeXml(
  root: OutputElement,
  options: WriteXmlOptions = {},
): AsyncGenerator<Uint8Array> {
  const { declaration = true, indent = 0 } = options;
  const encoder = new TextEncoder();
  let gathered = declaration ? xmlDeclaration : "";
  for (const piece of new MarkupBuilder(indent).pieces(root)) {
    if (typeof piece === "string") {
      gathered += piece;
      if (gathered.length < chunkLength) continue;
      yield encoder.encode(gathered);
      gathered = "";
      continue;
    }
    if (gathered !== "") yield encoder.encode(gathered);
    gathered = "";
    yield* contentBytes(piece.content, piece.path);
  }
  if (gathered !== "") yield encoder.encode(gathered);
}

function contentBytes(content: XmlContent, path: string): AsyncIterable<Uint8Array> {
  switch (content.encoding) {
    case "base64":
      return encodeBase64(content.stream());
    case "text":
      return escapedText(content.stream(), path);
  }
}

async function* escapedText(
  source: AsyncIterable<Uint8Array>,
  path: string,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const encoder = new TextEncoder();
  const escaped = (bytes?: Uint8Array): Uint8Array => {
    const text = escapeText(decode(bytes));
    if (text === undefined) throw new XmlWriteError("character-not-allowed", path);
    return encoder.encode(text);
  };
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new XmlWriteError("content-encoding-invalid", path);
    }
  };
  for await (const bytes of source) yield escaped(bytes);
  yield escaped();
}
