import { decodeBytes, SourceFault } from "@gp2gp/tabular";
import type { Charset, Span } from "@gp2gp/tabular";
import type { SourcePart } from "@gp2gp/core";
import { issue } from "../miquest-issues.ts";

/** A line of a response or query file, and where it stands. */
export interface Line {
  /** Without its newline, and the bytes that say it is UTF-8. */
  readonly text: string;
  /** 1-based. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  /** No newline follows: the file may have been cut short. */
  readonly isOpen?: true;
}

/** No line of a real response comes near. */
const lineBytes = 8_000_000;
const newline = 10;

/**
 * The lines of a file, or of a stretch of it, as they become whole: some at a time, in bounded memory.
 * Raises SourceFault for bytes of another character set.
 */
export async function* linesOf(
  part: SourcePart,
  charset: Charset,
  { span, signal }: { readonly span?: Span | undefined; readonly signal?: AbortSignal | undefined },
): AsyncIterable<readonly Line[]> {
  const base = span ?? { start: 0, line: 1 };
  let [start, number] = [base.start, base.line];
  let pending: Uint8Array[] = [];
  let waiting = 0;
  const fault = (code: "charset-wrong" | "artefact-too-large") =>
    new SourceFault(issue(code, { source: { part: part.name, line: number } }));
  const lineOf = (bytes: Uint8Array, isOpen: boolean): Line => {
    const text = decode(bytes, charset);
    if (text === undefined) throw fault("charset-wrong");
    const line = { text: withoutEnds(text, number), number, start, end: start + bytes.length };
    [start, number] = [line.end, number + 1];
    return isOpen && !span ? { ...line, isOpen } : line;
  };
  for await (const chunk of part.open(span && { start: span.start, end: span.end })) {
    signal?.throwIfAborted();
    const lines: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      const piece = chunk.subarray(from, at + 1);
      lines.push(lineOf(pending.length === 0 ? piece : joined([...pending, piece]), false));
      [pending, waiting, from] = [[], 0, at + 1];
    }
    if (from < chunk.length) {
      pending.push(chunk.subarray(from));
      waiting += chunk.length - from;
      if (waiting > lineBytes) throw fault("artefact-too-large");
    }
    yield lines;
  }
  if (waiting > 0) yield [lineOf(joined(pending), true)];
}

function withoutEnds(text: string, number: number): string {
  const whole = text.endsWith("\r\n") ? text.slice(0, -2) : text.replace(/\n$/, "");
  return number === 1 ? whole.replace(/^(?:\u{FEFF}|\u{EF}\u{BB}\u{BF})/u, "") : whole;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** How many characters are made at once: more arguments than this no call takes. */
const atOnce = 8192;
const ascii = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text of a line. One character a byte first: the character set is judged by what tabular formats share. */
function decode(bytes: Uint8Array, charset: Charset): string | undefined {
  if (isAscii(bytes)) return ascii.decode(bytes);
  let text = "";
  for (let at = 0; at < bytes.length; at += atOnce)
    text += String.fromCharCode(...bytes.subarray(at, at + atOnce));
  return decodeBytes(text, charset);
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false;
  return true;
}
