/** The bytes of a pack, read where they are wanted. Synchronous, because a translation is. */
export interface PackBytes {
  readonly size: number;
  /** Fills `target` with the bytes from an offset and answers how many there were; fewer only where the pack ends. */
  readInto(target: Uint8Array, offset: number): number;
}

/** A pack that is in memory. */
export function packBytesOf(bytes: Uint8Array): PackBytes {
  return {
    size: bytes.byteLength,
    readInto(target, offset) {
      const found = bytes.subarray(offset, offset + target.byteLength);
      target.set(found);
      return found.byteLength;
    },
  };
}

/** Bytes of a pack in an array of their own, fewer only where the pack ends. */
export function readBytes(
  bytes: PackBytes,
  offset: number,
  length: number,
): Uint8Array<ArrayBuffer> {
  const target = new Uint8Array(Math.max(0, Math.min(length, bytes.size - offset)));
  return target.subarray(0, bytes.readInto(target, offset));
}
