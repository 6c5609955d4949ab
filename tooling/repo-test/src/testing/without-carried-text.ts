import type { Source } from "@gp2gp/core";

const heading = "[Carried from the sending system]";
/** Lines that say which entry it is, and of which section: without the one nothing could be compared. */
const lines = { ids: /^\[Id: /, "ids-and-sections": /^\[(?:Id|Recorded as): / } as const;
export type KeptLines = keyof typeof lines;
const lineEnd = /(\n|&#(?:10|xA);)/;

/** A source of XML without the lines that carry what the format has no place for: what is left is held structurally. */
export async function withoutCarriedText(source: Source, keep: KeptLines): Promise<Source> {
  const parts = await Promise.all(
    source.parts.map(async (part) => {
      if (!part.name.endsWith(".xml")) return part;
      const chunks: Uint8Array[] = [];
      for await (const chunk of part.open()) chunks.push(chunk);
      const bytes = Buffer.from(bare(Buffer.concat(chunks).toString("utf8"), lines[keep]));
      return {
        ...part,
        size: bytes.byteLength,
        async *open(range?: { readonly start: number; readonly end?: number }) {
          yield bytes.subarray(range?.start ?? 0, range?.end ?? bytes.byteLength);
        },
      };
    }),
  );
  return { parts };
}

/** Text between tags, with the carried lines after a heading taken out. */
function bare(xml: string, kept: RegExp): string {
  return xml
    .split(/(<[^>]*>)/)
    .map((piece) => (piece.includes(heading) ? bareText(piece, kept) : piece))
    .join("");
}

function bareText(text: string, kept: RegExp): string {
  const [first = "", ...rest] = text.split(lineEnd);
  let carried = first === heading;
  let result = first;
  for (let index = 0; index + 1 < rest.length; index += 2) {
    const line = rest[index + 1] ?? "";
    if (line === heading) carried = true;
    if (!carried || line === heading || kept.test(line)) result += `${rest[index] ?? ""}${line}`;
  }
  return result;
}
