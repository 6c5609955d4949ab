import { crc32 } from "node:zlib";
import { TerminologyError } from "../terminology-error.ts";
import type { PackBytes } from "./pack-bytes.ts";

const BLOCK = 4_096;
/** Blocks that are kept: 6 MB of them, the first read going first. */
const KEPT = 1_536;

export interface ColdRange {
  /** Where the body begins in the pack. */
  readonly offset: number;
  /** Where the cold part begins and ends in the body; the beginning is that of a block. */
  readonly start: number;
  readonly end: number;
  /** The checksum of each block. */
  readonly checksums: Uint32Array;
}

/** The part of a pack that is read when wanted, block by block, each against its checksum. */
export class ColdBytes {
  readonly #bytes: PackBytes;
  readonly #range: ColdRange;
  readonly #slots: Uint8Array;
  /** The slot of each block that is kept, and the block in each slot. */
  readonly #slotOf = new Map<number, number>();
  readonly #blockIn: Int32Array;
  #next = 0;

  constructor(bytes: PackBytes, range: ColdRange) {
    this.#bytes = bytes;
    this.#range = range;
    const blocks = Math.ceil(Math.max(0, range.end - range.start) / BLOCK);
    if (range.checksums.length !== blocks) throw new TerminologyError("pack-damaged");
    this.#slots = new Uint8Array(Math.min(blocks, KEPT) * BLOCK);
    this.#blockIn = new Int32Array(Math.min(blocks, KEPT)).fill(-1);
  }

  /** Bytes from an offset into the body. They are good until the next reading. */
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
    const known = this.#slotOf.get(index);
    const slot = known ?? this.#load(index);
    return this.#slots.subarray(slot * BLOCK, (slot + 1) * BLOCK);
  }

  #load(index: number): number {
    const { offset, start, end, checksums } = this.#range;
    const at = start + index * BLOCK;
    const slot = this.#next;
    this.#next = (slot + 1) % this.#blockIn.length;
    this.#slotOf.delete(this.#blockIn[slot] ?? -1);
    this.#blockIn[slot] = -1;
    const block = this.#slots.subarray(slot * BLOCK, slot * BLOCK + Math.min(BLOCK, end - at));
    const read = this.#bytes.readInto(block, offset + at);
    if (read !== block.byteLength || crc32(block) !== checksums[index])
      throw new TerminologyError("pack-damaged");
    this.#slotOf.set(index, slot);
    this.#blockIn[slot] = index;
    return slot;
  }
}
