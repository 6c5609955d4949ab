import { stat } from "node:fs/promises";
import { crc32 } from "node:zlib";
import type { SourcePart } from "@gp2gp/core";
import { getFileNameLowLevel, openPromise, validateFileName } from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import { isLitter } from "./litter.ts";
import { SourceError } from "./source-error.ts";
import type { SourceLimits } from "./source-limits.ts";

const STORED = 0;
const DEFLATED = 8;
const UNIX = 3;
const FILE_TYPE = 0o170000;
const PLAIN_FILE = 0o100000;
const NAME_LENGTH = 1024;

/** The members of a zip archive as parts, in order of name. Hostile archives are refused before a byte is unpacked. */
export async function openZip(
  path: string,
  limits: SourceLimits,
): Promise<{ readonly parts: readonly SourcePart[]; close(): void }> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false }).catch(
    (cause: unknown) => {
      throw new SourceError("zip-damaged", { cause });
    },
  );
  try {
    if (zip.entryCount > limits.parts) throw new SourceError("input-too-many-files");
    const entries = await membersOf(zip, limits);
    checkSizes([...entries.values()], (await stat(path)).size, limits);
    const parts = [...entries]
      .filter(([name]) => !isLitter(name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, entry]) => zipPart(zip, name, entry));
    return { parts, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error instanceof SourceError ? error : new SourceError("zip-damaged", { cause: error });
  }
}

async function membersOf(zip: ZipFile, limits: SourceLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    if (name.endsWith("/")) continue;
    if (entry.isEncrypted()) throw new SourceError("zip-encrypted");
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
      throw new SourceError("zip-unsupported");
    if (!isPlainFile(entry) || entries.has(name)) throw new SourceError("zip-hostile");
    if (name.split("/").length > limits.depth + 1) throw new SourceError("input-too-deep");
    if (entries.size >= limits.parts) throw new SourceError("input-too-many-files");
    entries.set(name, entry);
  }
  return entries;
}

function nameOf(entry: Entry): string {
  const name = getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    false,
  );
  const steps = name.replace(/\/$/, "").split("/");
  if (
    name.length > NAME_LENGTH ||
    name.includes("\0") ||
    validateFileName(name) !== null ||
    steps.some((step) => step === "" || step === "." || step === "..")
  )
    throw new SourceError("zip-hostile");
  return name;
}

function isPlainFile(entry: Entry): boolean {
  if (entry.versionMadeBy >>> 8 !== UNIX) return true;
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  return type === 0 || type === PLAIN_FILE;
}

function checkSizes(entries: readonly Entry[], fileSize: number, limits: SourceLimits): void {
  let packed = 0;
  let unpacked = 0;
  for (const entry of entries) {
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    if (isTooDense(entry.uncompressedSize, entry.compressedSize, limits))
      throw new SourceError("zip-bomb");
  }
  // Members that share their packed bytes hold more than the file does.
  if (packed > fileSize) throw new SourceError("zip-bomb");
  if (unpacked > limits.unpackedBytes || isTooDense(unpacked, packed, limits))
    throw new SourceError("zip-bomb");
}

function isTooDense(unpacked: number, packed: number, limits: SourceLimits): boolean {
  return unpacked > limits.ratioFreeBytes && unpacked > packed * limits.ratio;
}

function zipPart(zip: ZipFile, name: string, entry: Entry): SourcePart {
  return {
    name,
    size: entry.uncompressedSize,
    async *open(range) {
      const { start = 0, end = entry.uncompressedSize } = range ?? {};
      if (end <= start) return;
      let position = 0;
      let checksum = 0;
      try {
        const stream = await zip.openReadStreamPromise(entry);
        try {
          for await (const piece of stream) {
            const chunk = piece as Uint8Array;
            checksum = crc32(chunk, checksum);
            const wanted = chunk.subarray(
              Math.max(0, start - position),
              Math.max(0, end - position),
            );
            position += chunk.byteLength;
            if (wanted.byteLength > 0) yield wanted;
            if (position >= end && end < entry.uncompressedSize) return;
          }
        } finally {
          stream.destroy();
        }
      } catch (cause) {
        throw new SourceError("zip-damaged", { part: name, cause });
      }
      if (checksum !== entry.crc32) throw new SourceError("zip-damaged", { part: name });
    },
  };
}
