import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Source } from "@gp2gp/core";
import { filePart } from "./file-part.ts";
import { folderParts } from "./folder-parts.ts";
import { SourceError } from "./source-error.ts";
import { sourceErrorOf } from "./source-error-of.ts";
import { defaultSourceLimits } from "./source-limits.ts";
import type { SourceLimits } from "./source-limits.ts";
import { openZip } from "./zip-parts.ts";

/** A source of files. Close it when its parts are no longer read. */
export interface OpenedSource extends Source, AsyncDisposable {
  readonly kind: "file" | "folder" | "zip";
  close(): Promise<void>;
}

/**
 * Opens a file, a folder or a zip archive (told by its content) as a source. Part names are relative
 * with forward slashes, in order of name; parts can be opened again and again and hold no file open
 * between. Rejects with SourceError.
 */
export async function openSource(
  path: string,
  limits: SourceLimits = defaultSourceLimits,
): Promise<OpenedSource> {
  const stats = await stat(path).catch((error: unknown) => {
    throw sourceErrorOf(error);
  });
  if (stats.isDirectory()) {
    const parts = await folderParts(path, limits);
    if (parts.length === 0) throw new SourceError("input-empty");
    return opened("folder", parts);
  }
  if (!stats.isFile()) throw new SourceError("input-not-a-file");
  if (stats.size === 0) throw new SourceError("input-empty");
  if (await startsLikeZip(path)) {
    const zip = await openZip(path, limits);
    if (zip.parts.length > 0) return opened("zip", zip.parts, zip.close);
    zip.close();
    throw new SourceError("input-empty");
  }
  return opened("file", [filePart(path, basename(path), stats.size)]);
}

function opened(
  kind: OpenedSource["kind"],
  parts: OpenedSource["parts"],
  end: () => void = () => undefined,
): OpenedSource {
  const close = (): Promise<void> => Promise.resolve(end());
  return { kind, parts, close, [Symbol.asyncDispose]: close };
}

/** `PK` and the mark of a first member, or of the end of an archive without members. */
async function startsLikeZip(path: string): Promise<boolean> {
  try {
    await using file = await open(path, "r");
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && ["504b0304", "504b0506"].includes(buffer.toString("hex"));
  } catch (error) {
    throw sourceErrorOf(error);
  }
}
