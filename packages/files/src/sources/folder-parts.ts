import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { SourcePart } from "@gp2gp/core";
import { filePart } from "./file-part.ts";
import { isLitter } from "./litter.ts";
import { SourceError } from "./source-error.ts";
import { sourceErrorOf } from "./source-error-of.ts";
import type { SourceLimits } from "./source-limits.ts";

/** Every file under a folder as a part, in order of name. Links are refused: they may lead outside. */
export async function folderParts(folder: string, limits: SourceLimits): Promise<SourcePart[]> {
  const parts: SourcePart[] = [];
  await walk([]);
  return parts;

  async function walk(steps: readonly string[]): Promise<void> {
    if (steps.length > limits.depth) throw new SourceError("input-too-deep");
    const entries = await readdir(join(folder, ...steps), { withFileTypes: true }).catch(
      (error: unknown) => {
        throw sourceErrorOf(error, steps.join("/"));
      },
    );
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const name = [...steps, entry.name].join("/");
      if (isLitter(name)) continue;
      if (entry.isDirectory()) await walk([...steps, entry.name]);
      else if (!entry.isFile()) throw new SourceError("input-not-a-file", { part: name });
      else {
        if (parts.length >= limits.parts) throw new SourceError("input-too-many-files");
        const path = join(folder, ...steps, entry.name);
        const { size } = await lstat(path).catch((error: unknown) => {
          throw sourceErrorOf(error, name);
        });
        parts.push(filePart(path, name, size));
      }
    }
  }
}
