import { crc32 } from "node:zlib";
import { TerminologyError } from "../terminology-error.ts";
import { RecentMap } from "../recent-map.ts";
import type { PackBytes } from "./pack-bytes.ts";

const BLOCK = 4_096;
/** Blocks that are kept: at least 4 MB of them. */
const GENERATION = 1_024;

export interface ColdRange {
  /** Where the body begins in the pack. */
  readonly offset: number;
  /** Where the cold part begins and ends in the body; the beginning is that of a block. */
  readonly start: number;
  readonly end: number;
  /** The checksum of each block. */
  readonly checksums: Uint32Array;
}

/** The part of a pack that is read when wanted: block by block, each against its checksum, the last used ones kept. */
export class ColdBytes {
  readonly #bytes: PackBytes;
  readonly #range: ColdRange;
  readonly #blocks = new RecentMap<number, Uint8Array>(GENERATION);

  constructor(bytes: PackBytes, range: ColdRange) {
    this.#bytes = bytes;
    this.#range = range;
    if (range.checksums.length !== Math.ceil(Math.max(0, range.end - range.start) / BLOCK))
      throw new TerminologyError("pack-damaged");
  }

  /** Bytes from an offset into the body. */
  read(offset: number, length: number): Uint8Array {
    if (length === 0) return new Uint8Array();
    const from = offset - this.#range.start;
    const first = Math.floor(from / BLOCK);
    const last = Math.floor((from + length - 1) / BLOCK);
    if (first === last) {
      const at = from - first * BLOCK;
      return this.#block(first).subarray(at, at + length);
    }
    const joined = new Uint8Array(length);
    let written = 0;
    for (let index = first; index <= last; index += 1) {
      const at = index === first ? from - first * BLOCK : 0;
      const piece = this.#block(index).subarray(at, at + length - written);
      joined.set(piece, written);
      written += piece.byteLength;
    }
    return joined;
  }

  #block(index: number): Uint8Array {
    const known = this.#blocks.get(index);
    if (known) return known;
    const block = this.#load(index);
    this.#blocks.set(index, block);
    return block;
  }

  #load(index: number): Uint8Array {
    const { offset, start, end, checksums } = this.#range;
    const at = start + index * BLOCK;
    const length = Math.min(BLOCK, end - at);
    const block = this.#bytes.read(offset + at, length);
    if (block.byteLength !== length || crc32(block) !== checksums[index])
      throw new TerminologyError("pack-damaged");
    return block;
  }
}
