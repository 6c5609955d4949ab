import { XmlReadError } from "./xml-read-error.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const notBase64 = 255;
const blank = 254;
const padding = 253;
const values = new Uint8Array(128).fill(notBase64);
for (const [value, character] of [...alphabet].entries()) values[character.charCodeAt(0)] = value;
for (const space of " \t\r\n") values[space.charCodeAt(0)] = blank;
values[0x3d] = padding;

/**
 * The bytes of base64 text (RFC 4648) in any cut, with white space anywhere; the padding may be missing.
 *
 * @throws XmlReadError `base64-invalid` where it is anything else; the bytes before it have been handed out. The
 * position is that of `within`.
 */
export async function* decodeBase64(
  pieces: AsyncIterable<string> | Iterable<string>,
  within: { readonly line: number; readonly column: number } = { line: 1, column: 1 },
): AsyncGenerator<Uint8Array> {
  const decoder = new Base64Decoder();
  for await (const piece of pieces) {
    const bytes = decoder.add(piece);
    if (bytes === undefined) throw new XmlReadError("base64-invalid", within);
    if (bytes.length > 0) yield bytes;
  }
  if (!decoder.isComplete) throw new XmlReadError("base64-invalid", within);
}

class Base64Decoder {
  /** Bits that do not make a byte yet. */
  #bits = 0;
  #characters = 0;
  #padding = 0;

  /** `undefined` where the text is not base64. */
  add(piece: string): Uint8Array | undefined {
    const bytes = new Uint8Array(Math.floor(((this.#characters % 4) + piece.length) * 0.75) + 1);
    let to = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const value = values[piece.charCodeAt(at)] ?? notBase64;
      if (value === blank) continue;
      if (value === notBase64) return undefined;
      if (value === padding) {
        this.#padding += 1;
        continue;
      }
      if (this.#padding > 0) return undefined;
      this.#bits = ((this.#bits << 6) | value) & 0xffffff;
      this.#characters += 1;
      const place = this.#characters % 4;
      if (place === 1) continue;
      const spare = place === 0 ? 0 : place === 3 ? 2 : 4;
      bytes[to] = (this.#bits >> spare) & 0xff;
      to += 1;
    }
    return bytes.subarray(0, to);
  }

  /** Whether the text may end here. */
  get isComplete(): boolean {
    const place = this.#characters % 4;
    if (place === 1) return false;
    const needed = (4 - place) % 4;
    return this.#padding === 0 || this.#padding === needed;
  }
}
