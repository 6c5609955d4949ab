import { compareCodes, halvesOf } from "../pack/code-table.ts";
import type { CodeEncoding } from "../pack/code-table.ts";
import { readKey } from "../pack/read-key.ts";
import { TerminologyError } from "../terminology-error.ts";

const CODES = 12_000_000;

/** Codes in the order they are met, to be sorted once all are. */
export class CodeRegister {
  readonly encoding: CodeEncoding;
  readonly #numbers = new Map<string, number>();

  constructor(encoding: CodeEncoding) {
    this.encoding = encoding;
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a code, given to it when it is first met. */
  add(code: string): number {
    const known = this.#numbers.get(code);
    if (known !== undefined) return known;
    if (this.#numbers.size >= CODES) throw new TerminologyError("tables-too-large");
    this.#numbers.set(code, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  find(code: string): number | undefined {
    return this.#numbers.get(code);
  }

  /** The codes in order, and the place of each by the number it was given. */
  sorted(): { readonly codes: readonly string[]; readonly places: Uint32Array } {
    const compare = compareCodes(this.encoding);
    const entries = [...this.#numbers].sort(([a], [b]) => compare(a, b));
    const places = new Uint32Array(entries.length);
    for (const [place, [, number]] of entries.entries()) places[number] = place;
    return { codes: entries.map(([code]) => code), places };
  }
}

/** The columns of sorted codes, by the encoding. */
export function codeColumns(
  encoding: CodeEncoding,
  codes: readonly string[],
):
  | { keys: Uint32Array }
  | { highs: Uint32Array; lows: Uint32Array }
  | { offsets: Uint32Array; bytes: Uint8Array } {
  switch (encoding) {
    case "read":
      return { keys: Uint32Array.from(codes, (code) => readKey(code)) };
    case "number": {
      const halves = codes.map(halvesOf);
      return {
        highs: Uint32Array.from(halves, ([high]) => high),
        lows: Uint32Array.from(halves, ([, low]) => low),
      };
    }
    case "text":
      return joined(codes.map((code) => new TextEncoder().encode(code)));
  }
}

/** Pieces one after the other, and where each begins. */
function joined(pieces: readonly Uint8Array[]): { offsets: Uint32Array; bytes: Uint8Array } {
  const offsets = new Uint32Array(pieces.length + 1);
  for (const [at, piece] of pieces.entries())
    offsets[at + 1] = (offsets[at] ?? 0) + piece.byteLength;
  const bytes = new Uint8Array(offsets[pieces.length] ?? 0);
  for (const [at, piece] of pieces.entries()) bytes.set(piece, offsets[at]);
  return { offsets, bytes };
}
