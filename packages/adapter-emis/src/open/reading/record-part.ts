import type { Source, SourcePart } from "@gp2gp/core";
import { detectEmisOpen } from "../detect-emis-open.ts";

const HEAD_BYTES = 16 * 1024;

/** The part that is the record: the only one, or the one among others that begins like one. Undefined where none or several do. */
export async function recordPart({ parts }: Source): Promise<SourcePart | undefined> {
  if (parts.length === 1) return parts[0];
  const records: SourcePart[] = [];
  for (const part of parts) {
    const { name } = part;
    if (detectEmisOpen({ parts: [{ name, head: await headOf(part) }] }) !== "no")
      records.push(part);
  }
  return records.length === 1 ? records[0] : undefined;
}

async function headOf(part: SourcePart): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD_BYTES);
  let length = 0;
  for await (const bytes of part.open({ start: 0, end: HEAD_BYTES })) {
    const fitting = bytes.subarray(0, HEAD_BYTES - length);
    head.set(fitting, length);
    length += fitting.length;
    if (length === HEAD_BYTES) break;
  }
  return head.subarray(0, length);
}
