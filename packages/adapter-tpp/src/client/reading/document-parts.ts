import type { Content, PatientRecordDraft, ReadContext, SourcePart } from "@gp2gp/core";

/** Parts of the source that are documents the record refers to by their names. */
export class DocumentParts {
  readonly #parts: ReadonlyMap<string, SourcePart>;
  readonly #used = new Set<string>();

  constructor(parts: readonly SourcePart[]) {
    this.#parts = new Map(parts.map((part) => [part.name, part]));
  }

  /** Stores every document that came along, and answers the places of those that did not. */
  async store(draft: PatientRecordDraft, context: ReadContext): Promise<number[]> {
    const missing: number[] = [];
    for (const [index, document] of draft.documents.entries()) {
      const { content } = document;
      const part = content.state === "elsewhere" ? this.#parts.get(content.uri) : undefined;
      if (!part) {
        if (content.state !== "stored") missing.push(index);
        continue;
      }
      context.signal?.throwIfAborted();
      this.#used.add(part.name);
      draft.documents[index] = { ...document, content: await stored(part, content, context) };
    }
    return missing;
  }

  /** Parts nothing in the record refers to. */
  unused(): string[] {
    return [...this.#parts.keys()].filter((name) => !this.#used.has(name));
  }
}

async function stored(
  part: SourcePart,
  about: Content,
  { content }: ReadContext,
): Promise<Content> {
  const mediaType = about.mediaType ?? part.mediaType;
  const known = {
    ...(about.name !== undefined && { name: about.name }),
    ...(about.mediaType !== undefined && { mediaType: about.mediaType }),
  };
  const { sha256, bytes } = await content.put(part.open(), {
    ...known,
    ...(mediaType !== undefined && { mediaType }),
  });
  return { state: "stored", sha256, bytes, ...known };
}
