import type { Charset } from "./csv-dialect.ts";

/** The characters of windows-1252 at 0x80 to 0x9F; five of these bytes have none and stand for their control character. */
const windows1252 =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
  "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";
const byteOf = new Map([...windows1252].map((character, at) => [character, 0x80 + at]));

const beyondAscii = /[^\0-\x7F]/;
const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of a cell whose bytes are given as one character each; undefined where they are not of the character set. */
export function decodeBytes(bytes: string, charset: Charset): string | undefined {
  if (!beyondAscii.test(bytes)) return bytes;
  if (charset === "windows-1252")
    return bytes.replaceAll(
      /[\x80-\x9F]/g,
      (byte) => windows1252[byte.charCodeAt(0) - 0x80] ?? byte,
    );
  try {
    return strictUtf8.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** Whether a character set has every character of a text. */
export function canEncode(text: string, charset: Charset): boolean {
  if (!beyondAscii.test(text)) return true;
  if (charset === "utf-8") return text.isWellFormed();
  return [...text].every((character) => windows1252Byte(character) !== undefined);
}

/** The bytes of a text in a character set that has all its characters. */
export function encodeText(text: string, charset: Charset): Uint8Array {
  if (charset === "utf-8" || !beyondAscii.test(text)) return new TextEncoder().encode(text);
  // Each character it has is one unit of the text, and one byte.
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes[at] = code < 0x80 ? code : (windows1252Byte(text.charAt(at)) ?? 0x3f);
  }
  return bytes;
}

function windows1252Byte(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : byteOf.get(character);
}

/**
 * A text with an escape, as JSON has it, for each character the character set lacks: within quotes it
 * reads back as the character it stands for.
 */
export function escapeUnencodable(text: string, charset: Charset): string {
  if (canEncode(text, charset)) return text;
  return [...text]
    .map((character) => (canEncode(character, charset) ? character : escapeOf(character)))
    .join("");
}

function escapeOf(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`,
  ).join("");
}
