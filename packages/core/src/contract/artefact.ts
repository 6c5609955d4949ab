/** A part of a source: a file, a zip member, a MIME part. It can be opened again and again. */
export interface SourcePart {
  readonly name: string;
  readonly mediaType?: string;
  readonly contentId?: string;
  /** Bytes, where known beforehand. */
  readonly size?: number;
  /** The bytes, from `start` (0) to before `end` (the end of the part). */
  open(range?: { readonly start: number; readonly end?: number }): AsyncIterable<Uint8Array>;
}

/** What a reader reads: one or more parts, whose names are unique. */
export interface Source {
  readonly parts: readonly SourcePart[];
}

/** A part of what a writer wrote. Lazy: bytes are made when opened. */
export interface ArtefactPart {
  readonly name: string;
  readonly mediaType: string;
  readonly contentId?: string;
  open(): AsyncIterable<Uint8Array>;
}

export interface Artefact {
  readonly parts: readonly ArtefactPart[];
}

/** A written artefact as a source, to be read again. */
export function sourceOfArtefact(artefact: Artefact): Source {
  return { parts: artefact.parts.map((part) => ({ ...part, open: () => part.open() })) };
}

/** A source of one part that is in memory. */
export function sourceOfBytes(name: string, bytes: Uint8Array): Source {
  return {
    parts: [
      {
        name,
        size: bytes.byteLength,
        async *open(range) {
          const { start = 0, end = bytes.byteLength } = range ?? {};
          if (end > start) yield bytes.subarray(start, end);
        },
      },
    ],
  };
}

/** All bytes of a part in one array. For parts known to be small. */
export async function bytesOf(part: { open(): AsyncIterable<Uint8Array> }): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of part.open()) {
    chunks.push(chunk);
    length += chunk.byteLength;
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
