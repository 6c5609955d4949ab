import { readKey, readKeyText } from "./read-key.ts";

/** The sorted codes of a system. A code's place in it is its ordinal, which rows of maps and terms name it by. */
export interface CodeTable {
  readonly size: number;
  /** The ordinal of a code, or -1. */
  find(code: string): number;
  code(ordinal: number): string;
}

/** How the codes of a system are kept: five letters of the Read alphabet, a number of up to 18 digits, or text. */
export type CodeEncoding = "read" | "number" | "text";

/** Codes of five characters as sorted keys. */
export class ReadCodeTable implements CodeTable {
  readonly size: number;
  readonly #keys: Uint32Array;
  /** Where the codes of each first three characters begin. */
  readonly #starts = new Uint32Array((1 << 18) + 1);

  constructor(keys: Uint32Array) {
    this.size = keys.length;
    this.#keys = keys;
    let bucket = 0;
    for (const [ordinal, key] of keys.entries()) {
      for (; bucket <= key >>> 12; bucket += 1) this.#starts[bucket] = ordinal;
    }
    this.#starts.fill(keys.length, bucket);
  }

  find(code: string): number {
    if (code.length !== 5) return -1;
    const key = readKey(code);
    if (key < 0) return -1;
    const keys = this.#keys;
    let low = this.#starts[key >>> 12] ?? 0;
    let high = this.#starts[(key >>> 12) + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return keys[low] === key ? low : -1;
  }

  code(ordinal: number): string {
    return readKeyText(this.#keys[ordinal] ?? 0, 5);
  }
}

const LOW_DIGITS = 9;

/** A number of up to 18 digits in two halves that are numbers of nine digits. */
export function halvesOf(digits: string): readonly [high: number, low: number] {
  return [Number(digits.slice(0, -LOW_DIGITS)), Number(digits.slice(-LOW_DIGITS))];
}

/** Numbers of up to 18 digits without a leading zero, as sorted halves. */
export class NumberCodeTable implements CodeTable {
  readonly size: number;
  readonly #highs: Uint32Array;
  readonly #lows: Uint32Array;

  constructor(highs: Uint32Array, lows: Uint32Array) {
    this.size = highs.length;
    this.#highs = highs;
    this.#lows = lows;
  }

  find(code: string): number {
    if (!/^[1-9]\d{0,17}$/.test(code)) return -1;
    const [high, low] = halvesOf(code);
    let first = 0;
    let last = this.size;
    while (first < last) {
      const middle = (first + last) >>> 1;
      const difference = (this.#highs[middle] ?? 0) - high || (this.#lows[middle] ?? 0) - low;
      if (difference < 0) first = middle + 1;
      else last = middle;
    }
    return this.#highs[first] === high && this.#lows[first] === low ? first : -1;
  }

  code(ordinal: number): string {
    const high = this.#highs[ordinal] ?? 0;
    const low = String(this.#lows[ordinal] ?? 0);
    return high === 0 ? low : high + low.padStart(LOW_DIGITS, "0");
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Codes of any length, as the places of sorted bytes. */
export class TextCodeTable implements CodeTable {
  readonly size: number;
  readonly #offsets: Uint32Array;
  readonly #bytes: Uint8Array;

  constructor(offsets: Uint32Array, bytes: Uint8Array) {
    this.size = offsets.length - 1;
    this.#offsets = offsets;
    this.#bytes = bytes;
  }

  find(code: string): number {
    const wanted = encoder.encode(code);
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(middle, wanted) < 0) low = middle + 1;
      else high = middle;
    }
    return low < this.size && this.#compare(low, wanted) === 0 ? low : -1;
  }

  code(ordinal: number): string {
    return decoder.decode(
      this.#bytes.subarray(this.#offsets[ordinal] ?? 0, this.#offsets[ordinal + 1] ?? 0),
    );
  }

  #compare(ordinal: number, wanted: Uint8Array): number {
    const start = this.#offsets[ordinal] ?? 0;
    const length = (this.#offsets[ordinal + 1] ?? 0) - start;
    const shared = Math.min(length, wanted.length);
    for (let at = 0; at < shared; at += 1) {
      const difference = (this.#bytes[start + at] ?? 0) - (wanted[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - wanted.length;
  }
}

/** Orders codes as the tables of their encoding do. */
export function compareCodes(encoding: CodeEncoding): (a: string, b: string) => number {
  switch (encoding) {
    case "read":
      return (a, b) => readKey(a) - readKey(b);
    case "number":
      return (a, b) => a.length - b.length || (a < b ? -1 : Number(a > b));
    case "text":
      return compareBytes;
  }
}

/** Code points are ordered as their UTF-8 bytes are; code units are not. */
function compareBytes(a: string, b: string): number {
  const [first, second] = [encoder.encode(a), encoder.encode(b)];
  const shared = Math.min(first.length, second.length);
  for (let at = 0; at < shared; at += 1) {
    const difference = (first[at] ?? 0) - (second[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}
