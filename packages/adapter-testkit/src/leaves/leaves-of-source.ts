import type { Source } from "@gp2gp/core";
import { sourceOfParts } from "../kit/source-of-parts.ts";
import type { PartInMemory } from "../kit/source-of-parts.ts";
import { changedValue } from "./changed-value.ts";
import type { SourceLeaf } from "./source-leaf.ts";
import { spansOfText } from "./text-spans.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The leaves of a source whose parts are texts in UTF-8 of XML, JSON or delimited rows. Other parts have none. */
export function leavesOfParts(parts: readonly PartInMemory[]): SourceLeaf[] {
  return parts.flatMap((part) => {
    const text = textOf(part.bytes);
    if (text === undefined) return [];
    return spansOfText(text).map(({ path, start, end }) => {
      const value = text.slice(start, end);
      return {
        where: `${part.name} ${path}`,
        value,
        changed: (): Source => {
          const changed = text.slice(0, start) + changedValue(value) + text.slice(end);
          const bytes = new TextEncoder().encode(changed);
          return sourceOfParts(parts.map((one) => (one === part ? { ...part, bytes } : one)));
        },
      };
    });
  });
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
