import { fileURLToPath } from "node:url";
import { openPackFile } from "./open-pack-file.ts";
import type { PackFile } from "./open-pack-file.ts";

/** Opens the small pack that comes with the package: a few hundred codes of Read v2, CTV3 and SNOMED CT. */
export function openSmallPack(): PackFile {
  return openPackFile(fileURLToPath(new URL("../../packs/small.gpt1", import.meta.url)));
}
