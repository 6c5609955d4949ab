/** The bytes of a pack, read where they are wanted. Synchronous, because a translation is. */
export interface PackBytes {
  readonly size: number;
  /** So many bytes from an offset; fewer only where the pack ends before. */
  read(offset: number, length: number): Uint8Array;
}

/** A pack that is in memory. */
export function packBytesOf(bytes: Uint8Array): PackBytes {
  return {
    size: bytes.byteLength,
    read: (offset, length) => bytes.subarray(offset, offset + length),
  };
}
