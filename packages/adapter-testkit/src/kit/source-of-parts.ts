import { bytesOf } from "@gp2gp/core";
import type { ArtefactPart, Source, SourcePart } from "@gp2gp/core";

/** A part of a source or artefact with all its bytes. */
export interface PartInMemory {
  readonly name: string;
  readonly mediaType?: string;
  readonly contentId?: string;
  readonly bytes: Uint8Array;
}

/** How many bytes a part hands out at once: few, so that readers meet cuts everywhere. */
const piece = 4096;

/** A source of parts in memory; every opening hands out copies, in pieces. */
export function sourceOfParts(parts: readonly PartInMemory[]): Source {
  return {
    parts: parts.map(({ bytes, ...about }): SourcePart => ({
      ...about,
      size: bytes.byteLength,
      async *open(range) {
        const { start = 0, end = bytes.byteLength } = range ?? {};
        const last = Math.min(end, bytes.byteLength);
        for (let at = start; at < last; at += piece)
          yield await Promise.resolve(bytes.slice(at, Math.min(at + piece, last)));
      },
    })),
  };
}

/** All parts of a source or artefact with their bytes. */
export async function partsInMemory(of: {
  readonly parts: readonly (SourcePart | ArtefactPart)[];
}): Promise<PartInMemory[]> {
  return Promise.all(
    of.parts.map(async (part) => ({
      name: part.name,
      bytes: await bytesOf({ open: () => part.open() }),
      ...(part.mediaType !== undefined && { mediaType: part.mediaType }),
      ...(part.contentId !== undefined && { contentId: part.contentId }),
    })),
  );
}
