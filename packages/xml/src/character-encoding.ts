/** The encodings that are read. */
export type XmlEncoding =
  | "utf-8"
  | "utf-16le"
  | "utf-16be"
  | "iso-8859-1"
  | "windows-1252"
  | "us-ascii";

const names: Readonly<Record<string, XmlEncoding | "utf-16">> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "utf-16": "utf-16",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  "iso-10646-ucs-2": "utf-16",
  "ucs-2": "utf-16",
  unicode: "utf-16",
  "iso-8859-1": "iso-8859-1",
  "iso8859-1": "iso-8859-1",
  "iso_8859-1": "iso-8859-1",
  "latin-1": "iso-8859-1",
  latin1: "iso-8859-1",
  l1: "iso-8859-1",
  "windows-1252": "windows-1252",
  "cp-1252": "windows-1252",
  cp1252: "windows-1252",
  "us-ascii": "us-ascii",
  ascii: "us-ascii",
};

/** The encoding a declaration means; `utf-16` where the byte order is left open; `undefined` where it is not read here. */
export function encodingOfName(name: string): XmlEncoding | "utf-16" | undefined {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(names, key) ? names[key] : undefined;
}

/** What the first bytes of a document say by themselves. */
export interface EncodingOfBytes {
  /** `unknown`: bytes that begin an encoding that is not read here (UTF-32, EBCDIC). */
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "unknown";
  /** Bytes of the byte order mark. */
  readonly mark: number;
  /** False where it is only the default for bytes that look like ASCII, so that a declaration decides. */
  readonly certain: boolean;
}

/** The encoding by byte order mark, or by how `<` is written (XML 1.0, appendix F). Needs four bytes where there are four. */
export function encodingOfBytes(head: Uint8Array): EncodingOfBytes {
  const [a, b, c, d] = head;
  const begins = (...bytes: number[]): boolean =>
    bytes.every((byte, index) => head[index] === byte);
  if (begins(0xff, 0xfe, 0, 0) || begins(0, 0, 0xfe, 0xff))
    return { encoding: "unknown", mark: 0, certain: true };
  if (begins(0x3c, 0, 0, 0) || begins(0, 0, 0, 0x3c))
    return { encoding: "unknown", mark: 0, certain: true };
  if (begins(0x4c, 0x6f, 0xa7, 0x94)) return { encoding: "unknown", mark: 0, certain: true };
  if (begins(0xef, 0xbb, 0xbf)) return { encoding: "utf-8", mark: 3, certain: true };
  if (begins(0xff, 0xfe)) return { encoding: "utf-16le", mark: 2, certain: true };
  if (begins(0xfe, 0xff)) return { encoding: "utf-16be", mark: 2, certain: true };
  if (isMarkupStart(a) && b === 0 && c !== 0)
    return { encoding: "utf-16le", mark: 0, certain: true };
  if (a === 0 && isMarkupStart(b) && c === 0 && d !== 0)
    return { encoding: "utf-16be", mark: 0, certain: true };
  return { encoding: "utf-8", mark: 0, certain: false };
}

/** `<`, or white space before it. */
function isMarkupStart(byte: number | undefined): boolean {
  return byte === 0x3c || byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
