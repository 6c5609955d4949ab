import { TreeBuilder } from "./tree-builder.ts";
import { defaultXmlLimits } from "./xml-limits.ts";
import type { XmlElement } from "./xml-node.ts";
import { XmlReadError } from "./xml-read-error.ts";
import { XmlTokeniser } from "./xml-tokeniser.ts";

/** The longest text read at once, in characters: what the tokeniser gathers is checked only between chunks. */
const longest = 65_536;

/**
 * Reads a small document that is already in memory, such as one in a cell of a table, as strictly as `parseXml`.
 *
 * @throws XmlReadError where it is not well formed, goes beyond a limit, or is longer than 65,536 characters.
 */
export function parseXmlText(text: string): XmlElement {
  const start = { line: 1, column: 1 };
  if (text.length > longest) throw new XmlReadError("text-exceeded", start);
  if (text.trim() === "") throw new XmlReadError("empty", start);
  if (!text.isWellFormed()) throw new XmlReadError("character-not-allowed", start);
  const builder = new TreeBuilder(defaultXmlLimits, undefined, longest);
  const tokeniser = new XmlTokeniser(builder, defaultXmlLimits, start);
  tokeniser.write(text);
  tokeniser.end();
  if (builder.root === undefined) throw new XmlReadError("truncated", tokeniser.position);
  return builder.root;
}
