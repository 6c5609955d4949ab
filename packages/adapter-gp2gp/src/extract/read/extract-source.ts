import type { Source, SourcePart, SourcePeek } from "@gp2gp/core";

const peekBytes = 65_536;

/** Reads the beginning of a part as text, whatever its encoding: names are ASCII, and zero bytes fall away. */
function headText(head: Uint8Array): string {
  return new TextDecoder("latin1").decode(head).replaceAll("\0", "");
}

const isXml = (text: string): boolean => /^[^<]{0,16}</.test(text);
const namesExtract = (text: string): boolean =>
  /RCMR_IN030000UK\d\d|<(?:\w+:)?EhrExtract[\s>]/.test(text);

/** Whether parts look like an EHR Extract: one names it, or is XML that might hold it further on. */
export function detectExtract(peek: SourcePeek): "yes" | "maybe" | "no" {
  let answer: "maybe" | "no" = "no";
  for (const { head } of peek.parts) {
    const text = headText(head);
    if (!isXml(text)) continue;
    if (namesExtract(text)) return "yes";
    if (/<(?:\w+:)?(?:custom_transport|Envelope|MessageHeader)[\s>]/.test(text)) answer = "maybe";
  }
  return answer;
}

/** The part that holds the extract: the one that names it, else the first that is XML, else the first. */
export async function extractPartOf(source: Source): Promise<SourcePart | undefined> {
  const [first] = source.parts;
  if (source.parts.length <= 1) return first;
  let xml: SourcePart | undefined;
  for (const part of source.parts) {
    const text = headText(await headOf(part));
    if (!isXml(text)) continue;
    if (namesExtract(text)) return part;
    xml ??= part;
  }
  return xml ?? first;
}

async function headOf(part: SourcePart): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of part.open({ start: 0, end: peekBytes })) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length >= peekBytes) break;
  }
  const head = new Uint8Array(Math.min(length, peekBytes));
  let offset = 0;
  for (const chunk of chunks) {
    head.set(chunk.subarray(0, head.length - offset), offset);
    offset += chunk.byteLength;
    if (offset >= head.length) break;
  }
  return head;
}
