import { abortable } from "./abortable.ts";
import { byteDecoder } from "./byte-decoder.ts";
import { encodingOfBytes, encodingOfName } from "./character-encoding.ts";
import type { XmlEncoding } from "./character-encoding.ts";
import type { XmlNote } from "./xml-document.ts";
import { XmlReadError } from "./xml-read-error.ts";
import type { XmlPosition } from "./xml-read-error.ts";

/** Where a document comes from: bytes in any cut, bytes at once, or text that was decoded before. */
export type XmlSource = AsyncIterable<Uint8Array> | Uint8Array | string;

/** The text of a document, cut to what the tokeniser takes at once. */
export interface XmlSourceText {
  readonly encoding: XmlEncoding | "text";
  /** Where the first character that is handed out stands. */
  readonly start: XmlPosition;
  /** Begins with `<`. */
  readonly chunks: AsyncIterable<string>;
  /** Complete once the chunks are read. */
  readonly notes: XmlNote[];
  /** True once the chunks have ended before the source did, because what follows is invalid. */
  readonly invalid: "encoding-invalid" | "character-not-allowed" | undefined;
}

const chunkLength = 65_536;
const headLength = 4096;
const beginning: XmlPosition = { line: 1, column: 1 };
const blank = /^[ \t\r\n\uFEFF]*/;

const noteMessages = {
  "declaration-overruled":
    "The XML declaration names another encoding than the bytes show. The document was read by its bytes.",
  "white-space-before-declaration":
    "White space or a stray byte order mark stands before the XML declaration. It was skipped.",
  "windows-characters":
    "The document says ISO-8859-1 but has bytes that only Windows-1252 gives a meaning. They were read as Windows-1252.",
} as const;

/** Finds the encoding and the first character. Refuses what is empty, what does not begin like XML and an unknown encoding. */
export async function openXmlSource(
  source: XmlSource,
  signal?: AbortSignal,
): Promise<XmlSourceText> {
  const notes: XmlNote[] = [];
  const note = (code: XmlNote["code"]): void =>
    void notes.push({ code, message: noteMessages[code] });
  const text =
    typeof source === "string"
      ? new StringText(source, signal)
      : await openBytes(source, note, signal);
  const pieces = text.pieces();
  const { lead, first } = await closingOnError(pieces, () => skipLead(pieces, text));
  const start = positionAfter(lead);
  // Of bytes the mark is off already.
  const stray = typeof source === "string" ? lead.replace(/^\uFEFF/, "") : lead;
  if (stray !== "" && /^<\?xml\s/.test(first)) note("white-space-before-declaration");
  return {
    encoding: text.encoding,
    start,
    notes,
    chunks: chained(first, pieces),
    get invalid() {
      return text.invalid;
    },
  };
}

interface DecodedText {
  readonly encoding: XmlEncoding | "text";
  readonly invalid: XmlSourceText["invalid"];
  pieces(): AsyncGenerator<string>;
}

async function skipLead(
  pieces: AsyncGenerator<string>,
  text: DecodedText,
): Promise<{ readonly lead: string; readonly first: string }> {
  let lead = "";
  for (;;) {
    const piece = await pieces.next();
    if (piece.done === true) throw new XmlReadError(text.invalid ?? "empty", positionAfter(lead));
    const space = blank.exec(piece.value)?.[0] ?? "";
    lead += space;
    const first = piece.value.slice(space.length);
    if (lead.length > chunkLength) throw new XmlReadError("not-xml", beginning);
    if (first === "") continue;
    if (!first.startsWith("<")) throw new XmlReadError("not-xml", positionAfter(lead));
    return { lead, first };
  }
}

class StringText implements DecodedText {
  readonly encoding = "text";
  readonly invalid: "character-not-allowed" | undefined;
  readonly #text: string;
  readonly #signal: AbortSignal | undefined;

  constructor(text: string, signal: AbortSignal | undefined) {
    this.#signal = signal;
    const wellFormed = text.isWellFormed();
    this.invalid = wellFormed ? undefined : "character-not-allowed";
    this.#text = wellFormed ? text : text.slice(0, text.search(/\p{Surrogate}/u));
  }

  async *pieces(): AsyncGenerator<string> {
    for (let at = 0; at < this.#text.length; at += chunkLength) {
      this.#signal?.throwIfAborted();
      yield this.#text.slice(at, at + chunkLength);
    }
  }
}

