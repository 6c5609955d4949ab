import type { PatientRecord } from "../record/patient-record.ts";
import type { Content, StoredContent } from "../values/content.ts";
import type { ArtefactPart } from "./artefact.ts";
import type { WriteContext } from "./context.ts";

interface DocumentFile {
  /** What rows and elements of the record call it. */
  readonly reference: string;
  readonly name: string;
  readonly content: StoredContent;
}

/** The files beside the record: bytes of documents, named by their digest, so that the same bytes stand there once. */
export class DocumentFiles {
  readonly #context: WriteContext;
  readonly #available: ReadonlySet<string>;
  readonly #files = new Map<string, DocumentFile>();

  private constructor(context: WriteContext, available: ReadonlySet<string>) {
    this.#context = context;
    this.#available = available;
  }

  /** Looks in the store for the content of every document. */
  static async of({ documents }: PatientRecord, context: WriteContext): Promise<DocumentFiles> {
    const available = new Set<string>();
    for (const { content } of documents) {
      context.signal?.throwIfAborted();
      if (content.state !== "stored" || available.has(content.sha256)) continue;
      if (await context.content.stat(content.sha256)) available.add(content.sha256);
    }
    return new DocumentFiles(context, available);
  }

  /** The name of the file that holds stored content, which is then written; undefined when the store has it no longer. */
  nameOf(content: StoredContent): string | undefined {
    return this.fileOf(content, content.sha256)?.name;
  }

  /** The like for a format that refers to documents by an id of its own: the file is named by what it is called. */
  fileOf(
    content: StoredContent,
    reference: string,
  ): Pick<DocumentFile, "name" | "reference"> | undefined {
    if (!this.#available.has(content.sha256)) return undefined;
    const known = this.#files.get(content.sha256);
    if (known) return known;
    const file = { reference, name: `documents/${reference}${extensionOf(content)}`, content };
    this.#files.set(content.sha256, file);
    return file;
  }

  /** What a reader finds under each reference given so far: the bytes, and nothing that is said of them. */
  contents(): ReadonlyMap<string, StoredContent> {
    return new Map(
      [...this.#files.values()].map(({ reference, content: { state, sha256, bytes } }) => [
        reference,
        { state, sha256, bytes },
      ]),
    );
  }

  parts(): ArtefactPart[] {
    const { content: store } = this.#context;
    return [...this.#files.values()].map(({ name, content }) => ({
      name,
      mediaType: content.mediaType ?? "application/octet-stream",
      open: () => store.get(content),
    }));
  }
}

/** The ending of a file name, where it is one that says nothing else. */
function extensionOf({ name }: Content): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(name ?? "")?.[0].toLowerCase() ?? "";
}
