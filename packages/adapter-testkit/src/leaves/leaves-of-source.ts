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
    const isMarkup = text.trimStart().startsWith("<");
    return spansOfText(text).map(({ path, start, end }) => {
      const written = text.slice(start, end);
      return {
        where: `${part.name} ${path}`,
        value: isMarkup ? withoutReferences(written) : written,
        changed: (): Source => {
          const changed = text.slice(0, start) + changedValue(written) + text.slice(end);
          const bytes = new TextEncoder().encode(changed);
          return sourceOfParts(parts.map((one) => (one === part ? { ...part, bytes } : one)));
        },
      };
    });
  });
}

const named: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

/** Text of XML with its character references and the five entities as what they stand for. */
function withoutReferences(text: string): string {
  return text.replaceAll(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex: string, decimal: string, name: string) => {
      if (name) return named[name] ?? whole;
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return point <= 0x10_ff_ff ? String.fromCodePoint(point) : whole;
    },
  );
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
