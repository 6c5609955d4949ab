const alphabet = ".0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BITS = 6;
const values = new Int8Array(128).fill(-1);
for (let at = 0; at < alphabet.length; at += 1) values[alphabet.charCodeAt(at)] = at;

/** A code or term id of the Read alphabet as a number of six bits a character; numbers are ordered as the bytes are. -1 for other text. */
export function readKey(text: string): number {
  if (text.length > 5) return -1;
  let key = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = values[text.charCodeAt(at)] ?? -1;
    if (value < 0) return -1;
    key = (key << BITS) | value;
  }
  return key;
}

const letters = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0));

/** The text of a key of so many characters. */
export function readKeyText(key: number, length: 2 | 5): string {
  if (length === 2) return String.fromCharCode(letter(key >>> 6), letter(key));
  return String.fromCharCode(
    letter(key >>> 24),
    letter(key >>> 18),
    letter(key >>> 12),
    letter(key >>> 6),
    letter(key),
  );
}

function letter(value: number): number {
  return letters[value & 63] ?? 0;
}
