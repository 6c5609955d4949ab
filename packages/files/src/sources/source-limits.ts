/** What an input may be at most. Nothing is unpacked to disk, so these bound time and memory. */
export interface SourceLimits {
  /** Files in a folder or zip. */
  readonly parts: number;
  /** Folders within folders. */
  readonly depth: number;
  /** Bytes of all zip members together, unpacked. */
  readonly unpackedBytes: number;
  /** Unpacked bytes for one packed byte, of members larger than `ratioFreeBytes` and of the whole. */
  readonly ratio: number;
  readonly ratioFreeBytes: number;
}

export const defaultSourceLimits: SourceLimits = {
  parts: 100_000,
  depth: 32,
  unpackedBytes: 64 * 1024 ** 3,
  ratio: 300,
  ratioFreeBytes: 16 * 1024 ** 2,
};
