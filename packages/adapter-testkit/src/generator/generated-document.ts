import { createHash } from "node:crypto";
import type { ContentPort, Document, PatientRecord, StoredContent } from "@gp2gp/core";

/** The bytes of a generated document: a letter made of its title and words, and of nothing else. */
function bytesOfDocument({ title, texts }: Pick<Document, "title" | "texts">): Uint8Array {
  const lines = [title ?? "Letter", "", ...texts.map(({ text }) => text), ""];
  return new TextEncoder().encode(lines.join("\r\n"));
}

/** The content of a generated document, as it will be stored. */
export function contentOfDocument(
  name: string,
  document: Pick<Document, "title" | "texts">,
): StoredContent {
  const bytes = bytesOfDocument(document);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { state: "stored", sha256, bytes: bytes.byteLength, name, mediaType: "text/plain" };
}

/**
 * Puts the bytes of every document of a generated record into a content store, so that a writer finds
 * them. They are made again from the record; documents of another origin are left alone.
 */
export async function storeGeneratedDocuments(
  record: PatientRecord,
  content: ContentPort,
): Promise<void> {
  for (const document of record.documents) {
    if (document.content.state !== "stored") continue;
    const { name = "letter.txt", mediaType = "text/plain", sha256 } = document.content;
    if (contentOfDocument(name, document).sha256 !== sha256) continue;
    const bytes = bytesOfDocument(document);
    await content.put(chunked(bytes), { name, mediaType });
  }
}

async function* chunked(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += 65_536) {
    yield await Promise.resolve(bytes.subarray(at, at + 65_536));
  }
}
