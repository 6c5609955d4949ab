import { createReadStream } from "node:fs";
import type { SourcePart } from "@gp2gp/core";
import { sourceErrorOf } from "./source-error-of.ts";

const CHUNK = 64 * 1024;

/** A file as a part of a source. It is opened for each reading and closed at its end or when reading stops. */
export function filePart(path: string, name: string, size: number): SourcePart {
  return {
    name,
    size,
    async *open(range) {
      const { start = 0, end } = range ?? {};
      if (end !== undefined && end <= start) return;
      const stream = createReadStream(path, {
        highWaterMark: CHUNK,
        start,
        ...(end !== undefined && { end: end - 1 }),
      });
      try {
        for await (const chunk of stream) yield chunk as Uint8Array;
      } catch (error) {
        throw sourceErrorOf(error, name);
      }
    },
  };
}
