import { LongTexts } from "./long-texts.ts";
import type { LongTextReader } from "./long-texts.ts";
import { TreeBuilder } from "./tree-builder.ts";
import type { XmlDocument } from "./xml-document.ts";
import { defaultXmlLimits } from "./xml-limits.ts";
import type { XmlLimits } from "./xml-limits.ts";
import { XmlReadError } from "./xml-read-error.ts";
import { openXmlSource } from "./xml-source.ts";
import type { XmlSource, XmlSourceText } from "./xml-source.ts";
import { XmlTokeniser } from "./xml-tokeniser.ts";

/** How a document is read into a tree. */
export interface ParseXmlOptions {
  /** Those not given are `defaultXmlLimits`. */
  readonly limits?: Partial<XmlLimits>;
  /** Aborted, `parseXml` rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Offered every text longer than `longTextOver`, so that it need not stand in memory. */
  readonly longText?: LongTextReader;
  /** In characters; 65,536 where not given. With 0 every text is offered. */
  readonly longTextOver?: number;
}

/**
 * Reads a whole document into a tree. The source is read chunk by chunk and closed when it is not read to its end.
 *
 * @throws XmlReadError where the document is not well formed, exceeds a limit, or is in an encoding that is not read;
 * what the source or the `longText` reader threw; the reason of `signal`.
 */
export async function parseXml(
  source: XmlSource,
  options: ParseXmlOptions = {},
): Promise<XmlDocument> {
  const { signal, longText, longTextOver = 65_536 } = options;
  const limits = { ...defaultXmlLimits, ...options.limits };
  const text = await openXmlSource(source, signal);
  const longTexts = longText === undefined ? undefined : new LongTexts(longText);
  const builder = new TreeBuilder(limits, longTexts, longTextOver);
  const tokeniser = new XmlTokeniser(builder, limits, text.start);
  try {
    await feed(text, tokeniser, longTexts, signal);
  } catch (error) {
    await longTexts?.fail(error, signal);
    throw error;
  }
  const { root } = builder;
  if (root === undefined) throw new XmlReadError("truncated", tokeniser.position);
  const { declaration } = tokeniser;
  return {
    root,
    encoding: text.encoding,
    notes: text.notes,
    ...(declaration === undefined ? {} : { declaration }),
  };
}

async function feed(
  text: XmlSourceText,
  tokeniser: XmlTokeniser,
  longTexts: LongTexts | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  for await (const chunk of text.chunks) {
    tokeniser.write(chunk);
    if (longTexts?.isIdle === false) await longTexts.settle(signal);
  }
  if (text.invalid !== undefined) throw new XmlReadError(text.invalid, tokeniser.position);
  tokeniser.end();
  await longTexts?.settle(signal);
}
