import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { TerminologyError } from "../terminology-error.ts";
import type { PackBytes } from "../pack/pack-bytes.ts";
import { openPack } from "../pack/terminology-pack.ts";
import type { TerminologyPack } from "../pack/terminology-pack.ts";

/** A pack on disk. Its file stays open until it is closed. */
export interface PackFile extends Disposable {
  readonly pack: TerminologyPack;
  close(): void;
}

/** Opens a pack on disk: its hot part is read at once, the rest when wanted. Throws TerminologyError. */
export function openPackFile(path: string): PackFile {
  const file = unreadableUnless(() => openSync(path, "r"));
  let open = true;
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  try {
    const stats = unreadableUnless(() => fstatSync(file));
    if (!stats.isFile()) throw new TerminologyError("pack-not-a-pack");
    const pack = openPack(bytesOfFile(file, stats.size));
    return { pack, close, [Symbol.dispose]: close };
  } catch (error) {
    close();
    throw error;
  }
}

function bytesOfFile(file: number, size: number): PackBytes {
  return {
    size,
    readInto(target, offset) {
      return unreadableUnless(() => {
        let read = 0;
        while (read < target.byteLength) {
          const count = readSync(file, target, read, target.byteLength - read, offset + read);
          if (count === 0) break;
          read += count;
        }
        return read;
      });
    },
  };
}

function unreadableUnless<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new TerminologyError("pack-unreadable", { cause });
  }
}
