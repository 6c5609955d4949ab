import type { Source } from "@gp2gp/core";

const carried =
  /(?:\n|&#(?:10|xA);)*\[Carried from the sending system\](?:(?:\n|&#(?:10|xA);)\[[^\n<]*?\](?=\n|&#|<|$))*/gi;

/** A source of XML without the lines that carry what the format has no place for: what is left is held structurally. */
export async function withoutCarriedText(source: Source): Promise<Source> {
  const parts = await Promise.all(
    source.parts.map(async (part) => {
      if (!part.name.endsWith(".xml")) return part;
      const chunks: Uint8Array[] = [];
      for await (const chunk of part.open()) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString("utf8");
      const bytes = Buffer.from(text.replaceAll(carried, ""));
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
