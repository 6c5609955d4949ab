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

/** A heading stays where a line below it stays, or where the lines below it stand in elements of their own. */
function bareText(text: string, kept: RegExp): string {
  if (text === heading) return text;
  const [first = "", ...rest] = text.split(lineEnd);
  let result = "";
  let headed: string | undefined;
  for (let index = -2; index < rest.length; index += 2) {
    const line = index < 0 ? first : (rest[index + 1] ?? "");
    const whole = `${rest[index] ?? ""}${line}`;
    if (line === heading) headed = whole;
    else if (headed === undefined) result += whole;
    else if (kept.test(line)) {
      result += headed + whole;
      headed = "";
    }
  }
  return result;
}
