import type { XmlEncoding } from "./character-encoding.ts";

/** Turns bytes into text, in any cut. */
export interface ByteDecoder {
  /** The text of these bytes and those held back before. On an invalid sequence, what stood before it and `valid: false`. */
  decode(bytes: Uint8Array, last: boolean): { readonly text: string; readonly valid: boolean };
  /** Bytes 0x80-0x9F of a document said to be ISO-8859-1 were met and read as Windows-1252. */
  readonly sawWindowsCharacters: boolean;
}

/** Windows-1252, 0x80-0x9F. The five bytes it leaves open stand for themselves, as on the web. */
const windowsCharacters =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
  "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

const noBytes = new Uint8Array(0);

/** A decoder that refuses what is invalid instead of replacing it. */
export function byteDecoder(encoding: XmlEncoding): ByteDecoder {
  switch (encoding) {
    case "utf-8":
    case "utf-16le":
    case "utf-16be":
      return new UnicodeDecoder(encoding);
    case "iso-8859-1":
    case "windows-1252":
    case "us-ascii":
      return new SingleByteDecoder(encoding);
  }
}

class UnicodeDecoder implements ByteDecoder {
  readonly sawWindowsCharacters = false;
  readonly #encoding: "utf-8" | "utf-16le" | "utf-16be";
  readonly #strict: InstanceType<typeof TextDecoder>;
  #held = noBytes;

  constructor(encoding: "utf-8" | "utf-16le" | "utf-16be") {
    this.#encoding = encoding;
    this.#strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  decode(bytes: Uint8Array, last: boolean): { text: string; valid: boolean } {
    const all = joinBytes(this.#held, bytes);
    const whole = last
      ? all.length
      : this.#encoding === "utf-8"
        ? wholeUtf8(all)
        : wholeUtf16(all, this.#encoding);
    this.#held = all.slice(whole);
    const complete = all.subarray(0, whole);
    try {
      return { text: this.#strict.decode(complete), valid: true };
    } catch {
      return { text: this.#beforeInvalid(complete), valid: false };
    }
  }

  /** A replacement character that stands in the document is valid; the first one that is not ends the text. */
  #beforeInvalid(bytes: Uint8Array): string {
    const text = new TextDecoder(this.#encoding, { ignoreBOM: true }).decode(bytes);
    for (let at = text.indexOf("\uFFFD"); at !== -1; at = text.indexOf("\uFFFD", at + 1)) {
      if (!isWrittenReplacement(bytes, this.#lengthOf(text.slice(0, at)), this.#encoding))
        return text.slice(0, at);
    }
    return "";
  }

  #lengthOf(text: string): number {
    return this.#encoding === "utf-8" ? new TextEncoder().encode(text).length : text.length * 2;
  }
}

function isWrittenReplacement(bytes: Uint8Array, at: number, encoding: XmlEncoding): boolean {
  if (encoding === "utf-8")
    return bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
  const [high, low] =
    encoding === "utf-16be" ? [bytes[at], bytes[at + 1]] : [bytes[at + 1], bytes[at]];
  return high === 0xff && low === 0xfd;
}

/** The length without a last sequence that is not complete. */
function wholeUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** The length without a last unit that is not complete, or a first half of a pair. */
function wholeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): number {
  const even = bytes.length - (bytes.length % 2);
  const high = bytes[encoding === "utf-16le" ? even - 1 : even - 2] ?? 0;
  return even >= 2 && high >= 0xd8 && high <= 0xdb ? even - 2 : even;
}

function joinBytes(held: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (held.length === 0) return bytes;
  const all = new Uint8Array(held.length + bytes.length);
  all.set(held);
  all.set(bytes, held.length);
  return all;
}

class SingleByteDecoder implements ByteDecoder {
  sawWindowsCharacters = false;
  readonly #encoding: "iso-8859-1" | "windows-1252" | "us-ascii";
  readonly #ascii = new TextDecoder("utf-8", { ignoreBOM: true });

  constructor(encoding: "iso-8859-1" | "windows-1252" | "us-ascii") {
    this.#encoding = encoding;
  }

  decode(bytes: Uint8Array): { text: string; valid: boolean } {
    const first = bytes.findIndex((byte) => byte > 0x7f);
    if (first === -1) return { text: this.#ascii.decode(bytes), valid: true };
    if (this.#encoding === "us-ascii")
      return { text: this.#ascii.decode(bytes.subarray(0, first)), valid: false };
    let text = "";
    for (let at = 0; at < bytes.length; at += 4096)
      text += this.#piece(bytes.subarray(at, at + 4096));
    return { text, valid: true };
  }

  #piece(bytes: Uint8Array): string {
    const units = Uint16Array.from(bytes);
    for (let at = 0; at < units.length; at += 1) {
      const unit = units[at] ?? 0;
      if (unit < 0x80 || unit > 0x9f) continue;
      units[at] = windowsCharacters.charCodeAt(unit - 0x80);
      this.sawWindowsCharacters ||= this.#encoding === "iso-8859-1";
    }
    return String.fromCharCode(...units);
  }
}
