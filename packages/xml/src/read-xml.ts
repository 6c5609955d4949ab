import type { XmlDocument } from "./xml-document.ts";
import { defaultXmlLimits } from "./xml-limits.ts";
import type { XmlLimits } from "./xml-limits.ts";
import { XmlReadError } from "./xml-read-error.ts";
import { openXmlSource } from "./xml-source.ts";
import type { XmlSource } from "./xml-source.ts";
import { XmlTokeniser } from "./xml-tokeniser.ts";
import type { TokenSink, XmlTag } from "./xml-tokeniser.ts";

/** A text between two tags, or a piece of a long one. */
export interface XmlTextPiece {
  readonly text: string;
  /** Where the whole text begins. */
  readonly line: number;
  readonly column: number;
  /** False while more pieces of the same text follow; the last one may be empty. */
  readonly last: boolean;
}

/** Told of a document in its order. What is returned is awaited before anything more is read. */
export interface XmlHandler {
  open?(tag: XmlTag): Promise<void> | void;
  text?(piece: XmlTextPiece): Promise<void> | void;
  close?(tag: XmlTag): Promise<void> | void;
}

/** How a document is streamed. */
export interface ReadXmlOptions {
  /** `nodes` and `text` do not count here, where nothing is held. Those not given are `defaultXmlLimits`. */
  readonly limits?: Partial<XmlLimits>;
  readonly signal?: AbortSignal;
  /** Text longer than this many characters comes in pieces; 65,536 where not given. */
  readonly longTextOver?: number;
}

/**
 * Streams a document of any size to a handler, in memory that its size does not change.
 * The handler may have been told of much before an error shows: keep nothing until the promise resolves.
 *
 * @throws XmlReadError as `parseXml`; what the source or the handler threw; the reason of `signal`.
 */
export async function readXml(
  source: XmlSource,
  handler: XmlHandler,
  options: ReadXmlOptions = {},
): Promise<Omit<XmlDocument, "root">> {
  const { signal, longTextOver = 65_536 } = options;
  const limits = { ...defaultXmlLimits, ...options.limits };
  const text = await openXmlSource(source, signal);
  const queue = new EventQueue(handler, longTextOver);
  const tokeniser = new XmlTokeniser(queue, limits, text.start);
  for await (const chunk of text.chunks) {
    tokeniser.write(chunk);
    await queue.deliver(signal);
  }
  if (text.invalid !== undefined) throw new XmlReadError(text.invalid, tokeniser.position);
  tokeniser.end();
  const { declaration } = tokeniser;
  return {
    encoding: text.encoding,
    notes: text.notes,
    ...(declaration === undefined ? {} : { declaration }),
  };
}

/** Events of one chunk, delivered one after the other once the chunk is read. */
class EventQueue implements TokenSink {
  readonly #handler: XmlHandler;
  readonly #longTextOver: number;
  readonly #open: XmlTag[] = [];
  #events: (() => Promise<void> | void)[] = [];
  #text: { text: string; readonly line: number; readonly column: number } | undefined;

  constructor(handler: XmlHandler, longTextOver: number) {
    this.#handler = handler;
    this.#longTextOver = longTextOver;
  }

  open(tag: XmlTag): void {
    this.#endText();
    this.#open.push(tag);
    this.#events.push(() => this.#handler.open?.(tag));
  }

  text(piece: string, line: number, column: number): void {
    this.#text ??= { text: "", line, column };
    this.#text.text += piece;
    if (this.#text.text.length <= this.#longTextOver) return;
    this.#piece({ ...this.#text, last: false });
    this.#text.text = "";
  }

  close(): void {
    this.#endText();
    const tag = this.#open.pop();
    if (tag !== undefined) this.#events.push(() => this.#handler.close?.(tag));
  }

  skip(): void {
    // Comments and processing instructions are not told.
  }

  async deliver(signal: AbortSignal | undefined): Promise<void> {
    const events = this.#events;
    this.#events = [];
    for (const event of events) {
      const told = event();
      if (told === undefined) continue;
      await told;
      signal?.throwIfAborted();
    }
  }

  #endText(): void {
    if (this.#text !== undefined) this.#piece({ ...this.#text, last: true });
    this.#text = undefined;
  }

  #piece(piece: XmlTextPiece): void {
    this.#events.push(() => this.#handler.text?.(piece));
  }
}
