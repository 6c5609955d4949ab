import { TerminologyError, openPackFile, openSmallPack } from "@gp2gp/terminology";
import type { PackFile } from "@gp2gp/terminology";
import { InputError } from "../input-error.ts";
import { plainText } from "../output/plain-text.ts";

/** Opens the pack that was named, else the one that comes with the program. */
export function openPack(path: string | undefined): PackFile {
  return ofPack(path, () => (path === undefined ? openSmallPack() : openPackFile(path)));
}

/** Work on a pack, whose failure names it. */
export function ofPack<T>(path: string | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TerminologyError)
      throw new InputError(`${plainText(path ?? "the small pack")}: ${error.message}`);
    throw error;
  }
}
