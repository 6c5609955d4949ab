import { openFileBytes, SourceError } from "@gp2gp/files";
import { openPack as openPackOf, smallPackUrl, TerminologyError } from "@gp2gp/terminology";
import type { TerminologyPack } from "@gp2gp/terminology";
import { InputError } from "../input-error.ts";
import { plainText } from "../output/plain-text.ts";

/** A pack on disk; dispose of it to close its file. */
export interface PackFile extends Disposable {
  readonly pack: TerminologyPack;
}

/** Opens the pack that was named, else the small one that comes with the program. */
export function openPack(path: string | undefined): PackFile {
  return ofPack(path, () => {
    const file = openFileBytes(path ?? smallPackUrl);
    try {
      return { pack: openPackOf(file), [Symbol.dispose]: () => file.close() };
    } catch (error) {
      file.close();
      throw error;
    }
  });
}

/** Work on a pack, whose failure names it. */
export function ofPack<T>(path: string | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TerminologyError || error instanceof SourceError)
      throw new InputError(`${plainText(path ?? "the small pack")}: ${error.message}`);
    throw error;
  }
}
