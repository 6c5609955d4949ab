import type { Issue, ReadContext, Source, SourcePart, StoredContent } from "@gp2gp/core";
import { issue } from "../gp2gp-ehr-extract-issues.ts";
import { fileNameOf } from "../sections/documents/content-uri.ts";

export interface StoredContents {
  /** What came along with the extract, by the file name under which it is referred to. */
  readonly stored: ReadonlyMap<string, StoredContent>;
  readonly issues: readonly Issue[];
}

/** Stores the bytes of every document that the extract refers to and that came along with it. */
export async function storeContents(
  uris: ReadonlySet<string>,
  extract: SourcePart,
  source: Source,
  context: ReadContext,
): Promise<StoredContents> {
  const stored = new Map<string, StoredContent>();
  const issues: Issue[] = [];
  if (uris.size === 0) return { stored, issues };
  const parts = partsByName(source, extract);
  for (const uri of uris) {
    context.signal?.throwIfAborted();
    const name = fileNameOf(uri);
    if (stored.has(name)) continue;
    const part = parts.get(name);
    if (!part) {
      issues.push(issue("content-absent", { source: { part: extract.name }, detail: { name } }));
      continue;
    }
    stored.set(
      name,
      await context.content.put(part.open(), {
        name,
        ...(part.mediaType !== undefined && { mediaType: part.mediaType }),
      }),
    );
  }
  return { stored, issues };
}

/** Parts by content id, by name, and by the last step of their name. */
function partsByName(source: Source, extract: SourcePart): Map<string, SourcePart> {
  const parts = new Map<string, SourcePart>();
  for (const part of source.parts) {
    if (part === extract) continue;
    const names = [part.contentId, part.name, part.name.split("/").at(-1)];
    for (const name of names) {
      if (name !== undefined && name !== "" && !parts.has(name)) parts.set(name, part);
    }
  }
  return parts;
}
