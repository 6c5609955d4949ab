import type { Source, SourcePart } from "@gp2gp/core";
import type { CarriedMessage, MessagePart } from "@gp2gp/transport";

/** The parts of a message as a source that an adapter reads. */
export function sourceOfMessage({ parts }: Pick<CarriedMessage, "parts">): Source {
  return { parts: parts.map(sourcePart) };
}

function sourcePart(part: MessagePart): SourcePart {
  const { name, mediaType, contentId, bytes } = part;
  return {
    name,
    mediaType,
    size: bytes,
    ...(contentId !== undefined && { contentId }),
    async *open(range) {
      const { start = 0, end = bytes } = range ?? {};
      let position = 0;
      for await (const chunk of part.open()) {
        const wanted = chunk.subarray(
          Math.max(0, start - position),
          Math.max(0, Math.min(chunk.byteLength, end - position)),
        );
        position += chunk.byteLength;
        if (wanted.byteLength > 0) yield wanted;
        if (position >= end) return;
      }
    },
  };
}
