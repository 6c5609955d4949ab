import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { TerminologyError } from "../terminology-error.ts";
import { ColdBytes } from "./cold-bytes.ts";
import { readBytes } from "./pack-bytes.ts";
import type { PackBytes } from "./pack-bytes.ts";
import { packHeaderSchema } from "./pack-header.ts";
import type { PackHeader, SectionInfo } from "./pack-header.ts";

/*
 * A pack is: eight bytes of magic, the length of the header and its checksum (both 32 bits, little
 * endian), the header as JSON, zeros up to a multiple of eight, the body. The body is the hot part,
 * which every process keeps, and from the next multiple of the block size the cold part, read when
 * wanted. The hot part has one checksum in the header, each cold block one in the section "blocks".
 */
export const packMagic = new TextEncoder().encode("GP2GPT1\n");
export const preambleBytes = 16;
export const blockBytes = 4_096;
export const blocksSection = "blocks";
const CLOSING_BRACE = 0x7d;
const CHECK_BYTES = 1024 ** 2;
const HEADER_LIMIT = 32 * 1024 ** 2;

/** An opened pack: its header, its columns in memory, and its columns that are read when wanted. */
export class PackContainer {
  readonly header: PackHeader;
  readonly #sections: ReadonlyMap<string, SectionInfo>;
  readonly #hot: Uint8Array<ArrayBuffer>;
  readonly #cold: ColdBytes;
  readonly #bytes: PackBytes;
  readonly #bodyOffset: number;

  constructor(bytes: PackBytes) {
    const { header, bodyOffset } = readHeader(bytes);
    this.header = header;
    this.#bytes = bytes;
    this.#bodyOffset = bodyOffset;
    if (bytes.size !== bodyOffset + header.bodyBytes || header.hotBytes > header.bodyBytes)
      throw new TerminologyError("pack-damaged");
    this.#sections = new Map(header.sections.map((section) => [section.name, section]));
    for (const { offset, bytes: length, width } of header.sections) {
      if (offset + length > header.bodyBytes || offset % 8 !== 0 || length % width !== 0)
        throw new TerminologyError("pack-damaged");
    }
    const hot = readBytes(bytes, bodyOffset, header.hotBytes);
    if (hot.byteLength !== header.hotBytes || crc32(hot) !== header.hotChecksum)
      throw new TerminologyError("pack-damaged");
    this.#hot = hot;
    this.#cold = new ColdBytes(bytes, {
      offset: bodyOffset,
      start: coldStart(header.hotBytes),
      end: header.bodyBytes,
      checksums: this.column(blocksSection),
    });
  }

  has(name: string): boolean {
    return this.#sections.has(name);
  }

  /** A column of 32-bit numbers that is in memory. */
  column(name: string): Uint32Array {
    const { offset, bytes } = this.#hotSection(name, 4);
    return new Uint32Array(this.#hot.buffer, this.#hot.byteOffset + offset, bytes / 4);
  }

  /** A column of bytes that is in memory. */
  bytes(name: string): Uint8Array {
    const { offset, bytes } = this.#hotSection(name, 1);
    return this.#hot.subarray(offset, offset + bytes);
  }

  /** Bytes of a column that is not in memory. */
  cold(name: string): (offset: number, length: number) => Uint8Array {
    const section = this.#sections.get(name);
    if (section === undefined) throw new TerminologyError("pack-damaged");
    const { offset: start, bytes } = section;
    return (offset, length) => {
      if (offset < 0 || length < 0 || offset + length > bytes)
        throw new TerminologyError("pack-damaged");
      return this.#cold.read(start + offset, length);
    };
  }

  /** Reads the whole pack and compares its checksum. */
  check(): void {
    const start = this.#bodyOffset;
    const { bodyBytes, bodySha256 } = this.header;
    const before = readBytes(this.#bytes, start - 8, 8);
    const padding = before.subarray(before.lastIndexOf(CLOSING_BRACE) + 1);
    const sha256 = createHash("sha256");
    for (let at = 0; at < bodyBytes; at += CHECK_BYTES)
      sha256.update(readBytes(this.#bytes, start + at, Math.min(CHECK_BYTES, bodyBytes - at)));
    if (padding.some((byte) => byte !== 0) || sha256.digest("hex") !== bodySha256)
      throw new TerminologyError("pack-damaged");
  }

  #hotSection(name: string, width: 1 | 4): SectionInfo {
    const section = this.#sections.get(name);
    if (
      section === undefined ||
      section.width !== width ||
      section.offset + section.bytes > this.header.hotBytes
    )
      throw new TerminologyError("pack-damaged");
    return section;
  }
}

/** Where the cold part begins in the body. */
export function coldStart(hotBytes: number): number {
  return Math.ceil(hotBytes / blockBytes) * blockBytes;
}

function readHeader(bytes: PackBytes): { header: PackHeader; bodyOffset: number } {
  const preamble = readBytes(bytes, 0, preambleBytes);
  if (!packMagic.every((byte, at) => preamble[at] === byte))
    throw new TerminologyError("pack-not-a-pack");
  if (preamble.byteLength < preambleBytes) throw new TerminologyError("pack-damaged");
  const view = new DataView(preamble.buffer, preamble.byteOffset, preamble.byteLength);
  const length = view.getUint32(8, true);
  if (length > HEADER_LIMIT || preambleBytes + length > bytes.size)
    throw new TerminologyError("pack-damaged");
  const text = readBytes(bytes, preambleBytes, length);
  if (text.byteLength !== length || crc32(text) !== view.getUint32(12, true))
    throw new TerminologyError("pack-damaged");
  return {
    header: parseHeader(new TextDecoder().decode(text)),
    bodyOffset: Math.ceil((preambleBytes + length) / 8) * 8,
  };
}

function parseHeader(text: string): PackHeader {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new TerminologyError("pack-damaged", { cause });
  }
  const header = packHeaderSchema.safeParse(json);
  if (header.success) return header.data;
  const version =
    typeof json === "object" && json !== null && "format" in json && json.format !== 1;
  throw new TerminologyError(version ? "pack-version" : "pack-damaged", { cause: header.error });
}
