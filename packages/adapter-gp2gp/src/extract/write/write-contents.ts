import type { ArtefactPart, Issue, StoredContent, WriteContext } from "@gp2gp/core";
import { issue } from "../gp2gp-ehr-extract-issues.ts";

export interface WrittenContents {
  readonly parts: readonly ArtefactPart[];
  readonly issues: readonly Issue[];
}

/** The documents that go with a message, each a part of the name the message refers to. */
export async function writeContents(
  stored: ReadonlyMap<string, StoredContent>,
  context: WriteContext,
): Promise<WrittenContents> {
  const parts: ArtefactPart[] = [];
  const issues: Issue[] = [];
  for (const [name, content] of stored) {
    context.signal?.throwIfAborted();
    const known = await context.content.stat(content.sha256);
    if (!known) {
      issues.push(issue("content-absent", { detail: { name } }));
      continue;
    }
    parts.push({
      name,
      mediaType: content.mediaType ?? "application/octet-stream",
      open: () => context.content.get(content),
    });
  }
  return { parts, issues };
}
