import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

/** Writes a zip archive of the given members. */
export async function makeZip(
  path: string,
  members: Readonly<Record<string, string | Uint8Array>>,
  mode?: number,
): Promise<void> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(members))
    zip.addBuffer(Buffer.from(bytes), name, mode === undefined ? {} : { mode });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}
