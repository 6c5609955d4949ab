import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import {
  blockBytes,
  blocksSection,
  coldStart,
  packMagic,
  preambleBytes,
} from "../pack/pack-container.ts";
import type { PackHeader, SectionInfo, SystemInfo } from "../pack/pack-header.ts";

type Column = Uint32Array | Uint8Array;

interface Section {
  readonly name: string;
  readonly column: Column;
}

/** Columns as they are laid, and the pack they make. */
export class Layout {
  readonly systems: SystemInfo[] = [];
  readonly relations: PackHeader["relations"] = [];
  readonly #hot: Section[] = [];
  readonly #cold: Section[] = [];

  /** A column every process keeps in memory. */
  hot(name: string, column: Column): void {
    this.#hot.push({ name, column });
  }

  /** A column that is read when wanted. */
  cold(name: string, column: Column): void {
    this.#cold.push({ name, column });
  }

  /** The pack, in pieces to be written one after the other. */
  pieces(about: Pick<PackHeader, "name" | "notices" | "asOf" | "inputs" | "sets">): Uint8Array[] {
    const cold = placed(this.#cold, 0);
    const coldBytes = concatenated(cold.sections, cold.bytes);
    const blocks = new Uint32Array(Math.ceil(cold.bytes / blockBytes));
    for (let at = 0; at < blocks.length; at += 1)
      blocks[at] = crc32(coldBytes.subarray(at * blockBytes, (at + 1) * blockBytes));
    const hot = placed([...this.#hot, { name: blocksSection, column: blocks }], 0);
    const hotBytes = concatenated(hot.sections, hot.bytes);
    const start = coldStart(hot.bytes);
    const body = [hotBytes, new Uint8Array(start - hot.bytes), coldBytes];
    const sha256 = createHash("sha256");
    for (const piece of body) sha256.update(piece);
    const header: PackHeader = {
      format: 1,
      ...about,
      systems: this.systems,
      relations: this.relations,
      sections: [
        ...hot.sections.map(({ info }) => info),
        ...cold.sections.map(({ info }) => ({ ...info, offset: info.offset + start })),
      ],
      hotBytes: hot.bytes,
      hotChecksum: crc32(hotBytes),
      bodyBytes: start + cold.bytes,
      bodySha256: sha256.digest("hex"),
    };
    return [...headOf(header), ...body];
  }
}

interface Placed extends Section {
  readonly info: SectionInfo;
}

function placed(
  sections: readonly Section[],
  start: number,
): { readonly sections: readonly Placed[]; readonly bytes: number } {
  let offset = start;
  const result = sections.map(({ name, column }) => {
    const info: SectionInfo = {
      name,
      width: column.BYTES_PER_ELEMENT === 4 ? 4 : 1,
      offset,
      bytes: column.byteLength,
    };
    offset = Math.ceil((offset + column.byteLength) / 8) * 8;
    return { name, column, info };
  });
  return { sections: result, bytes: offset - start };
}

function concatenated(sections: readonly Placed[], bytes: number): Uint8Array {
  const all = new Uint8Array(bytes);
  for (const { column, info } of sections)
    all.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), info.offset);
  return all;
}

function headOf(header: PackHeader): Uint8Array[] {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const preamble = new Uint8Array(preambleBytes);
  preamble.set(packMagic);
  const view = new DataView(preamble.buffer);
  view.setUint32(8, text.byteLength, true);
  view.setUint32(12, crc32(text), true);
  const end = preambleBytes + text.byteLength;
  return [preamble, text, new Uint8Array(Math.ceil(end / 8) * 8 - end)];
}
