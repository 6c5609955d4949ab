import type { Source, SourcePart, SourcePeek } from "@gp2gp/core";

/** Bytes of each part that formats are told by. */
const HEAD_BYTES = 16 * 1024;
/** Parts looked into; of more, those nearest the top, where the files of a format stand. */
const PARTS = 2_000;

/** What `detect` may look at: names, sizes and the beginnings of the parts. */
export async function peekSource(source: Source, signal?: AbortSignal): Promise<SourcePeek> {
  const parts: PeekedPart[] = [];
  for (const part of nearestTheTop(source.parts)) {
    signal?.throwIfAborted();
    parts.push(await peekPart(part));
  }
  return { parts };
}

export type PeekedPart = SourcePeek["parts"][number];

/** What `detect` may look at of one part. */
export async function peekPart(part: SourcePart): Promise<PeekedPart> {
  const { name, size } = part;
  return { name, ...(size !== undefined && { size }), head: await headOf(part) };
}

/** The parts that are looked into where all of them are looked at together. */
export function nearestTheTop(parts: readonly SourcePart[]): readonly SourcePart[] {
  if (parts.length <= PARTS) return parts;
  return parts.toSorted((a, b) => depthOf(a) - depthOf(b)).slice(0, PARTS);
}

const depthOf = (part: SourcePart): number => part.name.split("/").length;

async function headOf(part: SourcePart): Promise<Uint8Array> {
  const head = new Uint8Array(Math.min(HEAD_BYTES, part.size ?? HEAD_BYTES));
  let length = 0;
  for await (const chunk of part.open({ start: 0, end: head.byteLength })) {
    const wanted = chunk.subarray(0, head.byteLength - length);
    head.set(wanted, length);
    length += wanted.byteLength;
    if (length === head.byteLength) break;
  }
  return head.subarray(0, length);
}