async function openBytes(
  source: AsyncIterable<Uint8Array> | Uint8Array,
  note: (code: XmlNote["code"]) => void,
  signal: AbortSignal | undefined,
): Promise<DecodedText> {
  const bytes = inChunks(source, signal);
  const head = await closingOnError(bytes, () => readHead(bytes));
  const { encoding, mark } = await closingOnError(bytes, async () => decideEncoding(head, note));
  return new ByteText(encoding, chained(head.subarray(mark), bytes), note);
}

class ByteText implements DecodedText {
  readonly encoding: XmlEncoding;
  invalid: "encoding-invalid" | undefined;
  readonly #bytes: AsyncGenerator<Uint8Array>;
  readonly #note: (code: XmlNote["code"]) => void;

  constructor(
    encoding: XmlEncoding,
    bytes: AsyncGenerator<Uint8Array>,
    note: (code: XmlNote["code"]) => void,
  ) {
    this.encoding = encoding;
    this.#bytes = bytes;
    this.#note = note;
  }

  async *pieces(): AsyncGenerator<string> {
    const decoder = byteDecoder(this.encoding);
    for await (const bytes of this.#bytes) {
      const { text, valid } = decoder.decode(bytes, false);
      if (text !== "") yield text;
      if (!valid) return this.#end();
    }
    const rest = decoder.decode(new Uint8Array(0), true);
    if (rest.text !== "") yield rest.text;
    if (!rest.valid) return this.#end();
    if (decoder.sawWindowsCharacters) this.#note("windows-characters");
  }

  #end(): void {
    this.invalid = "encoding-invalid";
  }
}

/** The first bytes: four at least, and all of an XML declaration if there is one. */
async function readHead(bytes: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head = new Uint8Array(0);
  while (!isHeadComplete(head)) {
    const next = await bytes.next();
    if (next.done === true) break;
    const longer = new Uint8Array(head.length + next.value.length);
    longer.set(head);
    longer.set(next.value, head.length);
    head = longer;
  }
  return head;
}

function isHeadComplete(head: Uint8Array): boolean {
  if (head.length < 4) return false;
  if (head.length >= headLength) return true;
  const text = asciiOf(head);
  if (text === "") return false;
  return text.length >= 1024 || text.includes(">") || !"<?xml".startsWith(text.slice(0, 5));
}

/** What can be read of the head before its encoding is known, from the first character that is not white space. */
function asciiOf(head: Uint8Array): string {
  const { encoding } = encodingOfBytes(head);
  const decoder = new TextDecoder(encoding === "unknown" ? "utf-8" : encoding);
  return decoder.decode(head.subarray(0, headLength), { stream: true }).replace(blank, "");
}

function decideEncoding(
  head: Uint8Array,
  note: (code: XmlNote["code"]) => void,
): { readonly encoding: XmlEncoding; readonly mark: number } {
  const { encoding, mark, certain } = encodingOfBytes(head);
  if (encoding === "unknown") throw new XmlReadError("encoding-unknown", beginning);
  const name = /^<\?xml\s(?:[^>]*?\s)?encoding\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(asciiOf(head));
  const declaredName = name?.[1] ?? name?.[2];
  if (declaredName === undefined) return { encoding, mark };
  const declared = encodingOfName(declaredName);
  if (certain || declared?.startsWith("utf-16") === true) {
    const agrees = declared === encoding || (declared === "utf-16" && encoding !== "utf-8");
    if (!agrees) note("declaration-overruled");
    return { encoding, mark };
  }
  if (declared === undefined || declared === "utf-16")
    throw new XmlReadError("encoding-unknown", beginning);
  return { encoding: declared, mark };
}

function positionAfter(lead: string): XmlPosition {
  const lines = lead.replaceAll("\uFEFF", "").split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

async function* inChunks(
  source: AsyncIterable<Uint8Array> | Uint8Array,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const bytes of abortable(
    source instanceof Uint8Array ? once(source) : source,
    signal,
  )) {
    for (let at = 0; at < bytes.length; at += chunkLength) {
      signal?.throwIfAborted();
      yield bytes.subarray(at, at + chunkLength);
    }
  }
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

/** Closes `rest` also where it ends early. */
async function* chained<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function closingOnError<T>(
  open: AsyncGenerator<unknown>,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    await open.return(undefined);
    throw error;
  }
}
