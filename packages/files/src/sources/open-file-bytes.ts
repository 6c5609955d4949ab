import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { SourceError } from "./source-error.ts";
import { sourceErrorOf } from "./source-error-of.ts";

/** A file that is read where its bytes are wanted, synchronously; open until it is closed. */
export interface FileBytes extends Disposable {
  readonly size: number;
  /** Fills `target` with the bytes from an offset and answers how many there were; fewer only where the file ends. */
  readInto(target: Uint8Array, offset: number): number;
  close(): void;
}

/** Opens a file for reading anywhere in it. Throws SourceError, and so does a reading that fails. */
export function openFileBytes(path: string | URL): FileBytes {
  const file = attempt(() => openSync(path, "r"));
  let open = true;
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  try {
    const stats = attempt(() => fstatSync(file));
    if (!stats.isFile()) throw new SourceError("input-not-a-file");
    return {
      size: stats.size,
      readInto: (target, offset) => attempt(() => readInto(file, target, offset)),
      close,
      [Symbol.dispose]: close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

function readInto(file: number, target: Uint8Array, offset: number): number {
  let read = 0;
  while (read < target.byteLength) {
    const count = readSync(file, target, read, target.byteLength - read, offset + read);
    if (count === 0) break;
    read += count;
  }
  return read;
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw sourceErrorOf(error);
  }
}
