import type { ContentPort } from "@gp2gp/core";
import type { MessagePart, MessagePartFacts } from "@gp2gp/transport";

/** Parts of a message from what is known of them, their bytes in the content store. */
export function openParts(
  facts: readonly MessagePartFacts[],
  content: ContentPort,
): readonly [MessagePart, ...MessagePart[]] {
  const [first, ...others] = facts.map((part) => ({
    ...part,
    open: () => content.get({ state: "stored", sha256: part.sha256, bytes: part.bytes }),
  }));
  if (first === undefined) throw new TypeError("a message has at least one part");
  return [first, ...others];
}

/** What is known of parts, without the way to open them. */
export function factsOfParts(parts: readonly MessagePartFacts[]): readonly MessagePartFacts[] {
  return parts.map(({ name, mediaType, contentId, sha256, bytes }) => ({
    name,
    mediaType,
    sha256,
    bytes,
    ...(contentId !== undefined && { contentId }),
  }));
}

/** Stores the bytes of parts that the content store does not have yet. Rejects when a part is not what it says. */
export async function keepParts(
  parts: readonly MessagePart[],
  content: ContentPort,
): Promise<readonly MessagePartFacts[]> {
  for (const part of parts) {
    const known = await content.stat(part.sha256);
    if (known?.bytes === part.bytes) continue;
    const stored = await content.put(part.open(), {});
    if (stored.sha256 !== part.sha256 || stored.bytes !== part.bytes)
      throw new Error("a part of a message has not the bytes its envelope promises");
  }
  return factsOfParts(parts);
}
